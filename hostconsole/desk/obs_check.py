"""OBS looked at before the show: for `hostconsole check --obs`, and for the panel on the OBS page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from hostconsole.desk.keyboard import key_table
from hostconsole.keys.table import KeyTable
from hostconsole.obs.asking import is_real
from hostconsole.obs.faults import NotAsked
from hostconsole.obs.hotkeys import installed_hotkeys
from hostconsole.obs.surveying import survey
from hostconsole.obs.way import is_near
from hostconsole.settings import Settings
from hostconsole.sheets import Finding
from hostconsole.show.errors import Refused
from hostconsole.show.frozen import replace
from hostconsole.show.obs_remark import ObsRemark
from hostconsole.show.obs_remarks import not_asked, of_survey, scenes_to_look_at
from hostconsole.show.obs_survey import Clash
from hostconsole.show.plan import Item, Plan

if TYPE_CHECKING:
    from hostconsole.obs.sockets import Switch

COLUMNS = {"scene_missing": "obs_scene"}


def obs_remarks(
    items: Sequence[Item],
    *,
    address: str,
    settings: Settings,
    password: Callable[[], str | None],
    switch: Switch | None = None,
) -> tuple[ObsRemark, ...]:
    """What to mend in OBS for a show of `items`, and what is well; () for "simulated" and "off". Takes some
    seconds, and reads files: never on the main thread. `switch` ends it early."""
    if not is_real(address):
        return ()
    rules = settings.rules
    wanted = scenes_to_look_at(items, rules)
    try:
        found = survey(address, password=password, scenes=wanted, switch=switch)
    except NotAsked as fault:
        return not_asked(fault.why)
    except Refused as refused:
        return not_asked(refused.reason.rstrip("."))
    clashes = clashing(key_table(settings)) if is_near(address) else ()
    return of_survey(replace(found, clashes=clashes), items, rules)


def clashing(table: KeyTable) -> tuple[Clash, ...]:
    """Our keys that OBS on this PC has too: it hears them even where we consume them."""
    ours = {key for binding in table.bindings for key in binding.keys}
    return tuple(
        Clash(key=hotkey.key, action=f"{hotkey.owner} {hotkey.action.rpartition('.')[2]}".strip())
        for hotkey in installed_hotkeys()
        if hotkey.key in ours
    )


def findings(remarks: Sequence[ObsRemark], plan: Plan) -> list[Finding]:
    """The remarks as `check` tells them: with the row of the sheet they are about."""
    rows = {item.id: item.row for item in plan.items}
    return [
        Finding(
            level=remark.level,
            code=remark.code,
            row=rows.get(remark.item) if remark.item is not None else None,
            column=COLUMNS.get(remark.code),
            message=remark.text,
        )
        for remark in remarks
    ]
