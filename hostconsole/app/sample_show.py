"""The sample show, in the language of the windows."""

from __future__ import annotations

from dataclasses import replace

from hostconsole.bundled import sample
from hostconsole.sheets import Reading, read_show
from hostconsole.ui.language import Language

NAMES: dict[Language, str] = {"en": "Sample show", "zh": "示例场次"}


def read_sample(language: Language) -> Reading:
    """The show by a name of its own: its file's is none for a window. Raises Trouble if it cannot be read."""
    reading = read_show(sample(language).absolute())
    return replace(reading, plan=replace(reading.plan, name=NAMES[language]))
