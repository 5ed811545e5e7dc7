"""How one article was read, for a terminal: every line in the colour of its kind, and totals."""

from __future__ import annotations

from collections import Counter

from generator.findings import Annotations
from generator.models import Article, Block, BlockKind

_COLOURS = {
    BlockKind.TITLE: "1;36",
    BlockKind.STANDFIRST: "36",
    BlockKind.BODY: "0",
    BlockKind.SUBHEADING: "1",
    BlockKind.CAPTION: "35",
    BlockKind.META: "34",
    BlockKind.BOILERPLATE: "2;31",
}
_FLAWED = "33"
_NAMES = ("title", "publisher", "author", "url", "language")


def render_inspection(article: Article, annotations: Annotations, *, colour: bool = False) -> str:
    """Return the metadata, the blocks, the flawed sentences and the totals, a line each."""
    return "\n".join(
        [
            *_render_metadata(article),
            "",
            *(_render_block(article, block, colour=colour) for block in article.blocks),
            "",
            *_render_flaws(article, colour=colour),
            *_render_totals(article),
            *article.problems,
            f"{len(annotations.topics)} topic matches, {len(annotations.dates)} dates",
        ]
    )


def paint(text: str, code: str, *, colour: bool) -> str:
    """Return `text` in the colour of an ANSI code, plain without `colour`."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _render_metadata(article: Article) -> list[str]:
    known = article.metadata
    lines = [f"{article.path}  {article.encoding}  {len(article.text)} characters"]
    lines += [f"repair     {step}" for step in article.repairs]
    for name in _NAMES:
        finding = getattr(known, name)
        lines.append(f"{name:<11}{finding.value or 'unknown'}  ({finding.rule})")
    published = known.published
    lines.append(f"published  {published.value or 'unknown'}  ({published.rule})")
    return lines


def _render_block(article: Article, block: Block, *, colour: bool) -> str:
    text = paint(article.show(block.span), _COLOURS[block.kind], colour=colour)
    return f"{block.kind.value:<12}{text}  ({block.rule})"


def _render_flaws(article: Article, *, colour: bool) -> list[str]:
    return [
        f"{paint(flaw.name, _FLAWED, colour=colour)}: {flaw.reason}: {article.show(sentence.span)}"
        for sentence in article.sentences
        for flaw in sentence.flaws
    ]


def _render_totals(article: Article) -> list[str]:
    """Return kept and set aside as shares of the characters that are no white space."""
    sizes: Counter[BlockKind] = Counter()
    for block in article.blocks:
        sizes[block.kind] += len("".join(block.span.of(article.text).split()))
    total = sum(sizes.values()) or 1
    kept = sum(size for kind, size in sizes.items() if kind.is_content)
    lines = [f"{kind.value:<12}{sizes[kind]:>8}  {sizes[kind] / total:7.1%}" for kind in BlockKind]
    lines.append(f"kept {kept / total:.1%} + set aside {(total - kept) / total:.1%} = 100 %")
    return lines
