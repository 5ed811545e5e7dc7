"""Numbers with what they count: "31 lorries", "$15.6 billion", "12-point plan"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import prod

from generator.annotation.quantity_words import QuantityWords, load_quantity_words
from generator.findings import Quantity
from generator.language import Token, load_stop_words, split_tokens
from generator.models import Article, Span

_NEAR = 70
"""Characters around a number in which what it counts is looked for."""
_LONGEST = 4
"""Words that what is counted may have."""
_JOINED = re.compile(r"[ \u00a0-]")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0.]{1,2}\Z")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")


def find_quantities(article: Article) -> tuple[Quantity, ...]:
    """Return the quantities of the article's sentences, in text order.

    The unit is a measure ("hours", "percent", "USD") or the noun that is counted; the subject is
    the noun with what stands before it, or what a measure is of. Dates, times, ages written as
    words, ordinals and numbers that name a thing are none.
    """
    language = article.metadata.language.value or "en"
    words = load_quantity_words(language)
    if words is None:
        return ()
    stops = load_stop_words(language)
    return tuple(
        quantity
        for sentence in article.sentences
        for quantity in _find_in_sentence(article.text, sentence.span, words, stops)
    )


def _find_in_sentence(
    text: str, sentence: Span, words: QuantityWords, stops: frozenset[str]
) -> Iterator[Quantity]:
    for match in words.pattern.finditer(text, sentence.start, sentence.end):
        value = _parse_value(match, words)
        if value is None or _is_name(match, sentence, words):
            continue
        noun = _find_noun(text, Span(match.end(), sentence.end), words, stops)
        quantity = _build_quantity(match, value, noun, sentence, words)
        if quantity:
            yield quantity


def _parse_value(match: re.Match[str], words: QuantityWords) -> float | None:
    """Return the number; a short scale counts only beside a sign of money."""
    if match["digits"]:
        value = float(match["digits"].replace(",", ""))
    else:
        parts = re.split(r"[- ](?:and )?", match["words"].lower())
        numbers = [words.numbers[part] for part in parts]
        if len(numbers) == 2 and not (
            numbers[0] >= 20 and numbers[0] % 10 == 0 and numbers[1] < 10
        ):
            return None
        value = float(sum(numbers))
    scale = match["scale"]
    if scale and len(scale) == 1 and not match["sign"]:
        return None
    factor = prod(words.scales[part] for part in scale.split()) if scale else 1
    return round((value + 0.5 * bool(match["half"])) * factor, 6)


def _is_name(match: re.Match[str], sentence: Span, words: QuantityWords) -> bool:
    """Return whether the number is part of a date, a time or a name: "1249 Rescuers arrive"."""
    before = _WORD_BEFORE.search(
        match.string[max(sentence.start, match.start() - 20) : match.start()]
    )
    after = _WORD_AFTER.match(match.string, match.end(), sentence.end)
    last, following = (found[1] if found else "" for found in (before, after))
    if match.start() == sentence.start and _CLOCK.fullmatch(match[0]) and following[:1].isupper():
        return True
    if last.lower() in words.labels or last.lower() in words.months:
        return True
    return following.lower() in words.months and following[:1].isupper()


def _find_noun(
    text: str, rest: Span, words: QuantityWords, stops: frozenset[str]
) -> Sequence[Token]:
    """Return the words after a number up to the noun it counts, none where none is near."""
    window = text[rest.start : min(rest.end, rest.start + _NEAR)]
    place, found = 0, list[Token]()
    for token in split_tokens(window):
        word = token.text.lower()
        if not _JOINED.fullmatch(window, place, token.start):
            break
        place = token.end
        if not found and (word in words.links or word in words.numbers or word[0].isdigit()):
            continue
        if word in stops or len(found) == _LONGEST:
            break
        found.append(Token(token.text, rest.start + token.start, rest.start + token.end))
        if _is_counted(found[-1], words):
            return found
    return found[:1] if window[:1] == "-" else []


def _is_counted(token: Token, words: QuantityWords) -> bool:
    """Return whether the word ends what is counted: a measure, or a plural that is no name."""
    word = token.text.lower()
    if word in words.measures or word in words.plurals:
        return True
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s"))
    return plural and token.text[0].islower() and word not in words.singulars


def _build_quantity(
    match: re.Match[str], value: float, noun: Sequence[Token], sentence: Span, words: QuantityWords
) -> Quantity | None:
    """Return the quantity, None where nothing says what the number counts."""
    text = match.string
    unit, end = _find_unit(match, noun, words)
    before = text[max(sentence.start, match.start() - _NEAR) : match.start()]
    after = text[end : min(end + _NEAR, sentence.end)]
    if text.startswith("-", match.end()):
        subject = _read(words.joined.match(after))
    elif unit in words.units:
        subject = _read(words.behind.match(after) or words.ahead.search(before))
    elif noun:
        subject = text[noun[0].start : noun[-1].end]
    else:
        subject = "" if _is_year(match) else _find_head(before, words)
    is_pronoun = value == 1 and not match["digits"] and unit not in words.units
    if is_pronoun or not (unit or subject) or (_is_year(match) and len(noun) > 1):
        return None
    return Quantity(Span(match.start(), end), value, unit, subject)


def _find_unit(
    match: re.Match[str], noun: Sequence[Token], words: QuantityWords
) -> tuple[str, int]:
    """Return the unit, empty where none is near, and where the quantity ends."""
    if match["sign"]:
        return words.signs[match["sign"]], match.end()
    if match["percent"]:
        return "percent", match.end()
    if not noun:
        return "", match.end()
    word = noun[-1].text.lower()
    return words.measures.get(word, word), noun[-1].end


def _is_year(match: re.Match[str]) -> bool:
    digits = match["digits"] or ""
    return len(digits) == 4 and digits.isdigit() and 1500 <= int(digits) < 2100


def _read(found: re.Match[str] | None) -> str:
    return found["what"] if found else ""


def _find_head(before: str, words: QuantityWords) -> str:
    """Return what a number is of that stands alone: "the death toll rose to 14"."""
    found = list(words.head.finditer(before))
    return found[-1]["what"] if found else ""
