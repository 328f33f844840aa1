"""Texts as cells of a workbook can hold them."""

from __future__ import annotations

import re
from html import escape

from hostconsole.report.look import Look

LONGEST_TEXT = 32_767
"""Characters a cell can hold (Excel's limit)."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LIKE_RICH = re.compile(r"<r>.*</r>\Z", re.DOTALL)


def cell_text(text: str, look: Look) -> str:
    """`text` as a cell can hold it: no longer than Excel takes (what is cut is said), without characters
    XML has none for. A text that looks like the library's own rich text is wrapped in it, or it would go
    into the file unescaped."""
    text = _NO_XML.sub("\ufffd", text)
    if len(text) > LONGEST_TEXT:
        kept = LONGEST_TEXT - 100
        text = text[:kept] + look.word("cut", n=len(text) - kept)
    if _LIKE_RICH.match(text):
        return f'<r><t xml:space="preserve">{escape(text, quote=False)}</t></r>'
    return text
