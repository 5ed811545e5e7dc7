"""Tokens, stems and stop words: shared by every stage that compares words.

Nothing is downloaded: the Snowball stemmers and the stop-word lists come inside their packages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain

import snowballstemmer
from stop_words import StopWordError, get_stop_words

from generator.models import Span

_TOKEN = re.compile(
    r"[^\W_](?:[^\W_]|[.,](?=\d)|['’.](?=[^\W_]))*"  # U.S, 15.6, China's, 1,000
)
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_POSSESSIVE = re.compile("['’]s?$")
_VOWELS = "aeiouy"
_LEAST_ROOT = 3  # letters of a place's name that its adjectives keep
_LEAST_SPELT = 3  # letters before an ending that may be spelt in two ways
_SHORTEST = 5  # letters left of a word whose language has no stemmer
_NOUN_CAPITALS = frozenset({"de", "lb"})
_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian",
    "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number of a text."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Return where the token stands."""
        return Span(self.start, self.end)


def split_tokens(text: str) -> list[Token]:
    """Return the words and numbers of `text` with their places in it.

    Ideographs are taken one by one, since nothing parts their words.

    >>> [token.text for token in split_tokens("China’s $15.6 billion, U.S. aid")]
    ['China’s', '15.6', 'billion', 'U.S', 'aid']
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        if _IDEOGRAPH.search(match[0]):
            start = match.start()
            tokens += [Token(c, start + i, start + i + 1) for i, c in enumerate(match[0])]
        else:
            tokens.append(Token(match[0], match.start(), match.end()))
    return tokens


def opens_quotation(text: str, place: int) -> bool:
    """Return whether a "»" at `place` opens what is quoted, as in German: it closes elsewhere.

    >>> opens_quotation("»Nein«, sagte sie.", 0), opens_quotation("« Non », dit-elle.", 6)
    (True, False)
    """
    if text[place : place + 1] != "»" or not text[place + 1 : place + 2].strip():
        return False
    return place == 0 or text[place - 1].isspace() or text[place - 1] in "([–—"


def has_name_capitals(language: str) -> bool:
    """Return whether a capital within a sentence marks a name: in German it marks any noun."""
    return language[:2] not in _NOUN_CAPITALS


@lru_cache(maxsize=32)
def load_stop_words(language: str) -> frozenset[str]:
    """Return the stop words of `language`, lower case; none where no list is known.

    English has a list of our own: the package's takes "fire", "bill" and "computer" for empty.
    """
    own = files("generator") / "data" / "stop_words" / f"{language[:2]}.txt"
    if own.is_file():
        return frozenset(own.read_text("utf-8").split())
    try:
        return frozenset(word.casefold() for word in get_stop_words(language[:2]))
    except StopWordError:
        return frozenset()


@lru_cache(maxsize=32)
def load_stemmer(language: str) -> Callable[[str], str]:
    """Return the cached stemmer of `language`; where none is known, one that cuts long words short.

    >>> load_stemmer("uk")("тунелями") == load_stemmer("uk")("тунелю")
    True
    """
    name = _STEMMERS.get(language[:2])
    if name is None:
        return _cut_short
    return lru_cache(maxsize=200_000)(snowballstemmer.stemmer(name).stemWord)


@lru_cache(maxsize=32)
def load_normalizer(language: str) -> Callable[[str], str]:
    """Return the cached function that stems a word after its ending is spelt in one way.

    Words that the stemmer takes for forms of another keep a stem of their own.

    >>> normalize = load_normalizer("en")
    >>> [normalize(word) for word in ("harbours", "harbor", "pretence", "pretense")]
    ['harbor', 'harbor', 'pretens', 'pretens']
    >>> [normalize(word) for word in ("office", "officers", "imports", "important")]
    ['offic', 'officer', 'import', 'important']
    """
    stem = load_stemmer(language)
    endings = [line.split() for line in load_words(language, "spellings")]
    if not endings:
        return stem
    lines = map(str.split, load_words(language, "own_stems"))
    own = {form: forms[0] for forms in lines for form in forms}

    @lru_cache(maxsize=200_000)
    def normalize(word: str) -> str:
        if word in own:
            return own[word]
        one, other = next((pair for pair in endings if word.endswith(pair[0])), ("", ""))
        root = word[: len(word) - len(one)]
        return stem(root + other if len(root) >= _LEAST_SPELT else word)

    return normalize


def _cut_short(word: str) -> str:
    """Return the first letters of a long word: what its forms share where endings are inflected."""
    return word[: max(_SHORTEST, len(word) - 3)] if word.isalpha() else word


def stem_words(text: str, language: str) -> list[str]:
    """Return the stems of the words of `text`, stop words left out, in order.

    >>> stem_words("The pipelines of China’s north", "en")
    ['pipelin', 'china', 'north']
    """
    stem, stops = load_stemmer(language), load_stop_words(language)
    words = (_POSSESSIVE.sub("", token.text.casefold()) for token in split_tokens(text))
    return [stem(word) for word in words if word and word not in stops]


@lru_cache(maxsize=128)
def load_words(language: str, name: str) -> tuple[str, ...]:
    """Return the lines of the word list `name` of `language`, none where it has no such list."""
    file = files("generator") / "data" / language[:2] / f"{name}.txt"
    if not file.is_file():
        return ()
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=8)
def load_synonyms(language: str) -> Mapping[str, str]:
    """Return for each stem that has synonyms or irregular forms the one that stands for all."""
    normalize, canonical = load_normalizer(language), dict[str, str]()
    lists = ("irregular_forms", "irregular_verbs", "synonyms")
    for line in chain.from_iterable(load_words(language, name) for name in lists):
        stems = [normalize(word) for word in line.split()]
        first = next((canonical[word] for word in stems if word in canonical), stems[0])
        canonical |= {word: canonical.get(word, first) for word in stems}
    return canonical


@lru_cache(maxsize=8)
def load_place_words(language: str) -> Mapping[str, str]:
    """Return what stands for a place and its people alike, by each word for them as written.

    >>> words = load_place_words("en")
    >>> words["Brazilian"] == words["Brazil"], words["French"] == words["France"]
    (True, True)
    """
    found: dict[str, str] = {}
    endings = load_words(language, "demonym_endings")
    for place in _load_places() if endings else ():
        forms = [place, *_derive(place, endings)]
        found |= dict.fromkeys((form for form in forms if form not in found), place.casefold())
    for line in load_words(language, "demonyms"):
        names = [name for name in map(str.strip, line.split(",")) if " " not in name]
        found |= {_capitalise(name): names[0].casefold() for name in names}
    return found


def _derive(place: str, endings: Iterable[str]) -> Iterator[str]:
    """Yield the adjectives of a place: an ending takes the place of its last vowel.

    Not the shortest, of one vowel: "Iraqi", but not "Francis".
    """
    root = place[:-1] if place[-1] in _VOWELS else place
    for ending in endings:
        if len(root) >= _LEAST_ROOT and (root == place or len(ending.rstrip("s")) > 1):
            yield root + ending


@lru_cache(maxsize=1)
def _load_places() -> tuple[str, ...]:
    """Return the places of one word."""
    lines = (files("generator") / "data" / "places.txt").read_text("utf-8").splitlines()
    names = (line.partition(";")[0].strip() for line in lines if not line.startswith("#"))
    return tuple(name for name in names if name.isalpha())


def _capitalise(name: str) -> str:
    return name if name.isupper() else name.capitalize()
