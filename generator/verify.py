"""Proof that a built dossier prints its articles' own words wherever it says so.

This file stands alone, on the standard library: `python verify.py --site site --seeds seeds`.
By the site's `data/dossier.json` it decodes each article, and holds the site to five rules:
1. Each article is a file of the seeds folder, of the digest that the data gives.
2. Each element with `data-cite="PATH#START-END"` shows that run of the article's text, exactly.
3. A page's elements are those that the data lists for it, in that order.
4. No eight words running of an article stand elsewhere in a page's main part or its attributes,
   unless the editor says them too: in a title or description of the dossier or of a topic.
5. Each place in the published data lies in an article of its path and digest, and a text that
   comes with a place is what stands there.
Runs are shown with white space folded, control and bidi characters left out, no more.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import unquote

RUN = 8
Record = tuple[str, dict[str, Any]]
OMITTED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
WHITE = re.compile("[ \t\r\n\f\u00a0]+")
MARK = re.compile(r"[!-/:-@\[-`{-~\xa1-\xbf\u2010-\u206f\u3001-\u303f\uff01-\uff0f]")
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")
UNREAD = frozenset({"script", "style", "noscript", "template"})
BREAKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl "
    "dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe "
    "legend li link main menu meta nav ol optgroup option p pre section select summary table tbody "
    "td textarea tfoot th thead title tr ul video".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def shown(text: str) -> str:
    """Return `text` as a page shows it."""
    return WHITE.sub(" ", OMITTED.sub("", text)).strip(" ")


def split_runs(text: str) -> Iterator[str]:
    """Return every eight words running of `text`, case and punctuation marks left out."""
    words = WORD.findall(MARK.sub("", shown(text).casefold()))
    return (" ".join(words[end - RUN : end]) for end in range(RUN, len(words) + 1))


def decode_article(data: bytes, path: str, encoding: str, repairs: Sequence[str]) -> str:
    """Return the text of an article's bytes; raises LookupError or ValueError if it has none."""
    text = replay(data.decode(encoding, "replace").removeprefix("\ufeff"), repairs)
    if not path.lower().endswith((".html", ".htm")):
        return text
    return "".join(_ArticleParser(text).parts)


def replay(text: str, repairs: Sequence[str]) -> str:
    """Return `text` after pairs of `encode:CODEC` (C1 characters as they are), `decode:CODEC`."""
    data = b""
    for step in repairs:
        action, codec = step.split(":", 1)
        if action == "decode":
            text = data.decode(codec)
        else:
            runs = enumerate(re.split("([\x80-\x9f]+)", text))
            data = b"".join(run.encode("latin-1" if odd % 2 else codec) for odd, run in runs)
    return text


class _ArticleParser(HTMLParser):
    """Collects the text of an HTML article, with a line feed for each tag of `BREAKS`."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unread = 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pass_tag(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        self.pass_tag(tag, -1)

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.parts.append(data)

    def pass_tag(self, tag: str, step: int) -> None:
        if tag in UNREAD:
            self.unread = max(0, self.unread + step)
        elif tag in BREAKS and not self.unread:
            self.parts.append("\n")


class _PageParser(HTMLParser):
    """Collects a page's cited elements, and whatever else its main part says."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.places: list[str] = []
        self.texts: list[str] = []
        self.loose: list[str] = [""]
        self.open: list[tuple[str, int | None]] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(reversed(attrs))  # of two alike a browser takes the first
        cited = len(self.places) if "data-cite" in values else None
        if cited is not None:
            self.places.append(unquote(values.pop("data-cite") or ""))
            self.texts.append("")
            self.loose.append("")
        if tag not in VOID:
            self.open.append((tag, cited))
        if self.is_main():
            worded = (value for value in values.values() if value and " " in value)
            self.loose[-1:] = [*worded, self.loose[-1] + " "]

    def handle_endtag(self, tag: str) -> None:
        self.loose[-1] += " "
        if any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] in {"script", "style"}:
            return
        holders = [cited for _, cited in self.open if cited is not None]
        for cited in holders:
            self.texts[cited] += data
        if not holders and self.is_main():
            self.loose[-1] += data

    def is_main(self) -> bool:
        names = {name for name, _ in self.open}
        return "article" in names or ("main" in names and "nav" not in names)


