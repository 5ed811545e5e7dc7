"""The editors' settings as frozen values.

`parse_settings` takes the mapping under the plugin's entry in mkdocs.yml and returns `Settings`,
or raises one `SettingsError` that names every bad key and what to do about it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails

from generator.errors import SettingsError

Ranker = Literal[
    "coverage",
    "lead",
    "random",
    "lex-rank",
    "text-rank",
    "lsa",
    "luhn",
    "edmundson",
    "sum-basic",
    "kl",
    "reduction",
]
RANKERS: tuple[str, ...] = get_args(Ranker)
Count = Annotated[int, Field(ge=1, le=1000)]
Day = Annotated[dt.date, Field(strict=False)]
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class _Setting(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Budget(_Setting):
    """How long a summary may be: so many sentences, or so many words."""

    sentences: Count | None = None
    words: Annotated[int, Field(ge=10, le=10_000)] | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Budget:
        if (self.sentences is None) == (self.words is None):
            raise ValueError("give either sentences or words")
        return self


class Thin(_Setting):
    """Below either figure a topic gets no summary, only its evidence."""

    origins: Annotated[int, Field(ge=0, le=1000)] = 2
    sentences: Annotated[int, Field(ge=0, le=1000)] = 3


class Term(_Setting):
    """A word or phrase of a topic."""

    term: Annotated[str, Field(min_length=1, max_length=200)]
    weight: Annotated[float, Field(gt=0, le=10, strict=False)] = 1.0

    @model_validator(mode="before")
    @classmethod
    def _from_plain_string(cls, value: object) -> object:
        return {"term": value} if isinstance(value, str) else value


class Topic(_Setting):
    """What a page is to be about."""

    slug: Annotated[str, Field(max_length=80)]
    title: Annotated[str, Field(min_length=1, max_length=200)]
    description: str = ""
    terms: tuple[Term, ...] = Field(default=(), strict=False)
    required: tuple[str, ...] = Field(default=(), strict=False)
    """At least one of these must match, where any is given."""
    excluded: tuple[str, ...] = Field(default=(), strict=False)
    actors: tuple[str, ...] = Field(default=(), strict=False)
    """Collect what these do or say, not what others say of them."""

    @field_validator("slug")
    @classmethod
    def _is_slug(cls, value: str) -> str:
        if not _SLUG.match(value):
            raise ValueError("use lower-case letters, digits and single hyphens, as in peace-plan")
        return value


class Entities(_Setting):
    """An editor's corrections of the names index."""

    merge: dict[str, Annotated[tuple[str, ...], Field(strict=False)]] = Field(default_factory=dict)
    rename: dict[str, str] = Field(default_factory=dict)
    deny: tuple[str, ...] = Field(default=(), strict=False)
    kind: dict[str, Literal["person", "organisation", "place"]] = Field(default_factory=dict)


class EditorEntry(_Setting):
    """One intervention by an editor, with its reason."""

    sentence: str | None = None
    """The sentence's id or a prefix of at least six digits."""
    do: Literal["hide", "pin"] | None = None
    path: str | None = None
    block: int | str | None = None
    """A line number of the file at `path`, or a text the block begins with."""
    kind: (
        Literal["title", "standfirst", "body", "subheading", "caption", "meta", "boilerplate"]
        | None
    ) = None
    quote: str | None = None
    speaker: str | None = None
    date: str | None = None
    value: str | None = None
    why: Annotated[str, Field(min_length=1)]

    @field_validator("date")
    @classmethod
    def _is_built(cls, value: str | None) -> str | None:
        """Refuse what no build follows yet, rather than take it and do nothing."""
        if value is not None:
            raise ValueError("dates within a text cannot be corrected so far; give path and value")
        return value


