"""Choosing a run-sheet: the system's dialog, not run by `exec`, which would stop the other tasks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from hostconsole.ui.language import translate

PATTERNS = "*.csv *.tsv *.txt *.xlsx *.xls *.ods"


def ask_sheet(parent: QWidget, chosen: Callable[[str], None]) -> None:
    """`chosen(path)` is called if one is chosen."""
    box = QFileDialog(parent, translate("Start", "Open a run-sheet"))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setFileMode(QFileDialog.FileMode.ExistingFile)
    box.setNameFilter(f"{translate('Start', 'Run-sheets')} ({PATTERNS})")
    box.fileSelected.connect(chosen)
    box.open()
