"""The sentence gate: which sentences may stand alone, and what is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.models import Flaw, Span, shown
from generator.reading.lexicon import load_words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_ENDS = re.compile("[.!?…。！？؟।][\"'”’»)\\]]*\\Z")
_BROKEN_END = re.compile(
    r"[ ,;:–—-]\Z|\b(?:of|the|a|an|to|and|or|in|on|at|for|with|by|from|that|which)[.]?\Z"
)
_BROKEN_INSIDE = re.compile(r"[a-z]{2,}\. [a-z]|[a-z] , [a-z]|\. \([A-Z]{2,}\) [a-z]|\. , ")
_LIST_DEBRIS = re.compile(r"^\s*(?:[•·*–—-]|\d{1,2}[.)])\s|\s[|»›]\s|https?://|www\.|@\w+|#\w+")


@dataclass(frozen=True, slots=True)
class Grade:
    """What the gate says of one sentence."""

    flaws: tuple[Flaw, ...]
    leans_on_previous: bool = False


def grade_sentences(
    text: str, spans: Sequence[Span], language: str, *, quoted: bool = False
) -> list[Grade]:
    """Return a grade for each sentence of one paragraph, in order.

    `quoted` says that a quotation is still open from the paragraph before.
    """
    grades = []
    state = "“" if quoted else ""
    for index, span in enumerate(spans):
        sentence = span.of(text)
        after = follow_quotes(sentence, state)
        grades.append(_grade(shown(sentence), (state, after), language, first=index == 0))
        state = after
    return grades


def follow_quotes(sentence: str, state: str) -> str:
    """Return which quotation mark is open after `sentence`, empty for none.

    Only double marks are followed: a single one cannot be told from an apostrophe.

    >>> follow_quotes("“We agreed", "")
    '“'
    """
    for char in re.findall('[“”„«»"]', sentence):
        if char in "“„«":
            state = "" if char == "“" and state == "„" else char
        elif char in "”»":
            state = ""
        else:
            state = "" if state == '"' else state or '"'
    return state


def _grade(text: str, state: tuple[str, str], language: str, *, first: bool) -> Grade:
    words = [word.casefold() for word in _WORD.findall(text)]
    flaws = [
        flaw
        for flaw in (
            _find_fragment(text, words, language),
            _find_quotation_flaw(text, words, state, language),
            _find_debris(text, words),
            _find_broken(text),
            _find_leaning(words, language),
        )
        if flaw
    ]
    leans = any(flaw.name in ("leans-on-previous", "inside-quotation") for flaw in flaws)
    return Grade(tuple(flaws), leans and not first)


def _find_fragment(text: str, words: list[str], language: str) -> Flaw | None:
    if len(words) < 4:
        return Flaw("fragment", "too short to stand alone", 0.8)
    if language[:2] != "en":
        return None
    if text[0].islower():
        return Flaw("fragment", "begins in the middle of a sentence", 0.6)
    if (
        words[0] in ("and", "or", "because", "which", "who", "whose", "including")
        and words[0] == text.split(" ")[0].casefold()
    ):
        return Flaw("fragment", f"begins with “{text.split(' ')[0]}”", 0.4)
    known = load_words("fluency", "verbs", language)
    if not any(word in known or word.endswith(("ed", "s")) for word in words):
        return Flaw("fragment", "no verb found", 0.6)
    if not _ENDS.search(text):
        return Flaw("no-full-stop", "does not end as a sentence does", 0.3)
    return None


def _find_quotation_flaw(
    text: str, words: list[str], state: tuple[str, str], language: str
) -> Flaw | None:
    before, after = state
    if before and not any(word in load_words("fluency", "attribution", language) for word in words):
        return Flaw(
            "inside-quotation", "stands inside a longer quotation, without its speaker", 0.7
        )
    if after and not before:
        return Flaw("unbalanced-quotes", "opens a quotation that does not end in it", 0.5)
    if re.search("[”»]", text) and not before and not re.search("[“„«]", text):
        return Flaw("unbalanced-quotes", "closes a quotation that nothing opens", 0.5)
    if (
        re.match('["“„«]', text)
        and re.search('["”»]\\W*\\Z', text)
        and len(re.findall('[“”„«»"]', text)) == 2
    ):
        return Flaw("no-speaker", "a quotation without its speaker", 0.4)
    return None


def _find_debris(text: str, words: list[str]) -> Flaw | None:
    if _LIST_DEBRIS.search(text):
        return Flaw("debris", "looks like a piece of a list, link or label", 0.7)
    if len(words) > 110:
        return Flaw("debris", "too long to be one sentence", 0.6)
    return None


def _find_broken(text: str) -> Flaw | None:
    if _BROKEN_INSIDE.search(text):
        return Flaw("broken", "a full stop or comma cuts through it", 0.6)
    if text.count("(") != text.count(")"):
        return Flaw("unbalanced-brackets", "a bracket is missing", 0.4)
    if _BROKEN_END.search(text.rstrip(".")):
        return Flaw("broken", "breaks off", 0.6)
    return None


def _find_leaning(words: list[str], language: str) -> Flaw | None:
    if not words:
        return None
    if words[0] in load_words("fluency", "leaning", language):
        return Flaw(
            "leans-on-previous", f"“{words[0].capitalize()}” refers to an earlier sentence", 0.3
        )
    if words[0] in load_words("fluency", "linking", language):
        return Flaw(
            "leans-on-previous", f"“{words[0].capitalize()}” links to an earlier sentence", 0.2
        )
    return None