class Check:
    """One site held against its articles."""

    def __init__(self, site: Path, seeds: Path) -> None:
        self.site, self.seeds = site, seeds
        self.texts: dict[str, str] = {}
        self.digests: dict[str, str] = {}
        self.loose: dict[str, str] = {}  # eight words printed outside cited elements: their page
        self.own: set[str] = set()  # eight words of the editor's
        self.problems: list[str] = []
        self.counts: Counter[str] = Counter()

    def run(self, data: Path) -> None:
        """Check everything by the published `data`."""
        dossier = json.loads((data / "dossier.json").read_text("utf-8"))
        for entry in dossier["articles"]:
            self.check_article(*(entry[key] for key in ("path", "sha256", "encoding", "repairs")))
        listed = {find_page(data.parent, name): known for name, known in dossier["pages"].items()}
        for page in sorted({*self.site.rglob("*.html"), *listed}):
            self.check_page(page, listed.get(page, []))
        for told in (dossier, *dossier["topics"]):
            for said in (told.get("title", ""), told.get("description", "")):
                self.own.update(split_runs(said))
        self.check_loose()
        for file in sorted(data.rglob("*.json")):
            for where, record in find_records(json.loads(file.read_text("utf-8")), file.name):
                self.check_record(where, record)

    def check_article(self, path: str, sha256: str, encoding: str, repairs: Sequence[str]) -> None:
        """Read an article's file by what the data says of it."""
        try:
            data = (self.seeds / path).read_bytes()
            text = decode_article(data, path, encoding, repairs)
        except (OSError, LookupError, ValueError) as error:
            self.problems.append(f"{path}: article not readable: {error!r}")
            return
        if ".." in Path(path).parts or Path(path).is_absolute():
            self.problems.append(f"{path}: outside the seeds folder")
        self.texts[path], self.digests[path] = text, hashlib.sha256(data).hexdigest()
        self.counts["articles"] += 1
        if self.digests[path] != sha256:
            self.problems.append(f"{path}: the article has changed since the site was built")

    def check_page(self, page: Path, listed: Sequence[str]) -> None:
        """Check the cited elements of a page, one by one and against those listed."""
        name = page.relative_to(self.site).as_posix()
        if not page.is_file():
            self.problems.append(f"{name}: no such page, though the data lists it")
            return
        parser = _PageParser(page.read_text("utf-8"))
        for place, text in zip(parser.places, parser.texts, strict=True):
            self.check_text(name, place, text)
            self.counts["characters"] += len(text)
        pairs = zip_longest(parser.places, listed)
        if odd := next((pair for pair in pairs if pair[0] != pair[1]), None):
            self.problems.append(f"{name}: quotes {odd[0]} where the data lists {odd[1]}")
        self.loose.update((run, name) for text in parser.loose for run in split_runs(text))
        self.counts.update(pages=1, elements=len(parser.places))

    def check_text(self, where: str, place: str, text: str | None) -> None:
        """Check that `text` is what stands at `place`; None asks for the place alone."""
        match = re.fullmatch(r"(.+)#(\d{1,15})-(\d{1,15})", place, re.ASCII | re.DOTALL)
        if not match or match[1] not in self.texts:
            self.problems.append(f"{where}: {place} names no article's text")
            return
        start, end, whole = int(match[2]), int(match[3]), self.texts[match[1]]
        real = shown(whole[start:end])
        if not start < end <= len(whole):
            self.problems.append(f"{where}: {place} lies outside the article")
        elif text is not None and text != real:
            self.problems.append(f"{where}: {text!r} stands for {real!r} of {place}")

    def check_loose(self) -> None:
        """Check that no page prints an article's words outside cited elements."""
        found = {
            (self.loose[run], path): run
            for path, text in self.texts.items()
            for run in split_runs(text)
            if run in self.loose and run not in self.own
        }
        for (page, path), run in found.items():
            self.problems.append(f"{page}: words of {path} outside a citation: {run}")

    def check_record(self, where: str, record: Mapping[str, Any]) -> None:
        """Check that a record's text stands at its place, or else at its first citation's."""
        found = record if "start" in record else next(iter(record["citations"]), {})
        place = "{path}#{start}-{end}".format_map(defaultdict(str, found))
        self.check_text(where, place, record.get("text"))
        if found.get("sha256") != self.digests.get(found.get("path", "")):
            self.problems.append(f"{where}: another digest than that of {place}")
        self.counts["places in the data"] += 1


def find_page(base: Path, name: str) -> Path:
    """Return the built page of the source `name`, whichever way the site names its pages."""
    flat = base / f"{name.removesuffix('.md')}.html"
    return flat if flat.is_file() else flat.with_suffix("") / "index.html"


def find_records(value: Any, where: str, path: str = "", sha256: str = "") -> Iterator[Record]:
    """Return what of the data has a place, or a text with citations; path and digest go down."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from find_records(item, f"{where}[{index}]", path, sha256)
    elif isinstance(value, dict):
        path, sha256 = value.get("path", path), value.get("sha256", sha256)
        if "start" in value or {"text", "citations"} <= value.keys():
            yield where, {**value, "path": path, "sha256": sha256}
        for key, item in value.items():
            yield from find_records(item, f"{where}.{key}", path, sha256)


def open_check(site: Path, seeds: Path, data: Path | None = None) -> Check:
    """Return the finished check of `site`; raises OSError where there is nothing to check."""
    found = [data] if data else [file.parent for file in site.glob("**/data/dossier.json")]
    if len(found) != 1:
        raise FileNotFoundError(f"{site}: {len(found)} files data/dossier.json; give --data")
    if not seeds.is_dir():
        raise NotADirectoryError(f"{seeds}: no such folder")
    check = Check(site.resolve(), seeds)
    try:
        check.run(found[0].resolve())
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        check.problems.append(f"not of the shape that this program knows: {error!r}")
    return check


def verify(site: Path, seeds: Path, data: Path | None = None) -> list[str]:
    """Return all that is wrong with `site`; nothing where everything it quotes is verbatim."""
    return open_check(site, seeds, data).problems


def main(argv: Sequence[str] | None = None) -> int:
    """Check a site, say what was found, and return 0 if sound, 1 if not, 2 on wrong use."""
    parser = argparse.ArgumentParser("verify", description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    parser.add_argument("--seeds", type=Path, default=Path("seeds"), help="the articles")
    parser.add_argument("--data", type=Path, help="the data folder, if the site has several")
    options = parser.parse_args(argv)
    try:
        check = open_check(options.site, options.seeds, options.data)
    except OSError as error:
        parser.error(str(error))
    for problem in check.problems:
        print(problem, file=sys.stderr)
    counted = ", ".join(f"{count:,} {name}" for name, count in check.counts.items())
    print(f"checked {counted}: {len(check.problems)} problems")
    return 1 if check.problems else 0


if __name__ == "__main__":
    sys.exit(main())
