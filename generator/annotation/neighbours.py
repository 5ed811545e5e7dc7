"""What a sentence goes on about without naming it: the topic of the one before, or an actor.

"It will pay for …" goes on about what was named, "the plan" is the peace plan of a moment ago, and
"She also said …" is whoever just spoke.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.annotation.actors import find_quoted
from generator.annotation.context import PLAIN, SURE
from generator.annotation.lexicon import Lexicon
from generator.annotation.readings import Reading, find_hits
from generator.annotation.wording import Word
from generator.language import load_words
from generator.models import Article, Span

_INHERITED = 1.1  # what a sentence gets from the one before it
_NEAR = 4  # sentences on, up to which the short form of a term may stand for it
_OPENS = 4  # words of a sentence among which its subject begins
_OPENING = frozenset('“"')
_MARKS = _OPENING | {"”"}


def settle_short_forms(readings: Sequence[Reading], language: str) -> list[Reading]:
    """Return readings in which the short form of a term named a moment before is the term.

    "The fund" behind "the national Relief Fund"; not behind "another fund" that came between.
    """
    definite = load_words(language, "definite_words")
    named: dict[str, tuple[int, str]] = {}
    settled = []
    for index, reading in enumerate(readings):
        named = {word: entry for word, entry in named.items() if index - entry[0] < _NEAR}
        short = {}
        for before, word in pairwise(word.text.casefold() for word in reading.words):
            if word in named and before in definite:
                short[word] = named[word][1]
            elif word in named:
                del named[word]
        settled.append(_with_short_form(reading, short))
        named |= {word: (index, term) for word, term in short.items()}
        named |= {word: (index, term) for word, term in _find_compounds(reading)}
    return settled


def _with_short_form(reading: Reading, short: Mapping[str, str]) -> Reading:
    if not short or reading.evidence >= PLAIN:
        return reading
    word, term = next(iter(short.items()))
    return reading.weighed(_INHERITED, f"“{word}” is the “{term}” of a sentence before")


def _find_compounds(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield the terms that stand in the sentence as several words in a row, by the last word."""
    for hit in reading.hits:
        run = reading.words[hit.first : hit.last + 1]
        if len(run) == len(hit.phrase.keys) > 1 and not hit.phrase.scattered:
            yield run[-1].text.casefold(), hit.phrase.term


def settle_neighbours(
    article: Article, readings: Sequence[Reading], lexicon: Lexicon, language: str
) -> list[Reading]:
    """Return readings in which a sentence that leans on a sure one shares its topic.

    A topic with actors goes on with "She said …"; any other with "It will …".
    """
    follows, enough = (_goes_on_acting, PLAIN) if lexicon.actors else (_goes_on, SURE)
    settled: list[Reading] = []
    for index, reading in enumerate(readings):
        before = settled[index - 1] if index else None
        weak = reading.words and reading.evidence < PLAIN
        if (
            before
            and before.evidence >= enough
            and weak
            and follows(article, before, reading, lexicon, language)
        ):
            settled.append(reading.weighed(_INHERITED, "goes on from the sentence before"))
        else:
            settled.append(reading)
    return settled


def _goes_on(
    article: Article, before: Reading, reading: Reading, _: Lexicon, language: str
) -> bool:
    """Return whether the sentence is about what the one before it named.

    "It also …" turns to something else, and a new paragraph may.
    """
    if before.sentence.block != reading.sentence.block:
        return False
    words = [word.text.casefold() for word in reading.words[:2]]
    pronoun = words[0] in load_words(language, "pronouns") and words[-1] not in load_words(
        language, "turning_words"
    )
    return pronoun or _is_same_quotation(article.text, before, reading)


def _goes_on_acting(
    article: Article, before: Reading, reading: Reading, lexicon: Lexicon, language: str
) -> bool:
    """Return whether the actor of the sentence before goes on: "She also said …"."""
    near = before.sentence.block == reading.sentence.block
    if near and _is_same_quotation(article.text, before, reading):
        return True
    adverbs, said = load_words(language, "adverbs"), load_words(language, "say_verbs")
    spoken = (word.text.casefold() for word in _outside_quotations(article, reading))
    words = [word for word in spoken if word not in adverbs]
    first, verb = [*words, "", ""][:2]
    if first in load_words(language, "asked_words"):  # "Asked whether …, she said"
        first, verb = _find_answer(words, language)
    if first not in load_words(language, "person_pronouns"):
        return False
    if verb in said:
        return True
    return near and _is_deed(first, verb, language) and _opens_with_actor(before, lexicon)


def _find_answer(words: Sequence[str], language: str) -> tuple[str, str]:
    """Return the first pronoun of a person with a verb of saying behind it, empty where none."""
    people, said = load_words(language, "person_pronouns"), load_words(language, "say_verbs")
    answers = ((one, verb) for one, verb in pairwise(words) if one in people and verb in said)
    return next(answers, ("", ""))


def _opens_with_actor(reading: Reading, lexicon: Lexicon) -> bool:
    """Return whether the sentence, which is an actor's, begins with him or the pronoun for him."""
    found = find_hits((*lexicon.actors, *lexicon.surnames), reading)
    return min((hit.first for hit in found), default=0) < _OPENS


def _is_deed(pronoun: str, verb: str, language: str) -> bool:
    """Return whether somebody does something: "it" may be what he did it to."""
    somebody = pronoun not in load_words(language, "pronouns")
    return somebody and bool(verb) and verb not in load_words(language, "passive_verbs")


def _outside_quotations(article: Article, reading: Reading) -> list[Word]:
    """Return the words that the outlet itself says."""
    quoted = find_quoted(article.text, reading.sentence.span)
    return [word for word in reading.words if not any(span.meets(word.span) for span in quoted)]


def _is_same_quotation(text: str, before: Reading, reading: Reading) -> bool:
    """Return whether a quotation opened in the sentence before is still open in this one."""
    opens = _count_open(before.sentence.span.of(text)) > 0
    return opens and _OPENING.isdisjoint(reading.sentence.span.of(text)[:3])


def _count_open(text: str, depth: int = 0) -> int:
    """Return how many quotations are open behind `text`, where `depth` are before it.

    Of marks that do not tell which side they stand on, every other one closes.
    """
    depth += text.count("“") - text.count("”")
    return depth if text.count('"') % 2 == 0 else depth - 1 if depth > 0 else depth + 1


def find_running_quotations(article: Article) -> frozenset[Span]:
    """Return the sentences without a mark of their own inside a quotation of several sentences."""
    found: set[Span] = set()
    block, depth = -1, 0
    for sentence in article.sentences:
        text = sentence.span.of(article.text)
        depth = depth if sentence.block == block else 0
        block = sentence.block
        if depth > 0 and _MARKS.isdisjoint(text):
            found.add(sentence.span)
        depth = _count_open(text, depth)
    return frozenset(found)
