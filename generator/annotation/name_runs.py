"""Runs of capitals: where one ends, and what small words it runs on over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.annotation.gazetteer import Gazetteer
from generator.annotation.grammar import Grammar, Word

_LONGEST = 16
"""Words after which a run is cut: it is a list or a shout, and bounds every search."""
_SHOUT = 8
"""Letters of two words in capitals that are no initials."""


@dataclass(frozen=True, slots=True)
class RunReader:
    """Finds runs of capitals in one language."""

    grammar: Grammar
    gazetteer: Gazetteer

    def is_given(self, word: Word) -> bool:
        """Return whether the word is a common given name, or begins with one and a hyphen."""
        return self.gazetteer.is_given(word.text.partition("-")[0])

    def find_stop(self, words: Sequence[Word], start: int) -> int:
        """Return the index behind the run of capitals that starts there, `start` for none."""
        if not self._is_capital(words, start):
            return start
        stop = start + 1
        last = min(len(words), start + _LONGEST)
        while stop < last and not words[stop - 1].is_possessive:
            step = 0 if _is_seam(words, start, stop) else self._next_step(words, start, stop)
            if step == 0:
                break
            stop += step
        return stop

    def _next_step(self, words: Sequence[Word], start: int, stop: int) -> int:
        """Return how many words further the run goes, 0 where it ends."""
        gap = words[stop].start - words[stop - 1].end
        if gap > 1 or (gap == 0 and not words[stop].is_mark):
            return 0
        if self._is_capital(words, stop):
            return 1
        later = self._is_capital(words, stop + 1)
        if words[stop].text == "." and later and self._is_abbreviated(words[stop - 1]):
            return 2
        if later and (words[stop].text == "&" or words[stop].text in self.grammar.particles):
            return 2
        return self._joint(words, start, stop)

    def _joint(self, words: Sequence[Word], start: int, stop: int) -> int:
        """Return the words that "of", "for", "and" tie to an organisation or a water's name."""
        word, ties, joints = words[stop].text, self.gazetteer.ties, self.gazetteer.joints
        is_tie = word in ties and words[stop - 1].low in self.gazetteer.leads
        is_further = word in joints - ties and any(w.text in ties for w in words[start:stop])
        if not is_tie and not is_further:
            return 0
        ahead = stop + 1
        if ahead < len(words) and words[ahead].text in joints - ties:
            ahead += 1
        goes_on = self._is_capital(words, ahead) and words[ahead].low not in self.grammar.days
        return ahead + 1 - stop if goes_on else 0

    def _is_capital(self, words: Sequence[Word], index: int) -> bool:
        if index >= len(words) or not words[index].is_capital:
            return False
        word = words[index]
        if word.low not in self.grammar.small or (word.text.isupper() and len(word.text) > 1):
            return True
        if index == 0:
            return False
        is_last = self.is_given(words[index - 1]) and self._ends_name(words, index)
        return is_last or self._begins_name(words, index)

    def _begins_name(self, words: Sequence[Word], index: int) -> bool:
        """Return whether a small word inside a sentence is a given name, as Will and Per are."""
        later = words[index + 1 : index + 2]
        return (
            self.is_given(words[index])
            and words[index - 1].text.islower()
            and bool(later)
            and later[0].is_capital
        )

    def _ends_name(self, words: Sequence[Word], index: int) -> bool:
        """Return whether a small word behind a given name is an initial, or the surname May."""
        word, later = words[index], words[index + 1 : index + 2]
        if len(word.text) == 1:
            return bool(later) and later[0].text == "."
        is_dated = bool(later) and later[0].text[0].isdigit()
        return word.low in self.gazetteer.modal_surnames and not is_dated

    def _is_abbreviated(self, word: Word) -> bool:
        if word.low in self.gazetteer.abbreviated or len(word.text) == 1:
            return True
        return len(word.text) < 6 and word.low in self.grammar.titles


def _is_seam(words: Sequence[Word], start: int, stop: int) -> bool:
    """Return whether a shout begins or ends there: a headline that stuck to a name."""
    if words[stop].text.isupper():
        return not words[stop - 1].text.isupper() and _is_shout(words[stop : stop + 2])
    return stop - start > 1 and _is_shout(words[stop - 2 : stop])


def _is_shout(words: Sequence[Word]) -> bool:
    text = "".join(word.text for word in words)
    return len(words) > 1 and text.isupper() and len(text) >= _SHOUT
