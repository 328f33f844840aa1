"""What the command line asked to be opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hostconsole.sheets import Finding
from hostconsole.show.events import SessionKind
from hostconsole.show.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """`plan` None: the start page. `kind` begins that session at once; `new` never goes on with an
    earlier one, `go_on` goes on with the newest unfinished one however old it is. `address` is OBS's:
    ws://HOST:PORT, "simulated" or "off". `feeds` is the feeds file that was named, None: the one in the data
    directory, if there is one. `columns` maps the sheet's own headers to the run-sheet's columns.
    `operator` was named to sit at the desk, "": nobody was."""

    plan: Plan | None
    address: str
    findings: tuple[Finding, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    kind: SessionKind | None = None
    new: bool = False
    go_on: bool = False
    feeds: Path | None = None
    operator: str = ""

    @property
    def simulated(self) -> bool:
        return self.address.strip().lower() == "simulated"
