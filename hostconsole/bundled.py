"""Files that travel with the program (resources/): beside the sources in a checkout, else in the wheel."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

SAMPLES: Mapping[str, str] = {"en": "sample_show_en.csv", "zh": "sample_show.csv"}
"""The sheet of the sample show by the language it is in: row by row the same show."""


def bundled(*parts: str) -> Path:
    """The path of a bundled file or folder, such as bundled("sample_show.csv")."""
    inside = Path(__file__).with_name("resources")
    root = inside if inside.is_dir() else Path(__file__).parents[1] / "resources"
    return root.joinpath(*parts)


def sample(language: str) -> Path:
    """The sample show's sheet in the language of the windows, "en" or "zh"."""
    return bundled(SAMPLES[language])


def is_sample(sheet: str) -> bool:
    """Whether a show's sheet is the sample show's, by its name."""
    return PurePath(sheet).name in SAMPLES.values()
