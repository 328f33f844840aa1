"""`hostconsole check`: a run-sheet looked at before the show, without a window (docs/schema/check.json)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from hostconsole.desk.snapshot import item_json
from hostconsole.settings import FILE_NAME, load
from hostconsole.sheets import Finding, Reading, read_show
from hostconsole.sheets.chosen import RememberedColumns
from hostconsole.show.errors import Trouble
from hostconsole.show.events import SessionStarted
from hostconsole.show.fold.desk import session_started
from hostconsole.show.plan import Plan
from hostconsole.show.preflight import of_plan
from hostconsole.show.preflight.texts import ALL
from hostconsole.show.rules import Rules
from hostconsole.show.state import State

_SHARED = {every: single for single, every in ALL.items()}
"""The reader calls what all rows lack by the code of one."""

_NOT_OPENED = ("missing", "folder", "not_a_file", "no_access")


def preflight(sheet: Path, *, directory: Path, obs: str | None) -> dict[str, Any]:
    """The report of `check --json`. Raises Trouble if the file cannot be opened; one that can, but in
    which nothing is readable, is an error finding."""
    settings, warnings = load(directory / FILE_NAME)
    try:
        columns = RememberedColumns(directory)
        reading = read_show(sheet.absolute(), default_currency=settings.currency, columns=columns)
    except Trouble as trouble:
        if trouble.code in _NOT_OPENED:
            raise
        return _unreadable(sheet, trouble)
    state = unstarted(reading.plan)
    findings = [finding.as_json() for finding in reading.findings]
    findings += [
        Finding(level="warning", code="setting", row=None, column=None, message=text).as_json()
        for text in warnings
    ]
    findings += [f.as_json() for f in plan_findings(reading, settings.rules)]
    if obs is not None:
        from hostconsole.desk.obs_check import findings as obs_findings
        from hostconsole.desk.obs_check import obs_remarks
        from hostconsole.obs.password import obs_password

        items = reading.plan.items
        remarks = obs_remarks(items, address=obs, settings=settings, password=obs_password)
        findings += [f.as_json() for f in obs_findings(remarks, reading.plan)]
    return {
        "sheet": str(sheet.absolute()),
        "encoding": reading.encoding,
        "separator": reading.separator,
        "items": [item_json(state, key, 0) for key in state.order],
        "findings": findings,
    }


def plan_findings(reading: Reading, rules: Rules) -> list[Finding]:
    """What the plan lacks or contradicts, where the reading has not said so already."""
    rows = {item.id: item.row for item in reading.plan.items}
    told = {(finding.code, finding.row) for finding in reading.findings}
    everywhere = {finding.code for finding in reading.findings if finding.row is None}
    found: list[Finding] = []
    for remark in of_plan(reading.plan.items, rules):
        row = rows[remark.item] if remark.item is not None else None
        if (remark.code, row) in told or _SHARED.get(remark.code, remark.code) in everywhere:
            continue
        column = reading.headers.get(remark.column, remark.column) or None
        found.append(Finding("warning", remark.code, row, column, remark.text))
    return found


def _unreadable(sheet: Path, trouble: Trouble) -> dict[str, Any]:
    finding = Finding(level="error", code=trouble.code, row=None, column=None, message=trouble.reason)
    return {
        "sheet": str(sheet.absolute()),
        "encoding": None,
        "separator": None,
        "items": [],
        "findings": [finding.as_json()],
    }


def unstarted(plan: Plan) -> State:
    """The state of a show that was read and not begun: nothing is next, on air or skipped."""
    started = SessionStarted(
        id="", session_kind="preparation", plan=plan, simulated=False, operator="", boot="", boot_ms=0
    )
    return replace(session_started(started, at=""), next=None)
