"""File names made from what people wrote: harmless on every system, whatever the words."""

from __future__ import annotations

import re
import unicodedata

LONGEST_BYTES = 120
"""UTF-8 bytes of a name without its ending: systems take 255 with it."""

_NOT_IN_NAMES = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff\ud800-\udfff]'
)
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def file_name(*parts: str) -> str:
    """`parts` as one name without an ending: no separators, no dot in front, no device's name, never
    empty."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", part)) for part in parts if part)
    name = " ".join(words.split()).lstrip(".-~ ")
    name = name.encode()[:LONGEST_BYTES].decode(errors="ignore").rstrip(". ")
    if not name or _RESERVED.match(name):
        name = f"_{name}"
    return name
