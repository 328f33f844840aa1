"""The part of `check` that asks a real OBS: does every scene of the sheet exist?"""

from __future__ import annotations

from hostconsole.obs.asking import scene_names
from hostconsole.obs.password import obs_password
from hostconsole.sheets import Finding
from hostconsole.show.errors import Refused, Trouble
from hostconsole.show.plan import Plan
from hostconsole.show.rules import Rules
from hostconsole.show.target import scene_of


def scene_findings(plan: Plan, *, address: str, rules: Rules) -> list[Finding]:
    """One warning for each item whose scene OBS does not have, or one that OBS cannot be asked."""
    try:
        names = scene_names(address, password=obs_password)
    except (Trouble, Refused) as fault:
        return [Finding(level="warning", code="obs", row=None, column=None, message=str(fault))]
    if names is None:
        return []
    return [
        Finding(
            level="warning",
            code="scene_missing",
            row=item.row,
            column="obs_scene",
            message=f"OBS has no scene {scene!r}.",
        )
        for item in plan.items
        if (scene := scene_of(item, rules)) is not None and scene not in names
    ]
