"""Bytes to text: byte order mark, strict UTF-8, UTF-16 without a mark, then a guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

import msgspec

from hostconsole.tables.table import Issue

SAMPLE_BYTES = 64 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEYOND_ASCII = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_COMMON = {"gb18030": 0.05, "cp1252": 0.01}
_LIKELY = [
    "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254",
    "cp1256", "cp1257", "cp1258", "cp874", "cp437", "cp850", "mac_roman",
]  # fmt: skip
"""What spreadsheet programs save, on the systems shops use. The East Asian ones come first."""


class Decoded(msgspec.Struct, frozen=True):
    """A text, how it was decoded, and what had to be guessed or given up for it."""

    text: str
    encoding: str
    issues: tuple[Issue, ...] = ()


Judge = Callable[[str], int]
"""How many headers a reader knows at the beginning of a text: the best witness of an encoding."""


def decode(content: bytes, judge: Judge) -> Decoded | None:
    """The text of a file, without its byte order mark; None if it is not a text at all."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content, encoding)
    if b"\x00" in content[: 4 * SAMPLE_BYTES]:
        return _wide(content)
    try:
        return _checked(Decoded(content.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        return _checked(_nearly_utf8(content) or _guessed(content, judge))


def _lenient(content: bytes, encoding: str) -> Decoded | None:
    """Decoded as its mark says; what cannot be is replaced, and said."""
    try:
        return _checked(Decoded(content.decode(encoding), encoding))
    except UnicodeDecodeError:
        return _checked(_patched(content, encoding))


def _patched(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, errors="replace").removeprefix("\ufeff")
    broken = text.count("\ufffd")
    message = f"{broken} characters could not be read as {encoding} and are shown as \ufffd."
    return Decoded(text, encoding, (Issue(code="bad_characters", message=message),))


def _wide(content: bytes) -> Decoded | None:
    """UTF-16 without a mark: separators and line ends give themselves away by their zero byte."""
    sample = content[:SAMPLE_BYTES]
    encoding = "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"
    try:
        return _checked(Decoded(content.decode(encoding), encoding))
    except UnicodeDecodeError:
        return None


def _nearly_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with a few broken characters (a cut file, a pasted byte) is still UTF-8."""
    patched = _patched(content, "utf-8")
    broken = patched.text.count("\ufffd")
    beyond = sum(map(len, re.findall("[^\x00-\x7f]+", patched.text)))
    return patched if broken * 50 <= beyond else None


def _guessed(content: bytes, judge: Judge) -> Decoded:
    encoding = _likeliest(content, judge)
    issue = Issue(code="guessed_encoding", message=f"The file does not say its encoding; read as {encoding}.")
    try:
        return Decoded(content.decode(encoding), encoding, (issue,))
    except UnicodeDecodeError:
        patched = _patched(content, encoding)
        return Decoded(patched.text, encoding, (issue, *patched.issues))


def _likeliest(content: bytes, judge: Judge) -> str:
    """Under which most headers are known; then what makes the least mess of the lines beyond ASCII.

    A few short lines look clean in several encodings: then the commoner one is taken.
    """
    from charset_normalizer import from_bytes

    lines: list[bytes] = []
    size = 0
    for found in _BEYOND_ASCII.finditer(content):
        lines.append(found.group())
        size += len(lines[-1]) + 1
        if size >= SAMPLE_BYTES:
            break
    matches = from_bytes(b"\n".join(lines)[:SAMPLE_BYTES], cp_isolation=_LIKELY)
    # Encodings under which the sample reads the same stand together in one match.
    mess = {
        name: match.chaos - _COMMON.get(name, 0.0)
        for match in matches
        for name in (match.encoding, *match.could_be_from_charset)
    }
    if not mess:
        return "gb18030"
    start = content[:SAMPLE_BYTES]
    return min(mess, key=lambda name: (-judge(start.decode(name, errors="replace")), mess[name]))


def _checked(decoded: Decoded) -> Decoded | None:
    """None for what has control characters like a program or a picture has."""
    return decoded if len(_CONTROL.findall(decoded.text, 0, 10**6)) * 200 <= len(decoded.text) else None
