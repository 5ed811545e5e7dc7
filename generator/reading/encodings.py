"""How the bytes of a seed become text: the encoding found, and the repairs that can be replayed.

`replay` is all a verifier needs: whole-file steps named by their codecs, nothing by eye.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from charset_normalizer import from_bytes

from generator.language import load_stop_words

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 200_000
_LEGACY = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8-r",
    "koi8-u", "iso8859-2", "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr",
]  # fmt: skip
_LATIN = frozenset({"cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2", "latin_1"})
_PAGES = {
    "en": "cp1252", "de": "cp1252", "fr": "cp1252", "es": "cp1252", "pt": "cp1252",
    "it": "cp1252", "nl": "cp1252", "sv": "cp1252", "da": "cp1252", "no": "cp1252",
    "pl": "cp1250", "cs": "cp1250", "sk": "cp1250", "hu": "cp1250", "ro": "cp1250",
    "tr": "cp1254", "lt": "cp1257", "lv": "cp1257",
}  # fmt: skip
_CONTINUATION = "".join(
    sorted({bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0)})
)
_CYRILLIC_TAIL = "".join(
    sorted({bytes([b]).decode("cp1251", "ignore") or chr(b) for b in range(0x80, 0xC0)})
)
_AFTER = re.escape(_CONTINUATION)
_DAMAGE = {
    "windows-1252": re.compile(
        f"[\u00c2-\u00ef][{_AFTER}](?:(?<=[\u00c2-\u00df].)|(?<=[\u00e0-\u00ef].)[{_AFTER}])",
        re.DOTALL,
    ),
    "windows-1251": re.compile(f"[РСвЂ][{re.escape(_CYRILLIC_TAIL)}]"),
}
_PLAUSIBLE = re.compile(
    "[\u00a0-\u024f\u0370-\u052f\u0590-\u06ff\u1e00-\u1eff\u2010-\u203a\u20a0-\u20bf\u2122\u3000-\u9fff]"
)


def find_encoding(data: bytes, declared: str | None = None) -> str:
    """Return the name of the codec that `data` is to be decoded with.

    A byte order mark decides; then strict UTF-8; then what the file declares; then statistics.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    if data[:_SAMPLE].count(0) > len(data[:_SAMPLE]) // 4:
        return _find_wide(data)
    if _is_mostly_utf8(data):
        return "utf-8"
    if declared and _is_codec(declared, data):
        return declared
    return _guess_legacy(data)


def _find_wide(data: bytes) -> str:
    sample = data[:_SAMPLE]
    return "utf-16-le" if sample[1::2].count(0) >= sample[0::2].count(0) else "utf-16-be"


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes from a code page, whose high bytes are all broken."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        sound = sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", text)))
        return sound > 2 * broken
    return True


def _is_codec(name: str, data: bytes) -> bool:
    try:
        data[:_SAMPLE].decode(name, "replace")
    except (LookupError, ValueError, UnicodeError):
        return False
    return True


def _guess_legacy(data: bytes) -> str:
    """Guess from the lines that hold bytes beyond ASCII, for only those tell codecs apart."""
    lines = (line for line in data[: 5 * _SAMPLE].splitlines() if not line.isascii())
    sample = b"\n".join(lines)[: _SAMPLE // 8]
    best = from_bytes(sample, cp_isolation=_LEGACY).best() if sample else None
    if best is None or best.encoding in _LATIN:
        return _guess_latin(data[:_SAMPLE])
    return best.encoding


def _guess_latin(data: bytes) -> str:
    """Choose among the Latin code pages by the small words, which are mostly plain ASCII.

    Statistics of letters tell these pages apart badly: they took French for Lithuanian.
    """
    words = Counter(re.findall(r"[a-z]+", data.decode("ascii", "replace").casefold()))
    scores = {
        language: sum(words[word] for word in load_stop_words(language)) for language in _PAGES
    }
    return _PAGES[max(_PAGES, key=lambda language: scores[language])]


def find_repairs(text: str) -> tuple[str, ...]:
    """Return the whole-file steps that undo text decoded twice, none where it is sound.

    The damage is that described by ftfy: UTF-8 read as a one-byte code page. Only a file that is
    damaged throughout can be undone by whole-file steps; others are reported.

    >>> find_repairs("the cityâ€™s cafÃ© reopened")
    ('encode:windows-1252', 'decode:utf-8')
    """
    steps: tuple[str, ...] = ()
    for _ in range(2):
        found = next((code for code in _DAMAGE if _is_damaged_by(text, code)), None)
        if not found:
            break
        pair = (f"encode:{found}", "decode:utf-8")
        steps, text = steps + pair, replay(text, pair)
    return steps


def _is_damaged_by(text: str, code: str) -> bool:
    if text.isascii() or not _DAMAGE[code].search(text):
        return False
    try:
        mended = replay(text, (f"encode:{code}", "decode:utf-8"))
    except UnicodeError:
        return False
    foreign = [char for char in mended if char > "\x7f"]
    return len(_PLAUSIBLE.findall("".join(foreign))) > 0.9 * len(foreign)


def count_damage(text: str) -> int:
    """Return how many places look like UTF-8 read as a one-byte code page."""
    if not any(sign in text for sign in ("â€", "Ã", "Â")):
        return 0
    return len(
        re.findall("â€[\u0090-\u00ff\u2018-\u2122œž˜]|Ã[\u00a0-\u00bf©]|Â[\u00a0-\u00bf]", text)
    )


def replay(text: str, steps: Sequence[str]) -> str:
    """Return `text` after `steps`, pairs of `encode:CODEC` and `decode:CODEC`.

    A control character that a Windows code page lacks (U+0080 to U+009F) is encoded as its own
    number, as browsers do.
    """
    data = b""
    for step in steps:
        action, codec = step.split(":", 1)
        if action == "encode":
            data = _encode(text, codec)
        else:
            text = data.decode(codec)
    return text


def _encode(text: str, codec: str) -> bytes:
    """Encode run by run, so that a lone control character needs no error handler."""
    runs = re.split("([\x80-\x9f]+)", text)
    return b"".join(run.encode("latin-1" if index % 2 else codec) for index, run in enumerate(runs))
