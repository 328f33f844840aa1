"""Bytes to rows: encodings, separators, CSV, XLSX, XLS, ODS. Knows nothing of shows."""

from __future__ import annotations

from hostconsole.tables.reading import read_table
from hostconsole.tables.table import Cell, Issue, Merge, Number, Table, Unreadable, rounded, text_of

__all__ = ["Cell", "Issue", "Merge", "Number", "Table", "Unreadable", "read_table", "rounded", "text_of"]
