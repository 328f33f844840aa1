"""A file brought into the show that is open: what was made here stays, prices and stock follow."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hostconsole.desk.importing import told
from hostconsole.desk.sheet_file import plan_now
from hostconsole.sheets import Reading, differences
from hostconsole.sheets.merging import merged
from hostconsole.show.events import SheetSaved
from hostconsole.show.plan import Plan
from hostconsole.show.show import Show
from hostconsole.show.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """The plan as it would be, and each change as a line."""

    plan: Plan
    lines: tuple[str, ...]


def merge_of(state: State, came: Reading) -> Merge:
    """What the rows of `came` would change; nothing is changed by asking."""
    here = plan_now(state)
    result = merged(here, came)
    lines = tuple(told(differences(here, result.plan), here, result.plan))
    return Merge(plan=replace(result.plan, digest=f"{here.digest}+{came.plan.digest}"), lines=lines)


def apply_merge(show: Show, merge: Merge) -> None:
    """Applied like a sheet that was read again: what aired or is on sale stays. The sheet on disk is still
    the one the show was opened from. Raises Refused."""
    digest, sheet = show.state.digest, show.state.plan.sheet
    show.run("sheet.reload", sheet=merge.plan)
    show.record((SheetSaved(path=sheet, digest=digest),), actor=show.state.operator or "controller")