class Settings(_Setting):
    """Everything an editor may set; the keys are those of mkdocs.yml."""

    title: Annotated[str, Field(max_length=200)] = ""
    """The dossier's title; mkdocs' `site_name` where it is left empty."""
    seeds: Annotated[str, Field(min_length=1)] = "seeds"
    """Folder of the articles, relative to mkdocs.yml."""
    output: Annotated[str, Field(min_length=1)] = "."
    """Folder below docs/ that the generated pages go to."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})?$")] = "en"
    date_window: tuple[Day, Day] | None = Field(default=None, strict=False)
    """First and last day that a publication date may lie on."""
    summary: Budget = Budget(sentences=5)
    overview: Budget = Budget(sentences=5)
    ranker: Ranker = "coverage"
    thin: Thin = Thin()
    republish: Literal["full", "excerpts", "citations"] = "full"
    security_policy: bool = True
    """Whether pages forbid scripts and requests that are not the site's own."""
    articles: Literal["all", "cited", "auto"] = "auto"
    workers: Literal["auto"] | Annotated[int, Field(ge=1, le=256)] = "auto"
    entities: Entities = Entities()
    editor: tuple[EditorEntry, ...] = Field(default=(), strict=False)
    topics: tuple[Topic, ...] = Field(default=(), strict=False)
    """At least one, where a site is built; none for questions asked of loose files."""

    @field_validator("output", "seeds")
    @classmethod
    def _stays_inside(cls, value: str) -> str:
        path = PurePosixPath(value)
        if path.is_absolute() or ".." in path.parts:
            raise ValueError("name a folder inside the project, without '..'")
        return str(path)

    @field_validator("articles", "workers")
    @classmethod
    def _is_built(cls, value: str | int) -> str | int:
        """Refuse what no build follows yet, rather than take it and do nothing."""
        if value != "auto":
            raise ValueError("only auto works so far; leave this setting out")
        return value

    @field_validator("date_window")
    @classmethod
    def _in_order(cls, value: tuple[dt.date, dt.date] | None) -> tuple[dt.date, dt.date] | None:
        if value and value[0] > value[1]:
            raise ValueError("give the earlier day first")
        return value

    @field_validator("topics")
    @classmethod
    def _slugs_differ(cls, value: tuple[Topic, ...]) -> tuple[Topic, ...]:
        slugs = [topic.slug for topic in value]
        twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
        if twice:
            raise ValueError(f"each topic needs a slug of its own; twice: {', '.join(twice)}")
        return value


def parse_settings(raw: Mapping[str, Any], where: str = "mkdocs.yml: plugins.dossier") -> Settings:
    """Return the settings in `raw`, or raise a SettingsError that lists every mistake in it."""
    try:
        settings = Settings.model_validate(dict(raw))
    except ValidationError as error:
        lines = sorted(_describe(detail, where) for detail in error.errors())
        raise SettingsError("\n".join(lines)) from None
    if not settings.topics:
        raise SettingsError(f"{where}.topics: name at least one topic, with a slug and a title")
    return settings


def _describe(detail: ErrorDetails, where: str) -> str:
    place = where + "".join(
        f"[{part}]" if isinstance(part, int) else f".{part}" for part in _real_parts(detail["loc"])
    )
    if detail["type"] == "extra_forbidden":
        return f"{place}: no such setting; {_advise(detail['loc'])}"
    if detail["type"] == "missing":
        return f"{place}: this setting is needed"
    message = detail["msg"].removeprefix("Value error, ")
    return f"{place}: {message[0].lower()}{message[1:]} (found {_brief(detail['input'])})"


def _real_parts(loc: Iterable[int | str]) -> list[int | str]:
    """Drop the parts pydantic adds for the branches of a union."""
    branches = re.compile(r".*\[.*|constrained-int|str|int")
    return [part for part in loc if isinstance(part, int) or not branches.fullmatch(part)]


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _advise(loc: tuple[int | str, ...]) -> str:
    names = [part for part in loc if isinstance(part, str)]
    known = sorted(_known_keys(names[:-1]))
    close = get_close_matches(names[-1], known, n=1)
    hint = f"did you mean {close[0]}? " if close else ""
    return f"{hint}known: {', '.join(known)}"


def _known_keys(parents: list[str]) -> Iterable[str]:
    models: dict[str, type[BaseModel]] = {
        "summary": Budget,
        "overview": Budget,
        "thin": Thin,
        "topics": Topic,
        "terms": Term,
        "entities": Entities,
        "editor": EditorEntry,
    }
    return (models.get(parents[-1], Settings) if parents else Settings).model_fields
