"""Who published an article: found beside the text, never guessed."""

from __future__ import annotations

import pytest

from generator.models import Article, Seed
from generator.reading.articles import read_article

BODY = (
    "Harbour reopens after spring storm\n\n"
    "The harbour of Port Ellen reopened on Saturday after a storm had kept ferries in dock.\n\n"
    "“We are glad to sail again,” said Ann Lee, who runs the line to the islands.\n\n"
    "Fishermen had waited for four days, and the market of the town stood empty all the week.\n"
)


def read(text: str, name: str = "a.txt") -> Article:
    return read_article(Seed(name, text.encode(), "0"))


@pytest.mark.parametrize(
    ("above", "below", "publisher"),
    [
        ("The Harbour Courier | Home | News | Sport | Weather\n\n", "", "The Harbour Courier"),
        ("DAWN TRIBUNE (Zora Tribuna) — English version\n\n", "", "DAWN TRIBUNE"),
        ("COASTLINE24\nBREAKING\n\n", "\nFollow Coastline24 on all platforms\n", "COASTLINE24"),
        ("", "\n© 2024 Harbour Radio Ltd. | Discussion: 156 posts | Share\n", "Harbour Radio"),
        ("", "\n© Getty Images\n", None),
        ("BREAKING\n\n", "\nMore: Harbour | Breaking\n", None),
    ],
)
def test_an_outlet_is_named_around_the_text(above: str, below: str, publisher: str | None) -> None:
    assert read(above + BODY + below).metadata.publisher.value == publisher


def test_a_page_s_title_names_the_outlet_behind_the_heading() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.splitlines()[1:] if line)
    heading = BODY.splitlines()[0]
    page = (
        f"<html><head><title>{heading} - Coast Herald</title></head><body><main>"
        f"<h1>{heading}</h1><h2>Ferries sail again</h2>{paragraphs}</main></body></html>"
    )
    article = read(page, "a.html")
    assert article.metadata.publisher.value == "Coast Herald"
    titles = [article.show(block.span) for block in article.blocks if block.kind == "title"]
    assert titles == [heading]
