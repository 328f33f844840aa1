"""The tables of a report: which columns, in which order, of what type. Spreadsheet and page share them.

A cell is a plain value: str for text, int or float for numbers, None for what is not known. What kind of
number it is stands with its column.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar

from hostconsole.report import figures as f
from hostconsole.report.look import Look, moment, session_kind

Kind = Literal["text", "count", "tenths", "money", "local", "utc", "clock"]
Value = str | int | float | tuple[int, str] | datetime | None
Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Fact]):
    """`width` in characters. `value` gives the cell of a fact: for "money" (minor units, currency); for
    "local" and "utc" an aware datetime; for "clock" milliseconds; "tenths" is shown with one decimal.
    `missing` is what stands for None. `page` False: in the spreadsheet only. `more` is a
    second line under the cell on a page, where the spreadsheet has a column of its own."""

    title: str
    kind: Kind
    width: int
    value: Callable[[Fact], Value]
    missing: str = ""
    page: bool = True
    more: Callable[[Fact], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid(Generic[Fact]):
    """One table: `title` heads it; `rows` are facts; `note` is a line about them all."""

    title: str
    columns: Sequence[Column[Fact]]
    rows: Sequence[Fact]
    note: str = ""

    def cells(self) -> list[list[Value]]:
        """The values, row by row."""
        return [[column.value(row) for column in self.columns] for row in self.rows]


def grids(night: f.Night, look: Look) -> tuple[Grid[Any], ...]:
    """Airings, products, and what there is of price changes, marks, incidents and cues."""
    more: tuple[Grid[Any], ...] = (
        _batches(night, look), _price_changes(night, look), _incidents(night, look), _cues(night, look),
        _marks(night, look), _actions(night, look),
    )  # fmt: skip
    return (airings(night, look), products(night, look), *(grid for grid in more if grid.rows))


def apart(night: f.Night) -> f.Night:
    """The night without its misfires."""
    return replace(night, airings=night.aired)


def misfires(night: f.Night, look: Look) -> Grid[f.AiringFacts]:
    """The takes that were taken back, in a table of their own."""
    grid = airings(replace(night, airings=night.misfires), look)
    return replace(grid, title=look.word("misfires"), note=look.word("misfires_apart"))


def airings(night: f.Night, look: Look) -> Grid[f.AiringFacts]:
    """In the order of their takes, misfires marked in the row."""
    w, unknown = look.word, look.word("not_counted")
    columns: list[Column[f.AiringFacts]] = [
        Column(title=w("link_no"), kind="text", width=7, value=lambda a: a.link_no),
        Column(title=w("item"), kind="text", width=9, value=lambda a: a.item),
        Column(
            title=w("title"), kind="text", width=30, value=lambda a: a.title, more=lambda a: _note(a, look)
        ),
        Column(title=w("item_kind"), kind="text", width=9, value=lambda a: w(a.kind)),
        Column(title=w("n"), kind="count", width=8, value=lambda a: a.n),
        Column(title=w("note"), kind="text", width=12, page=False, value=lambda a: _note(a, look)),
        Column(title=w("planned_start"), kind="clock", width=12, value=lambda a: a.planned_start_ms),
        Column(title=w("clock"), kind="clock", width=12, value=lambda a: a.started_ms),
        *_times(look, "started_local", "started_utc", lambda a: a.started_at),
        Column(title=w("planned_min"), kind="tenths", width=11, value=lambda a: minutes(a.planned_ms)),
        Column(title=w("aired_min"), kind="tenths", width=11, value=lambda a: minutes(a.aired_ms)),
        Column(title=w("price_at_take"), kind="money", width=11, value=_money("price_at_take")),
        Column(title=w("price_at_end"), kind="money", width=11, value=_money("price_at_end")),
        Column(title=w("currency"), kind="text", width=9, page=False, value=_currency),
        *_stock(look, "stock_before", lambda a: a.stock_before, lambda a: bool(a.sku)),
        *_stock(look, "stock_after", lambda a: a.stock_after, lambda a: bool(a.sku)),
        Column(
            title=w("sold"), kind="count", width=11,
            value=lambda a: (unknown if a.sold is None else a.sold) if a.sku else None,
        ),
        Column(
            title=w("scene_asked"), kind="text", width=20, more=lambda a: a.scene_failed,
            value=lambda a: a.scene_asked or "",
        ),
        Column(title=w("accepted_ms"), kind="tenths", width=11, value=lambda a: a.accepted_ms),
        Column(title=w("on_air_ms"), kind="tenths", width=11, value=lambda a: a.on_air_ms),
        Column(title=w("scene_failed"), kind="text", width=12, page=False, value=lambda a: a.scene_failed),
        Column(title=w("points"), kind="text", width=8, value=_points),
        _session_kind(night, look),
    ]  # fmt: skip
    return Grid(title=w("airings"), columns=columns, rows=night.airings)


def products(night: f.Night, look: Look) -> Grid[f.ProductFacts]:
    """One row per SKU."""
    w, unknown = look.word, look.word("not_counted")
    columns: list[Column[f.ProductFacts]] = [
        Column(title=w("link_no"), kind="text", width=7, value=lambda p: p.link_no),
        Column(title=w("sku"), kind="text", width=18, value=lambda p: p.sku),
        Column(title=w("title"), kind="text", width=30, value=lambda p: p.title),
        Column(title=w("airing_count"), kind="count", width=9, value=lambda p: p.airings),
        Column(title=w("misfire_count"), kind="count", width=9, value=lambda p: p.misfires),
        Column(title=w("planned_min"), kind="tenths", width=11, value=lambda p: minutes(p.planned_ms)),
        Column(title=w("aired_min"), kind="tenths", width=11, value=lambda p: minutes(p.aired_ms)),
        Column(title=w("price_first"), kind="money", width=11, value=_money("price_first")),
        Column(title=w("price_last"), kind="money", width=11, value=_money("price_last")),
        Column(title=w("currency"), kind="text", width=9, page=False, value=lambda p: p.currency),
        Column(
            title=w("sold"), kind="count", width=11, value=lambda p: unknown if p.sold is None else p.sold
        ),
        Column(title=w("stock_first"), kind="count", width=11, value=lambda p: _left(p.stock_first, unknown)),
        *_stock(look, "stock_left", lambda p: p.stock_left, lambda p: True),
        _session_kind(night, look),
    ]  # fmt: skip
    return Grid(title=w("products"), columns=columns, rows=night.products)


def _batches(night: f.Night, look: Look) -> Grid[f.BatchFacts]:
    w, unknown = look.word, look.word("not_counted")
    columns: list[Column[f.BatchFacts]] = [
        Column(title=w("link_no"), kind="text", width=7, value=lambda b: b.link_no),
        Column(title=w("title"), kind="text", width=30, value=lambda b: b.title),
        Column(title=w("batch"), kind="text", width=8, value=lambda b: f"{b.n}/{b.of}"),
        *_times(look, "at_local", "at_utc", lambda b: b.opened_at),
        Column(title=w("opened"), kind="clock", width=12, value=lambda b: b.opened_ms),
        Column(title=w("units"), kind="count", width=9, value=lambda b: b.qty),
        Column(
            title=w("sold"), kind="count", width=11, value=lambda b: unknown if b.sold is None else b.sold
        ),
        Column(
            title=w("gone_s"), kind="tenths", width=11, missing=w("not_gone"), value=lambda b: b.seconds
        ),
    ]  # fmt: skip
    return Grid(title=w("batches"), columns=columns, rows=night.batches)


def _actions(night: f.Night, look: Look) -> Grid[f.ActionFacts]:
    w = look.word
    columns: list[Column[f.ActionFacts]] = [
        *_times(look, "at_local", "at_utc", lambda a: a.at),
        Column(title=w("action"), kind="text", width=50, value=lambda a: a.text),
        Column(title=w("actor"), kind="text", width=12, value=lambda a: look.who(a.by)),
        Column(title=w("note"), kind="text", width=10, value=lambda a: w("done" if a.done else "open_")),
    ]
    return Grid(title=w("actions"), columns=columns, rows=night.actions)


def _price_changes(night: f.Night, look: Look) -> Grid[f.PriceChangeFacts]:
    w = look.word
    columns: list[Column[f.PriceChangeFacts]] = [
        *_when(look),
        Column(title=w("link_no"), kind="text", width=7, value=lambda c: c.link_no),
        Column(title=w("item"), kind="text", width=9, value=lambda c: c.item),
        Column(title=w("title"), kind="text", width=30, value=lambda c: c.title),
        Column(title=w("was"), kind="money", width=11, value=_money("was")),
        Column(title=w("now"), kind="money", width=11, value=_money("now")),
        Column(title=w("currency"), kind="text", width=9, page=False, value=lambda c: c.currency),
        Column(title=w("on_air"), kind="text", width=9, value=lambda c: w("yes" if c.on_air else "no")),
        Column(title=w("actor"), kind="text", width=12, value=lambda c: look.who(c.actor)),
        Column(title=w("reason"), kind="text", width=20, value=lambda c: c.reason),
    ]
    return Grid(title=w("price_changes"), columns=columns, rows=night.price_changes)


def _incidents(night: f.Night, look: Look) -> Grid[f.IncidentFacts]:
    w = look.word
    columns: list[Column[f.IncidentFacts]] = [
        *_times(look, "at_local", "at_utc", lambda i: i.at),
        Column(title=w("clock"), kind="clock", width=12, value=lambda i: i.since_ms),
        Column(title=w("what"), kind="text", width=20, value=lambda i: w(i.kind)),
        Column(title=w("seconds"), kind="tenths", width=9, value=_seconds, missing=w("not_over")),
        Column(title=w("item"), kind="text", width=9, value=lambda i: i.item or ""),
        Column(title=w("text"), kind="text", width=40, value=lambda i: i.text),
    ]
    return Grid(title=w("incidents"), columns=columns, rows=night.incidents)


def _cues(night: f.Night, look: Look) -> Grid[f.CueFacts]:
    w = look.word
    columns: list[Column[f.CueFacts]] = [
        *_when(look),
        Column(title=w("item"), kind="text", width=9, value=lambda c: c.item or ""),
        Column(title=w("text"), kind="text", width=30, value=lambda c: c.text),
        Column(title=w("item_kind"), kind="text", width=9, value=lambda c: w(c.kind)),
        Column(title=w("actor"), kind="text", width=12, value=lambda c: look.who(c.by)),
        Column(
            title=w("answer_s"), kind="tenths", width=12, missing=w("not_seen"),
            value=lambda c: None if c.seen_ms is None else c.seen_ms / 1000,
        ),
    ]  # fmt: skip
    return Grid(title=w("cues"), columns=columns, rows=night.cues)


def _marks(night: f.Night, look: Look) -> Grid[f.MarkFacts]:
    w = look.word
    columns: list[Column[f.MarkFacts]] = [
        *_when(look),
        Column(title=w("label"), kind="text", width=30, value=lambda m: m.label),
        Column(title=w("item"), kind="text", width=9, value=lambda m: m.item or ""),
        Column(
            title=w("rec"), kind="clock", width=12,
            value=lambda m: None if m.rec_s is None else round(m.rec_s * 1000),
        ),
        Column(title=w("actor"), kind="text", width=12, value=lambda m: look.who(m.actor)),
    ]  # fmt: skip
    return Grid(title=w("marks"), columns=columns, rows=night.marks)


def _when(look: Look) -> list[Column[Any]]:
    return [
        *_times(look, "at_local", "at_utc", lambda fact: fact.at),
        Column(title=look.word("clock"), kind="clock", width=12, value=lambda fact: fact.mono_ms),
    ]


def _times(look: Look, local: str, utc: str, at: Callable[[Any], str]) -> list[Column[Any]]:
    """The time here and in UTC; once where both are the same."""
    here: Column[Any] = Column(
        title=look.word(local, zone=look.zone_name), kind="local", width=20,
        value=lambda fact: moment(at(fact)).astimezone(look.zone),
    )  # fmt: skip
    there: Column[Any] = Column(
        title=look.word(utc), kind="utc", width=20, page=look.zone_name == "UTC",
        value=lambda fact: moment(at(fact)),
    )  # fmt: skip
    return [there] if look.zone_name == "UTC" else [here, there]


def _stock(
    look: Look, key: str, stock: Callable[[Any], f.StockSeen | None], has: Callable[[Any], bool]
) -> list[Column[Any]]:
    """How many were left, and who said so."""
    unknown = look.word("not_counted")

    def whose(fact: Any) -> str:
        return look.source(stock(fact)) if has(fact) else ""

    return [
        Column(
            title=look.word(key), kind="count", width=11, more=whose,
            value=lambda fact: _left(stock(fact), unknown) if has(fact) else None,
        ),
        Column(title=look.word(f"{key}_source"), kind="text", width=12, page=False, value=whose),
    ]  # fmt: skip


def _session_kind(night: f.Night, look: Look) -> Column[Any]:
    """In every row of a sheet, so that a rehearsal's rows stay one when they are pasted elsewhere."""
    kind = session_kind(night.head, look)
    return Column(title=look.word("session"), kind="text", width=20, page=False, value=lambda _: kind)


def _left(stock: f.StockSeen | None, unknown: str) -> int | str:
    return unknown if stock is None or stock.left is None else stock.left


def _money(name: str) -> Callable[[Any], tuple[int, str] | None]:
    def value(fact: Any) -> tuple[int, str] | None:
        minor: int | None = getattr(fact, name)
        return None if minor is None else (minor, fact.currency)

    return value


def _currency(airing: f.AiringFacts) -> str:
    return airing.currency if airing.sku else ""


def _note(airing: f.AiringFacts, look: Look) -> str:
    if airing.misfire:
        return look.word("misfire")
    return look.word("still_on_air") if airing.ended_ms is None else ""


def _points(airing: f.AiringFacts) -> str:
    return f"{airing.points_said}/{airing.points}" if airing.points else ""


def _seconds(incident: f.IncidentFacts) -> float | None:
    return None if incident.until_ms is None else (incident.until_ms - incident.since_ms) / 1000


def minutes(ms: int | None) -> float | None:
    """Minutes with a tenth of a second's precision."""
    return None if ms is None else round(ms / 60_000, 3)
