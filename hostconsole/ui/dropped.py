"""Tables that come by the clipboard or by dragging: what of it is a sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

ENDINGS = frozenset((".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"))


def sheet_in(data: QMimeData) -> str:
    """The path of the first file that may be a sheet, "" if there is none."""
    paths = (url.toLocalFile() for url in data.urls())
    return next((path for path in paths if Path(path).suffix.lower() in ENDINGS), "")


def table_in(data: QMimeData) -> tuple[str, str]:
    """(plain text, HTML) of what was copied."""
    return (data.text() if data.hasText() else "", data.html() if data.hasHtml() else "")
