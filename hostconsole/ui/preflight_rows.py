"""What the five boxes of the pre-flight say: remarks about the show, and the findings in its sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hostconsole.show.preflight import BOXES, Box, Remark
from hostconsole.show.preflight.texts import WORDS
from hostconsole.show.state import State
from hostconsole.ui.finding_texts import finding_text
from hostconsole.ui.language import translate
from hostconsole.ui.obs_remark_texts import obs_remark_texts
from hostconsole.ui.phrases import link_name
from hostconsole.ui.preflight_texts import remark_texts


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a box. `item` None: it jumps nowhere; `column` is the run-sheet's."""

    level: str
    why: str
    mend: str
    item: str | None
    column: str


_COLUMNS: Mapping[Box, tuple[str, ...]] = {
    "prices": (
        "live_price", "ref_price", "ref_price_basis", "low_7d", "low_30d", "floor_price", "currency",
    ),
    "words": (
        "script", "script_zh", "script_en", "key_points", "must_say", "must_not_say", "faq", "offer",
    ),
    "pictures": ("obs_scene", "picture", "overlay"),
    "people": ("planned_minutes", "planned_start", "owner", "countdown_sec"),
}  # fmt: skip
_BOX_OF_COLUMN: Mapping[str, Box] = {column: box for box, names in _COLUMNS.items() for column in names}
_BOX_OF_CODE: Mapping[str, Box] = {
    "price": "prices", "currency": "prices", "script_file": "words", "no_picture": "pictures",
    "times_of_day": "people",
}  # fmt: skip
_TOLD_LIVE = frozenset(WORDS)
"""What remarks say of the show as it is now; the reading said it of the sheet as it was."""


def boxes(
    state: State, remarks: Sequence[Remark], findings: Sequence[object], columns: Mapping[str, str]
) -> dict[Box, list[Said]]:
    """The lines of every box, errors first. `columns` is the sheet's own header → the run-sheet's column."""
    found: dict[Box, list[Said]] = {box: [] for box in BOXES}
    by_row: dict[object, str] = {row.item.row: key for key, row in state.items.items() if row.item.row}
    for finding in findings:
        level, code = str(getattr(finding, "level", "")), str(getattr(finding, "code", ""))
        if level not in ("error", "warning") or code in _TOLD_LIVE:
            continue
        header, row = str(getattr(finding, "column", None) or ""), getattr(finding, "row", None)
        column = columns.get(header, header)
        box = _BOX_OF_COLUMN.get(column) or _BOX_OF_CODE.get(code) or "goods"
        item = by_row.get(row)
        words = finding_text(code, str(getattr(finding, "message", "")))
        found[box].append(Said(level, words, _where(row, header), item, column))
    for remark in remarks:
        why, mend = remark_texts(remark)
        row_ = state.items.get(remark.item or "")
        who = f"{_short(link_name(row_.item), row_.item.title)} · " if row_ is not None else ""
        found[remark.box].append(Said("warning", f"{who}{why}", mend, remark.item, remark.column))
    found["pictures"] += _of_obs(state)
    for lines in found.values():
        lines.sort(key=lambda said: said.level != "error")
    return found


def _of_obs(state: State) -> list[Said]:
    """What the last look at OBS found for this show."""
    checked = state.obs.checked
    found: list[Said] = []
    for remark in checked.remarks if checked is not None else ():
        if remark.level != "ok":
            why, mend = obs_remark_texts(remark)
            row = state.items.get(remark.item or "")
            who = f"{_short(link_name(row.item), row.item.title)} · " if row is not None else ""
            found.append(Said("warning", f"{who}{why}", mend, remark.item, "obs_scene"))
    return found


def _short(link: str, title: str) -> str:
    name = title if len(title) <= 14 else f"{title[:13]}…"
    return name if link == title else f"{link} {name}"


def _where(row: object, header: str) -> str:
    parts = [translate("Console", "row {row}").format(row=row)] if row is not None else []
    return ", ".join([*parts, header] if header else parts)
