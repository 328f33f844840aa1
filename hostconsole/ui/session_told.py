"""What a session's report says, as the Review room shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`sentences` are (text, evidence lines); `figures` are (title, value, formula); `actions` are (seq,
    text, done); `text` is the whole summary for a message."""

    session: str
    sentences: tuple[tuple[str, tuple[str, ...]], ...] = ()
    figures: tuple[tuple[str, str, str], ...] = ()
    actions: tuple[tuple[int, str, bool], ...] = ()
    text: str = ""
    sold: str = ""
    value: str = ""
    retain_until: str = ""


def told_of(found: Mapping[str, Any]) -> Told:
    """From what `hostconsole summary --json` prints. Raises KeyError and TypeError for anything else."""
    figures = {one["key"]: one["text"] for one in found["figures"]}
    return Told(
        session=found["session"],
        sentences=tuple((one["text"], _lines(one["evidence"])) for one in found["sentences"]),
        figures=tuple((one["title"], one["text"], one["formula"]) for one in found["figures"]),
        actions=tuple((one["seq"], one["text"], one["done"]) for one in found["actions"]),
        text=found["text"],
        sold=figures.get("sold", ""),
        value=figures.get("value", ""),
        retain_until=str(found.get("retain_until", "")),
    )


def _lines(evidence: list[dict[str, str]]) -> tuple[str, ...]:
    return tuple(f"{row['clock']}  {row['text']}".strip() for row in evidence)
