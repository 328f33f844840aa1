"""`hostconsole import`: files brought together into one show, without a window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hostconsole.sheets import Difference, Finding, Reading, differences, read_show
from hostconsole.sheets.cells import Value, cell_of, column_of
from hostconsole.sheets.chosen import RememberedColumns
from hostconsole.sheets.keeping import replace_show
from hostconsole.sheets.merging import merged
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Item, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the files come to: `old` is the show that is at the output now (None: none), `new` what would be
    written. `findings` are by file; `notes` say what was left outside."""

    old: Plan | None
    new: Plan
    findings: tuple[tuple[Path, Finding], ...]
    notes: tuple[str, ...]

    @property
    def changes(self) -> tuple[Difference, ...]:
        return differences(self.old, self.new) if self.old is not None else ()


def gathered(
    files: Sequence[Path], output: Path, *, currency: str, columns: RememberedColumns | None = None
) -> Gathered:
    """Reads the files and, if it is there, the show at `output`. A run-sheet leads; shops' exports follow by
    SKU. Raises Trouble if a file cannot be read."""
    if output.resolve() in {path.resolve() for path in files}:
        raise Trouble("same_file", f"{output} is one of the files that are read; write to another one")
    if output.suffix.lower() not in (".xlsx", ".csv"):
        raise Trouble("bad_ending", f"{output.name}: a show is written as .xlsx or .csv")
    readings = [read_show(path, default_currency=currency, columns=columns) for path in files]
    readings.sort(key=_rank)
    old = read_show(output, default_currency=currency).plan if output.exists() else None
    plan, notes = (old, []) if old is not None else (_named(readings[0].plan, output), [])
    gathers = old is None and readings[0].format != "run-sheet"
    for reading in readings if old is not None else readings[1:]:
        result = merged(plan, reading, gathers=gathers)
        plan = result.plan
        if result.outside:
            notes.append(_outside(reading, result.outside, result.names))
    found = [(Path(reading.plan.sheet), finding) for reading in readings for finding in reading.findings]
    return Gathered(old=old, new=plan, findings=tuple(found), notes=tuple(notes))


def _rank(reading: Reading) -> int:
    """A run-sheet has the order and the words, products have words and prices, inventory only counts."""
    return {"run-sheet": 0, "shopify-inventory": 2}.get(reading.format, 1)


def _named(plan: Plan, output: Path) -> Plan:
    return replace(plan, name=output.stem)


def _outside(reading: Reading, count: int, names: Iterable[str]) -> str:
    shown = ", ".join(list(names)[:3])
    name = Path(reading.plan.sheet).name
    return f"{count} of {name} are not in the show and were left out: {shown}{' …' if count > 3 else ''}"


def write(gathered: Gathered, output: Path) -> Path | None:
    """Where the file that was at the output is kept, if not all of it could be written again. Raises
    Trouble."""
    return replace_show(gathered.old, gathered.new, output)


def told(changes: Iterable[Difference], old: Plan, new: Plan) -> list[str]:
    """The differences as lines: what, of which item, from what to what."""
    was, now = ({item.id: item for item in plan.items} for plan in (old, new))
    return [_told(change, was.get(change.item), now.get(change.item)) for change in changes]


def _told(change: Difference, was: Item | None, now: Item | None) -> str:
    if was is None or now is None:
        return f"{change.kind:8} {change.item}  {change.now or change.was}"
    if change.kind == "moved":
        return f"moved    {change.item}  {now.title}: place {change.was} → {change.now}"
    named = f"changed  {change.item}  {now.title}: "
    if change.field == "extra":
        return named + extras_text(dict(was.extra), dict(now.extra))
    return (
        named + f"{column_of(change.field)} {cell_text(was, change.field)} → {cell_text(now, change.field)}"
    )


def extras_text(was: Mapping[str, str], now: Mapping[str, str]) -> str:
    """The columns that are kept but not used, those that differ: 成本 3 → 4."""
    pairs = {name: (was.get(name, ""), now.get(name, "")) for name in {**was, **now}}
    differing = {_short(name): pair for name, pair in pairs.items() if pair[0] != pair[1]}
    if not differing:
        return f"the order of {', '.join(map(_short, now))}"
    return ", ".join(f"{name} {_short(one)} → {_short(other)}" for name, (one, other) in differing.items())


def cell_text(item: Item, field: str) -> str:
    """A field of the item in one short line, as the sheet would have it; "–" if it is empty."""
    try:
        value = cell_of(item, column_of(field))
    except KeyError:
        value = str(getattr(item, field))
    return _short(value)


def _short(value: Value) -> str:
    text = " ".join(str(value).split()) or "–"
    return text if len(text) <= 60 else f"{text[:57]}…"
