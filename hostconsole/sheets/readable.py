"""Descriptions in HTML as words that can be read aloud: lists keep their lines, everything else its text."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(?:[a-zA-Z!/][^<>]*)>")
_UNSAID = re.compile(r"<(script|style|head)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_GAPS = re.compile(r"\n{3,}")


def readable(text: str) -> str:
    """`text` without markup. Plain text stays as it is, apart from blanks at its ends."""
    clean = _CONTROL.sub("", text)
    if "<" not in clean and "&" not in clean:
        return clean.strip()
    words = _rendered(clean) if _TAG.search(clean) else html.unescape(clean)
    lines = (_BLANKS.sub(" ", line).strip() for line in words.splitlines())
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


def _rendered(text: str) -> str:
    """By inscriptis; what it cannot take for a document loses its tags and keeps its words."""
    from inscriptis import get_text
    from inscriptis.css_profiles import CSS_PROFILES
    from inscriptis.model.config import ParserConfig

    config = ParserConfig(css=CSS_PROFILES["strict"], display_links=False, display_images=False)
    bare = html.unescape(_TAG.sub(" ", _UNSAID.sub(" ", text)))
    try:
        words = str(get_text(text, config))
    except (ValueError, SyntaxError, RecursionError, AttributeError):
        return bare
    # The parser drops what is nested too deeply: words that are lost are worse than lines that are.
    return words if len("".join(words.split())) * 2 >= len("".join(bare.split())) else bare
