"""`hostconsole scenes SHEET`: what OBS lacks for a show, listed or made, without a window
(docs/schema/scenes.json)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from hostconsole.obs.asking import BUILDING_TIMEOUT_S, asked_once, is_real
from hostconsole.obs.faults import NotAsked, NotBuilt, RequestFailed
from hostconsole.obs.password import obs_password
from hostconsole.settings import FILE_NAME, Settings, load
from hostconsole.sheets import read_show
from hostconsole.show.errors import Trouble
from hostconsole.show.obs_state import Obs, SceneNeed
from hostconsole.show.plan import Plan
from hostconsole.show.scene_needs import SceneNeeds, scene_needs

if TYPE_CHECKING:
    from hostconsole.obs.scenery import Workshop
    from hostconsole.obs.wire import Wire

Status = Literal["exists", "missing", "made", "failed", "removable", "removed", "kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneRow:
    """What is to be said of one scene. `rows` are the sheet's row numbers, `inputs` the `hc:` inputs that
    stand or would stand in it, `offers` scenes of OBS that may be meant; `why` it failed or was kept."""

    name: str
    status: Status
    rows: tuple[int, ...] = ()
    inputs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenesReport:
    """`new` are the `hc:` inputs that were or would be made, `used` those that were there before. `notes`
    are pairs of a code and an English sentence."""

    sheet: str
    canvas: tuple[int, int]
    scenes: tuple[SceneRow, ...]
    new: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def failed(self) -> bool:
        return any(row.status == "failed" for row in self.scenes)

    def as_json(self) -> dict[str, Any]:
        return {
            "sheet": self.sheet,
            "canvas": {"width": self.canvas[0], "height": self.canvas[1]},
            "scenes": [
                {
                    "name": row.name,
                    "status": row.status,
                    "rows": list(row.rows),
                    "inputs": list(row.inputs),
                    "offers": list(row.offers),
                    "why": row.why or None,
                }
                for row in self.scenes
            ],
            "inputs": {"new": list(self.new), "used": list(self.used)},
            "notes": [{"code": code, "message": message} for code, message in self.notes],
        }


Told = Callable[[SceneRow, int, int], None]
"""Hears of each scene as it is made: the row, how many are done, and of how many."""


class SceneMaker:
    """One sheet and one OBS. Raises Trouble: the sheet cannot be read, or OBS cannot be asked."""

    def __init__(self, sheet: Path, *, directory: Path, obs: str | None) -> None:
        self._settings: Settings = load(directory / FILE_NAME)[0]
        self._address = obs or self._settings.obs.address
        self._sheet = sheet.absolute()
        self._plan: Plan = read_show(self._sheet, default_currency=self._settings.currency).plan

    @property
    def real(self) -> bool:
        """There is an OBS to make scenes in."""
        return is_real(self._address)

    def look(self) -> ScenesReport:
        """What would be made. Nothing is changed."""
        with self._asking() as wire:
            shop, needs = self._look(wire)
            return self._report(needs, shop, [self._missing(need, needs, shop) for need in needs.missing])

    def make(self, told: Told = lambda _row, _done, _of: None) -> ScenesReport:
        """Makes what is missing, scene by scene; one that fails does not stop the others."""
        from hostconsole.obs.building import build

        with self._asking() as wire:
            shop, needs = self._look(wire)
            rows: list[SceneRow] = []
            for number, need in enumerate(needs.missing, start=1):
                row = self._missing(need, needs, shop)
                try:
                    built = build(wire, need, self._settings.rules.host_language)
                    row = replace(row, status="made", inputs=built.inputs)
                except (NotBuilt, RequestFailed) as failed:
                    row = replace(row, status="failed", inputs=(), why=failed.why)
                rows.append(row)
                told(row, number, len(needs.missing))
            return self._report(needs, shop, rows)

    def remove(self, *, really: bool) -> ScenesReport:
        """Takes away the scenes of this show that hold exactly what `make` puts into one; if not `really`,
        only says which."""
        from hostconsole.obs.building import as_made, on_air, remove

        with self._asking() as wire:
            shop, needs = self._look(wire)
            shown = on_air(wire)
            rows: list[SceneRow] = []
            for scene in needs.there:
                row = SceneRow(name=scene, status="kept", rows=self._rows_of(scene))
                if not as_made(wire, scene, shop, self._settings.rules.host_language):
                    row = replace(row, why="it is not as it was made")
                elif scene == shown:
                    row = replace(row, why="it is on air in OBS")
                elif really:
                    remove(wire, scene)
                    row = replace(row, status="removed")
                else:
                    row = replace(row, status="removable")
                rows.append(row)
            return ScenesReport(sheet=str(self._sheet), canvas=(shop.width, shop.height), scenes=tuple(rows))

    @contextmanager
    def _asking(self) -> Iterator[Wire]:
        try:
            with asked_once(self._address, password=obs_password, timeout_s=BUILDING_TIMEOUT_S) as wire:
                yield wire
        except NotAsked as fault:
            raise Trouble("obs", f"OBS cannot be asked: {fault.why}.") from fault

    def _look(self, wire: Wire) -> tuple[Workshop, SceneNeeds]:
        from hostconsole.obs.building import look_around

        shop = look_around(wire)
        there = Obs(link="ready", scenes=tuple(sorted(shop.scenes)))
        return shop, scene_needs(self._plan.items, there, self._settings.rules)

    def _missing(self, need: SceneNeed, needs: SceneNeeds, shop: Workshop) -> SceneRow:
        from hostconsole.obs.building import would_hold

        try:
            held = would_hold(need, shop, self._settings.rules.host_language)
        except NotBuilt as failed:
            raise Trouble("obs", f"Scenes cannot be made: {failed.why}.") from failed
        return SceneRow(
            name=need.scene,
            status="missing",
            rows=self._rows_of(need.scene),
            inputs=tuple(piece.name for piece in held if piece.ours),
            offers=needs.instead_of(need.scene),
        )

    def _report(self, needs: SceneNeeds, shop: Workshop, missing: Sequence[SceneRow]) -> ScenesReport:
        there = tuple(
            SceneRow(name=scene, status="exists", rows=self._rows_of(scene)) for scene in needs.there
        )
        held = dict.fromkeys(name for row in missing for name in row.inputs)
        return ScenesReport(
            sheet=str(self._sheet),
            canvas=(shop.width, shop.height),
            scenes=(*there, *missing),
            new=tuple(name for name in held if name not in shop.inputs),
            used=tuple(name for name in held if name in shop.inputs),
            notes=tuple(self._notes(needs)),
        )

    def _rows_of(self, scene: str) -> tuple[int, ...]:
        from hostconsole.show.scenes import scene_of

        rules = self._settings.rules
        return tuple(
            item.row for item in self._plan.items if item.row is not None and scene_of(item, rules) == scene
        )

    def _notes(self, needs: SceneNeeds) -> list[tuple[str, str]]:
        notes = []
        if needs.without:
            rows = self._numbers(needs.without)
            notes.append(("no_scene", f"Without a scene, so OBS stays as it is at their take: {rows}."))
        if needs.by_role:
            rows = self._numbers(needs.by_role)
            notes.append(("role_scene", f"Shown in the scene that the settings name for their role: {rows}."))
        return notes

    def _numbers(self, items: Sequence[str]) -> str:
        rows = [str(item.row or item.id) for item in self._plan.items if item.id in items]
        return f"row{'s' if len(rows) > 1 else ''} {', '.join(rows)}"
