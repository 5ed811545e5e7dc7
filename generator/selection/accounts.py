"""Sentences as accounts: what is said, apart from who is said to say it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from generator.findings import Annotations, DateMention, Quantity
from generator.language import Token, split_tokens, stem_words
from generator.models import Span, shown
from generator.selection.account_words import AccountWords, AttributionWords
from generator.selection.candidates import Candidate, Corpus, find_candidates
from generator.selection.claims import Claim, read_claim

_LONGEST = 1500
"""Characters of a sentence at most."""
_ARTICLE = 4
"""Characters before a name that opens a sentence: "The "."""
_NAMES = 10
"""Names by which an article's event is told."""
_LEAD = 9
"""Words that may stand before a verb that gives the rest of its sentence to a source."""
_TAIL = 12
"""Words of a clause at the end that only names the source."""

Mention = TypeVar("Mention", Quantity, DateMention)


@dataclass(frozen=True, slots=True)
class Account:
    """One printable sentence without the clause that names its source."""

    candidate: Candidate
    text: str
    """The sentence as its article has it."""
    content: Span
    """What is said, in code points of the article."""
    claim: Claim
    """Of `content`."""
    sources: frozenset[str]
    """Stems of those it is attributed to, empty where the outlet itself speaks."""
    is_of_source: bool
    """Whether it is about the source itself: "the firm said it lost money"."""
    tokens: tuple[Token, ...]
    """All words of the sentence, with their places in `text`."""
    words: tuple[str, ...]
    """The same in lower case."""
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    named: frozenset[str] = frozenset()
    """Stems of the names that its article uses most: they tell what event it is about."""
    told: frozenset[str] = frozenset()
    """Stems of all that its article says."""

    def show(self, span: Span) -> str:
        """Return a span of the article inside the sentence as a reader sees it."""
        start = self.candidate.citation.span.start
        return shown(self.text[span.start - start : span.end - start])

    def is_independent_of(self, other: Account) -> bool:
        """Return whether the two come from different origins, or speakers of one article."""
        if self.candidate.article == other.candidate.article:
            return bool(self.sources and other.sources) and self.sources.isdisjoint(other.sources)
        return set(self.candidate.origins).isdisjoint(other.candidate.origins)


def read_accounts(corpus: Corpus, words: AccountWords, language: str) -> list[Account]:
    """Return the printable sentences as accounts, in order of the articles.

    A question tells nothing, and what is longer than any sentence is none.
    """
    texts = {article.path: article.text for article in corpus.articles}
    accounts = [
        _read_account(candidate, texts[candidate.article], corpus, words, language)
        for candidate in find_candidates(corpus)
        if "?" not in candidate.text[-3:] and len(candidate.text) <= _LONGEST
    ]
    by_article: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        by_article[account.candidate.article].append(account)
    return [told for group in by_article.values() for told in _with_article(group)]


def _with_article(accounts: Sequence[Account]) -> Iterator[Account]:
    """Yield the accounts of one article with what only all of them tell."""
    names = Counter(name for account in accounts for name in _find_heads(account.claim))
    told = frozenset[str]().union(*(account.claim.stems | account.sources for account in accounts))
    for account in accounts:
        yield replace(account, named=_find_most_used(names), told=told)


def _find_heads(claim: Claim) -> Iterator[str]:
    """Yield the names of a claim, those of several words by their last: "Riverton Times" is one."""
    following = dict(pairwise(claim.meanings))
    names = set(claim.names)
    yield from (name for name in claim.names if following.get(name) not in names)


def _find_most_used(counts: Counter[str]) -> frozenset[str]:
    return frozenset(sorted(counts, key=lambda name: (-counts[name], name))[:_NAMES])


def _read_account(
    candidate: Candidate, text: str, corpus: Corpus, words: AccountWords, language: str
) -> Account:
    span = candidate.citation.span
    tokens = split_tokens(span.of(text))
    content, source = _split_attribution(span.of(text), tokens, words.attributions)
    placed = Span(span.start + content.start, span.start + content.end)
    annotations = corpus.annotations.get(candidate.article, Annotations(candidate.article))
    return Account(
        candidate=candidate,
        text=span.of(text),
        content=placed,
        claim=_with_leading_name(read_claim(placed.of(text), language), placed, annotations),
        sources=frozenset(stem_words(source, language)),
        is_of_source=bool(source) and _opens_with(words.pronouns, tokens, content),
        tokens=tuple(tokens),
        words=tuple(token.text.lower() for token in tokens),
        quantities=tuple(_find_within(annotations.quantities, placed)),
        dates=tuple(
            m for m in _find_within(annotations.dates, placed) if _is_of_event(m, span, placed)
        ),
    )


def _with_leading_name(claim: Claim, content: Span, annotations: Annotations) -> Claim:
    """Return the claim with its first word among its names where it begins one.

    A capital says nothing there; that a name was found does.
    """
    entities = annotations.entities
    place = bisect_left(entities, content.start, key=lambda mention: mention.span.start)
    first = next((meaning for meaning in claim.meanings if meaning), "")
    near = place < len(entities) and entities[place].span.start <= content.start + _ARTICLE
    if not near or not first or first in claim.names:
        return claim
    return replace(claim, names=(first, *claim.names))


def _is_of_event(mention: DateMention, sentence: Span, content: Span) -> bool:
    """Return whether a date is of what is said: "said on Monday the plant will close" is not."""
    return content.start == sentence.start or mention.span.start > content.start + 3


def _split_attribution(
    text: str, tokens: Sequence[Token], words: AttributionWords
) -> tuple[Span, str]:
    """Return what is said and who says it; all of it and nobody where no source is named.

    >>> from generator.selection.account_words import load_account_words
    >>> words = load_account_words("en").attributions
    >>> text = "Forty came, police said."
    >>> span, source = _split_attribution(text, split_tokens(text), words)
    >>> span.of(text), source
    ('Forty came', ' police said.')
    """
    comma = text.rfind(",")
    tail = [token.text.lower() for token in tokens if token.start > comma]
    if comma > 0 and 2 <= len(tail) <= _TAIL and _names_source(tail, words):
        return Span(0, comma), text[comma + 1 :]
    for place, token in enumerate(tokens[:_LEAD]):
        if place and token.text.lower() in words.leading:
            return Span(_find_content(tokens, place, words), len(text)), text[: token.start]
    size = len(words.according)
    for place in range(1, len(tokens)):
        if tuple(token.text for token in tokens[place : place + size]) == words.according:
            return Span(0, tokens[place].start), text[tokens[place].start :]
    return Span(0, len(text)), ""


def _names_source(tail: Sequence[str], words: AttributionWords) -> bool:
    """Return whether the clause at the end only says who says the rest."""
    says = not words.trailing.isdisjoint(tail) or tail[-1] in words.closing
    return says or tuple(tail[: len(words.according)]) == words.according


def _find_content(tokens: Sequence[Token], place: int, words: AttributionWords) -> int:
    """Return where the content begins behind the verb at `place`: after a "that" near it."""
    for token in tokens[place + 1 : place + 5]:
        if token.text in words.links:
            return token.end
    return tokens[place + 1].start if place + 1 < len(tokens) else tokens[place].end


def _opens_with(words: frozenset[str], tokens: Sequence[Token], content: Span) -> bool:
    first = next((token for token in tokens if token.start >= content.start), None)
    return first is not None and first.text.lower() in words


def _find_within(mentions: Sequence[Mention], span: Span) -> Iterator[Mention]:
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    for place in range(first, len(mentions)):
        if mentions[place].span.start >= span.end:
            return
        yield mentions[place]
