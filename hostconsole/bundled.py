"""Files that travel with the program (resources/): beside the sources in a checkout, else in the wheel."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def bundled(*parts: str) -> Path:
    """The path of a bundled file or folder, such as bundled("sample_show.csv")."""
    inside = Path(str(files("hostconsole"))) / "resources"
    root = inside if inside.is_dir() else Path(__file__).parents[1] / "resources"
    return root.joinpath(*parts)
