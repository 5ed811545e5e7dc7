"""Pages -> Markdown; the only room that knows Jinja.

Whatever a template prints goes through the gate: `finalize` escapes every plain string for
Markdown, and only the filters below, each naming another target, get past it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.publishing.escaping import (
    cite,
    escape_attribute,
    escape_data,
    escape_front_matter,
    escape_markdown,
    escape_url,
)
from generator.publishing.pages import Page, Passage, build_link, build_text_fragment
from generator.publishing.wording import Words


def render_page(page: Page, words: Words, note: str = "") -> str:
    """Return the Markdown of `page`; `note` says what its lists leave out and why."""
    template = _load_environment().get_template(f"{page.kind}.md.j2")
    link = _bind_link(page)
    text = template.render(page=page, say=words.say, words=words, link=link, note=note)
    return text.rstrip("\n") + "\n"


def render_passage(passage: Passage, anchor: str | None = None) -> Markup:
    """Return the element that shows `passage`; `anchor` replaces its own, "" leaves it out."""
    own = passage.anchor if anchor is None else anchor
    return Markup(cite(passage.text, passage.citation, anchor=own, language=passage.language))


def _escape(value: object) -> object:
    return Markup(escape_markdown(value)) if type(value) is str else value


def _mark_data(value: object) -> Markup:
    return Markup(escape_data(value))


def _mark(escape: Callable[[str], str]) -> Callable[[str], Markup]:
    return lambda text: Markup(escape(text))


def _render_url(url: str, text: str = "") -> Markup:
    """Return the address as an attribute's value, empty where it is not a plain web address.

    With `text` it opens at these words, in browsers that know text fragments.
    """
    safe = escape_url(url) or ""
    if safe and text:
        safe += build_text_fragment(safe, text)
    return Markup(escape_attribute(safe))


def _bind_link(page: Page) -> Callable[..., Markup]:
    build = partial(build_link, page.path)
    return lambda target, anchor="": Markup(build(target, anchor))


@lru_cache(maxsize=1)
def _load_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.publishing"),
        autoescape=True,
        finalize=_escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "cite": render_passage,
        "attribute": _mark(escape_attribute),
        "front_matter": _mark(escape_front_matter),
        "data": _mark_data,
        "address": _render_url,
    }
    environment.tests["passage"] = lambda value: isinstance(value, Passage)
    return environment
