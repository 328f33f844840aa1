"""Run-sheets and shop exports, read into a plan."""

from __future__ import annotations

from hostconsole.sheets.differences import Difference, differences
from hostconsole.sheets.findings import Finding
from hostconsole.sheets.reading import Reading, read_show

__all__ = ["Difference", "Finding", "Reading", "differences", "read_show"]
