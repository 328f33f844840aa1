"""Choosing files: boxes that are opened and never run by `exec`, which would stop the other tasks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from hostconsole.ui.language import QT_TRANSLATE_NOOP, resources_folder, translate

PATTERNS = "*.csv *.tsv *.txt *.xlsx *.xls *.ods"
LAST_SHEET = "sheet.last"
"""Under this name the path of the last sheet of one's own is remembered."""

QT_LEFT_IN_ENGLISH = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
)
"""Words of Qt's own boxes that Qt's own translation lacks: ours has them."""


def file_box(parent: QWidget, title: str, *, sheet: str) -> QFileDialog:
    """A box for files that begins in the folder of `sheet` (a path, or ""). It is to be shown or opened."""
    box = QFileDialog(parent, title, first_folder(sheet))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box


def ask_sheet(parent: QWidget, chosen: Callable[[str], None], *, last: str) -> None:
    """`chosen(path)` is called if one is chosen. `last`: the path of the last one, or ""."""
    box = file_box(parent, translate("Start", "Open a run-sheet"), sheet=last)
    box.setFileMode(QFileDialog.FileMode.ExistingFile)
    kinds = translate("Start", "Run-sheets")
    box.setNameFilter(f"{kinds} ({PATTERNS})")
    box.fileSelected.connect(chosen)
    box.open()


def first_folder(sheet: str) -> str:
    """Where a person's files are: beside their sheet, else in their Documents; never the program's folder."""
    if is_own(sheet) and Path(sheet).parent.is_dir():
        return str(Path(sheet).parent)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if Path(documents or "?").is_dir() else str(Path.home())


def is_own(sheet: str) -> bool:
    """Whether `sheet` is the path of a person's file, not of a sample that came with the program."""
    return Path(sheet).is_absolute() and not Path(sheet).is_relative_to(resources_folder())
