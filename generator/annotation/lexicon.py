"""A topic's settings made ready for matching: phrases under the keys of their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.annotation.gazetteer import load_gazetteer
from generator.annotation.wording import Word, is_content, split_words
from generator.config import Term, Topic
from generator.language import has_name_capitals, load_words

SPELT = 1.0
"""What another spelling is worth, an initialism, the adjective of a place."""
VARIED = 0.8
"""What a hit by a synonym is worth."""
SCATTERED = 0.6
"""What a phrase is worth whose words stand near one another but not side by side."""
TITLE = 2.0
"""Weight of the title as a phrase."""
TITLE_WORD = 0.7
"""Weight of a word of the title where the settings give no terms: one alone is not enough."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to write a term."""

    term: str
    """As the settings have it."""
    keys: tuple[str, ...]
    strength: float
    """The term's weight times what this way of writing it is worth."""
    scattered: bool = False
    """Whether its words may stand apart."""
    named: bool = False
    """Whether the term is a name, which must not be the end of a longer one."""
    endings: tuple[str, ...] = ()
    """Endings of which its last word must have one, where the term has one."""
    refused: tuple[str, ...] = ()
    """Endings that make another word of it: "stocks" is not "stocked"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one topic is recognised by."""

    topic: Topic
    phrases: tuple[Phrase, ...]
    required: tuple[Phrase, ...]
    excluded: tuple[Phrase, ...]
    actors: tuple[Phrase, ...]
    surnames: tuple[Phrase, ...]
    """Last words of the actors that have several, which an article may call them by."""
    title_words: tuple[Phrase, ...]
    """The title's content words, which count in an article about the topic."""
    title_names: tuple[Phrase, ...]
    """Those of them that the gazetteer knows as names."""
    description: frozenset[str]
    """Stems of the description's content words: they support, and never suffice."""
    words: frozenset[str]
    """Keys that are terms by themselves, and of the title's content words."""

    @property
    def has_names(self) -> bool:
        """Return whether some term, actors apart, is a name."""
        return any(phrase.named for phrase in self.phrases)

    @property
    def names_title(self) -> bool:
        """Return whether a name among the terms stands in the title: the topic is one event."""
        names = {phrase.keys[0] for phrase in self.phrases if phrase.named}
        return any(phrase.keys[0] in names for phrase in self.title_words)


@lru_cache(maxsize=256)
def build_lexicon(
    topic: Topic, language: str, acronyms: tuple[tuple[str, str], ...] = ()
) -> Lexicon:
    """Return the lexicon of `topic`; `acronyms` are those the corpus explains."""
    topic = _with_long_forms(topic, dict(acronyms))
    title = [
        (word.text, TITLE_WORD)
        for word in split_words(topic.title, 0, language)
        if is_content(word, language)
    ]
    title_words = tuple(_all_phrases(title, language, parts=True))
    weighted = [(term.term, term.weight) for term in topic.terms]
    phrases = (
        *_all_phrases(weighted, language, loose=True),
        *_all_phrases([(topic.title, TITLE)], language, loose=True, parts=True),
        *(() if topic.terms else title_words),
    )
    description = split_words(topic.description, 0, language)
    return Lexicon(
        topic,
        phrases=phrases,
        required=tuple(_all_phrases([(term, 1.0) for term in topic.required], language)),
        excluded=tuple(_all_phrases([(term, 1.0) for term in topic.excluded], language)),
        actors=tuple(_all_phrases([(term, 1.0) for term in topic.actors], language)),
        surnames=tuple(_surnames(topic.actors, language)),
        title_words=title_words,
        title_names=tuple(_title_names(topic.title, language)),
        description=frozenset(word.key for word in description if is_content(word, language)),
        words=frozenset(
            phrase.keys[0] for phrase in (*phrases, *title_words) if len(phrase.keys) == 1
        ),
    )


def _with_long_forms(topic: Topic, forms: Mapping[str, str]) -> Topic:
    """Return the topic with the long forms of the acronyms among its terms and actors."""
    longer = [Term(term=forms[t.term], weight=t.weight) for t in topic.terms if t.term in forms]
    actors = [forms[actor] for actor in topic.actors if actor in forms]
    if not longer and not actors:
        return topic
    return topic.model_copy(
        update={"terms": (*topic.terms, *longer), "actors": (*topic.actors, *actors)}
    )


