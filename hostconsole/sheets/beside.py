"""What lies beside the sheet: scripts/<row_id>.md, and pictures named by path."""

from __future__ import annotations

import os
from pathlib import Path

from hostconsole.sheets.grid import Grid

LARGEST_SCRIPT = 1_000_000


def scripts(grid: Grid, folder: Path, ids: list[str], written: list[str]) -> list[str]:
    """The scripts of the cells, filled from the files beside the sheet where a cell is empty.

    Only names that the folder itself lists are opened, so that no id can lead elsewhere.
    """
    try:
        files = {e.name: e.path for e in os.scandir(folder / "scripts") if e.is_file(follow_symlinks=False)}
    except (OSError, ValueError):
        return written
    found = list(written)
    for at, identity in enumerate(ids):
        if not found[at] and (path := files.get(f"{identity}.md")):
            found[at] = _script(grid, at, Path(path))
    return found


def _script(grid: Grid, at: int, path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_SCRIPT:
            raise ValueError(f"it is larger than {LARGEST_SCRIPT:,} bytes")
        return path.read_text(encoding="utf-8-sig").strip()
    except (OSError, ValueError) as why:
        grid.say("error", "script_file", at, "script", f"scripts/{path.name} cannot be read: {why}.")
        return ""


def pictures(grid: Grid, folder: Path) -> list[str]:
    """Absolute paths of the pictures named in the sheet; a missing one is said and left out."""
    texts = grid.texts("picture")
    known = {text: _picture(folder, text) for text in set(texts)}
    for at, text in enumerate(texts):
        if text and not known[text]:
            grid.say("warning", "no_picture", at, "picture", f"There is no picture file {text[:120]!r}.")
    return [known[text] for text in texts]


def _picture(folder: Path, text: str) -> str:
    if not text or "://" in text:
        return ""
    try:
        path = (folder / text.replace("\\", "/")).absolute()
        return str(path.resolve()) if path.is_file() else ""
    except (OSError, ValueError):
        return ""
