import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.models import Article, Seed
from generator.reading.articles import read_article


def read(data: bytes, name: str = "a.txt", language: str = "en") -> Article:
    return read_article(Seed(name, data, hashlib.sha256(data).hexdigest()), language)


TEXTS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(' \n\r.“”"Aa—(')),
    max_size=300,
)


def uncovered(article: Article) -> str:
    rest = list(article.text)
    for block in article.blocks:
        rest[block.span.start : block.span.end] = [" "] * (block.span.end - block.span.start)
    return "".join(rest).strip()


@given(TEXTS)
@settings(deadline=None, max_examples=150)
def test_blocks_and_sentences_cover_the_text(text: str) -> None:
    article = read(text.encode())
    assert not uncovered(article)
    for before, after in zip(article.blocks, article.blocks[1:], strict=False):
        assert before.span.end <= after.span.start


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]))
@settings(deadline=None, max_examples=150)
def test_no_bytes_raise(data: bytes, name: str) -> None:
    assert read(data, name) == read(data, name)