def _all_phrases(
    weighted: Sequence[tuple[str, float]],
    language: str,
    *,
    loose: bool = False,
    parts: bool = False,
) -> Iterator[Phrase]:
    """Yield the ways to write each term.

    `loose` lets words of a phrase stand apart or be synonyms; `parts` says that the terms are the
    words of one title, which may be a name together.
    """
    for term, weight in weighted:
        words = split_words(term, 0, language)
        if not words:
            continue
        asked, refused = _endings(term, language) if len(words) == 1 else ((), ())
        named = not parts and _is_name(words, language)
        best: dict[tuple[str, ...], Phrase] = {}
        variants = _variants(words, language, loose)
        alike = [(tuple(_synonym_key(word) for word in words), VARIED, False)] if parts else []
        for keys, worth, scattered in (*variants, *alike):
            strength = round(weight * worth, 6)
            phrase = Phrase(term, keys, strength, scattered, named, asked, refused)
            best.setdefault(keys, phrase)
        yield from best.values()


def _title_names(title: str, language: str) -> Iterator[Phrase]:
    """Yield the words of a title that the gazetteer knows as names.

    None in a language whose forms of names are not listed: one could be missed.
    """
    known = load_gazetteer(language).known if load_words(language, "demonym_endings") else {}
    for word in split_words(title, 0, language):
        if word.text in known:
            yield from _all_phrases([(word.text, TITLE_WORD)], language)


def _surnames(actors: Sequence[str], language: str) -> Iterator[Phrase]:
    offices = load_words(language, "offices") + load_words(language, "office_words")
    for actor in actors:
        words = split_words(actor, 0, language)
        last = words[-1] if len(words) > 1 else None
        if last and last.is_capitalised and last.text.casefold() not in offices:
            yield Phrase(actor, (last.key,), VARIED, named=True)


def _endings(term: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the endings a word of the text must have to be the term, and those it must not."""
    kinds = [tuple(line.split()) for line in load_words(language, "derivations")]
    asked = next((kind for kind in kinds if term.casefold().endswith(kind)), ())
    plural = not asked and term.casefold().endswith("s")
    return asked, tuple(ending for kind in kinds for ending in kind) if plural else ()


def _is_name(words: Sequence[Word], language: str) -> bool:
    """Return whether a term is a name: every word that says something has a capital."""
    content = [word for word in words if is_content(word, language)]
    capitals = all(word.is_capitalised for word in content)
    return bool(content) and capitals and has_name_capitals(language)


def _variants(
    words: Sequence[Word], language: str, loose: bool
) -> Iterator[tuple[tuple[str, ...], float, bool]]:
    """Yield the ways to write a term, the plainest first: keys, worth, whether scattered."""
    yield tuple(word.key for word in words), SPELT, False
    if len(words) == 2:
        yield (split_words(words[0].text + words[1].text, 0, language)[0].key,), SPELT, False
    yield from ((keys, SPELT, False) for keys in _name_variants(words, language))
    content = [word for word in words if is_content(word, language)]
    if loose and len(content) >= 2:
        yield tuple(_synonym_key(word) for word in words), VARIED, False
        yield tuple(_synonym_key(word) for word in content), SCATTERED, True


def _name_variants(words: Sequence[Word], language: str) -> Iterator[tuple[str, ...]]:
    text = " ".join(word.text for word in words).casefold()
    for line in load_words(language, "demonyms"):
        variants = [variant.strip() for variant in line.split(",")]
        if text in (variant.casefold() for variant in variants):
            for variant in variants:
                yield tuple(word.key for word in split_words(variant, 0, language))
    names = [[key for key in word.others if key.startswith("N:")] for word in words]
    if all(names):
        yield tuple(keys[0] for keys in names)
    capitals = "".join(word.text[0] for word in words if word.is_capitalised)
    if len(capitals) >= 3:  # two letters are anything: the word lists have those that count
        yield (f"A:{capitals}",)


def _synonym_key(word: Word) -> str:
    return next((key for key in word.others if key.startswith("S:")), word.key)
