"""The sentence gate: which sentences may stand alone, and what is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.models import Flaw
from generator.reading.leaning import find_leaning
from generator.reading.lexicon import load_pattern, load_words, split_words
from generator.reading.running_quotes import closes_unopened, follow_quotes, is_quotation

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_ENDS = re.compile("[.!?…。！？؟।:][\"'”’»)\\]」』]*\\Z")
_BREAKS_OFF = re.compile(r"(?:[,;–—-]|\b(?:of|the|a|an|to|and|or|with|from|which))\Z")
_LAST_LETTERS = (
    *",;–—-",
    "of",
    "the",
    "a",
    "an",
    "to",
    "and",
    "or",
    "with",
    "from",
    "which",
)
_CUT = re.compile(r"\. [a-z]")
_STRAY_STOP = re.compile(r" , [a-z]|\. \([A-Z]{2,}\) [a-z]|\. , ")
_SURE_OPENERS = ("He", "She", "It", "They", "We", "But", "There", "This", "These", "When", "An")
_OPENERS = frozenset(
    (*_SURE_OPENERS, "The", "In", "On", "At", "With", "Up", "After", "As", "For", "If", "Some",
     "Many", "More", "Most", "While")
)  # fmt: skip
_RUN_TOGETHER = re.compile(
    rf"(?<=[^\W_A-Z] )({'|'.join(_SURE_OPENERS)}) [a-z]"
    rf"| (?:[a-z][\w'’-]*|\d+) ({'|'.join(sorted(_OPENERS))}) [a-z]"  # no title: "By Myself In May"
    r"|(?<=[a-z] )(The) [A-Z]{2,4} (?:has|have|had|is|was|will|says|said)\b"
)
_QUOTES = re.compile("[“”„«»\"‘]|(?:^| )'")
_FIRST_PERSON = re.compile(r"(?:^|\b[a-z]\w*,? |[,;:–—] )I(?:['’][a-z]+)? [a-z]")  # no "War I was"
_STRAY_LETTER = re.compile(r" [b-df-hj-np-su-wz] (?=[a-z])")
_DEBRIS = re.compile(r"\s[|»›]\s|https?://|www\.|(?<!\w)[@#]\w")
_LONGEST_SILENCE = 24  # words of a sentence that says nothing else
_LONGEST_ANNOUNCEMENT = 32  # words of one that says of what somebody spoke, and nothing else
_QUOTED_WORDS = re.compile(r"[\"“«„](?=\w)(?:[^\s\"”»]+\s+){3}")  # a ship's name has fewer
_LISTED = re.compile(r"(?:[•·*–—-]|\d{1,2}[.)])\s")
_DEBRIS_SIGNS = ("|", "»", "›", "://", "www.", "@", "#")


@dataclass(frozen=True, slots=True)
class Grade:
    """What the gate says of one sentence."""

    flaws: tuple[Flaw, ...] = ()
    leans_on_previous: bool = False


_SOUND = Grade()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence on its way through the checks."""

    text: str
    words: tuple[str, ...]
    language: str
    before: str
    """The quotation mark open before it, empty for none."""
    after: str
    first: bool

    def has(self, words: str) -> bool:
        """Return whether it has one of a list's words."""
        return not load_words("fluency", words, self.language).isdisjoint(self.words)


def grade_sentences(sentences: Sequence[str], language: str) -> list[Grade]:
    """Return a grade for each sentence of one paragraph, as shown, in order.

    What is said of grammar is said of English only, what leans of languages with lists of it;
    quotations, debris and length of any language.
    """
    grades = []
    state = ""
    for index, line in enumerate(sentences):
        after = follow_quotes(line, state)
        words = tuple(split_words(line.casefold(), _WORD))
        grades.append(_grade(_Draft(line, words, language[:2], state, after, index == 0)))
        state = after
    return grades


def _grade(draft: _Draft) -> Grade:
    checks = _CHECKS + (_ENGLISH if draft.language == "en" else (_find_leaning,))
    flaws = tuple([flaw for check in checks if (flaw := check(draft))])
    if not flaws:
        return _SOUND
    leans = any(
        flaw.name == "leans-on-previous"
        or (flaw.name in ("inside-quotation", "no-speaker") and not draft.first)
        for flaw in flaws
    )
    return Grade(flaws, leans)


def _find_shortness(draft: _Draft) -> Flaw | None:
    if _IDEOGRAPH.search(draft.text):
        short = len(_IDEOGRAPH.findall(draft.text)) < 5
    else:
        short = len(draft.words) < 3 or (
            len(draft.words) == 3 and not _ENDS.search(draft.text[-12:])
        )
    return Flaw("fragment", "too short to stand alone", 0.8) if short else None


def _find_quotation_flaw(draft: _Draft) -> Flaw | None:
    if draft.before and not draft.has("attribution"):
        return Flaw(
            "inside-quotation", "stands inside a longer quotation, without its speaker", 0.7
        )
    if draft.after and not draft.before:
        return Flaw("unbalanced-quotes", "opens a quotation that does not end in it", 0.5)
    if not draft.before and closes_unopened(draft.text):
        return Flaw("unbalanced-quotes", "closes a quotation that nothing opens", 0.5)
    if is_quotation(draft.text):
        return Flaw("no-speaker", "a quotation without its speaker", 0.4)
    return None


def _find_debris(draft: _Draft) -> Flaw | None:
    signs = any(sign in draft.text for sign in _DEBRIS_SIGNS)
    if _LISTED.match(draft.text) or (signs and _DEBRIS.search(draft.text)):
        return Flaw("debris", "looks like a piece of a list, link or label", 0.7)
    if draft.text.endswith((":", "：")) or (draft.text.endswith("...") and len(draft.words) < 9):
        return Flaw("debris", "only leads up to what follows", 0.6)
    if 1 < len(draft.words) < 13 and draft.text.isupper():
        return Flaw("debris", "a heading in capitals", 0.6)
    if len(draft.words) > 110:
        return Flaw("debris", "too long to be one sentence", 0.6)
    return None


def _find_bracket_flaw(draft: _Draft) -> Flaw | None:
    if draft.text.count("(") != draft.text.count(")"):
        return Flaw("unbalanced-brackets", "a bracket is missing", 0.4)
    return None


def _find_fragment(draft: _Draft) -> Flaw | None:
    first = draft.text.split(" ", 1)[0]
    if first[:1].islower() and draft.words and not re.match(r"[a-z]+[A-Z]", first):
        return Flaw("fragment", "begins in the middle of a sentence", 0.6)
    if first.casefold() in load_words("fluency", "dangling", "en"):
        return Flaw("fragment", f"begins with “{first}”", 0.4)
    endings = ("ed", "s") if len(draft.words) > 4 else ("ed",)
    if not draft.has("verbs") and not any(word.endswith(endings) for word in draft.words):
        return Flaw("fragment", "no verb found", 0.6)
    return None


def _find_missing_stop(draft: _Draft) -> Flaw | None:
    tail = draft.text[-12:].rstrip(".")
    if tail.endswith(_LAST_LETTERS) and _BREAKS_OFF.search(tail):
        return Flaw("broken", "breaks off", 0.6)
    if not _ENDS.search(draft.text[-12:]):
        return Flaw("no-full-stop", "does not end as a sentence does", 0.3)
    return None


def _find_break(draft: _Draft) -> Flaw | None:
    text = draft.text
    stray = (" , " in text or ". (" in text) and _STRAY_STOP.search(text)
    if stray or any(_is_cut(text[: stop.start()]) for stop in _CUT.finditer(text)):
        return Flaw("broken", "a full stop or comma cuts through it", 0.6)
    word = _find_run_together(text)
    if word:
        return Flaw("run-together", f"a capital “{word}” in mid-sentence: two run into one", 0.6)
    if _STRAY_LETTER.search(text):
        return Flaw("broken", "a stray letter stands in it", 0.5)
    return None


def _find_run_together(text: str) -> str:
    """Return the word that begins a second sentence with nothing to end the first, or nothing."""
    if _OPENERS.isdisjoint(text.split(" ")[1:]):
        return ""
    together = _RUN_TOGETHER.search(text)
    return next(filter(None, together.groups())) if together else ""


def _is_cut(before: str) -> bool:
    """Whether the full stop behind `before`, with a lower-case word after it, ends nothing."""
    bare = before[before.rfind(" ") + 1 :].casefold().strip("\"'“”‘’()")
    known = load_words("sentences", "titles", "en") | load_words("sentences", "closers", "en")
    return len(bare) > 1 and bare not in known and "." not in bare


def _find_voice(draft: _Draft) -> Flaw | None:
    """Return a flaw where somebody speaks of himself, and no quotation marks say who."""
    if "I" in draft.text and not _QUOTES.search(draft.text) and _FIRST_PERSON.search(draft.text):
        return Flaw("first-person", "“I” speaks in it, without quotation marks", 0.3)
    return None


def _find_silence(draft: _Draft) -> Flaw | None:
    """Return a flaw where all it says is that somebody did not comment."""
    if len(draft.words) > _LONGEST_SILENCE or "but" in draft.words or _QUOTES.search(draft.text):
        return None
    if load_pattern("fluency", "no_comment", "en").search(draft.text):
        return Flaw("no-comment", "it says only that somebody did not comment", 0.4)
    return None


def _find_announcement(draft: _Draft) -> Flaw | None:
    """Return a flaw where all it says is that somebody spoke, of whatever."""
    if len(draft.words) > _LONGEST_ANNOUNCEMENT or _QUOTED_WORDS.search(draft.text):
        return None
    spoke = load_pattern("fluency", "only_spoke", "en").search(draft.text)
    if spoke and not load_pattern("fluency", "tells_more", "en").search(draft.text, spoke.end()):
        return Flaw("only-spoke", "it says only that somebody spoke, and not what", 0.4)
    return None


def _find_leaning(draft: _Draft) -> Flaw | None:
    return find_leaning(draft.text, draft.words, draft.language)


_Check = Callable[[_Draft], Flaw | None]
_CHECKS: tuple[_Check, ...] = (
    _find_shortness,
    _find_quotation_flaw,
    _find_debris,
    _find_bracket_flaw,
)
_ENGLISH: tuple[_Check, ...] = (
    _find_fragment,
    _find_missing_stop,
    _find_break,
    _find_voice,
    _find_silence,
    _find_announcement,
    _find_leaning,
)
