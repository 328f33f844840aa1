"""The tables of a report as texts, narrow enough for paper and for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hostconsole.report import figures as f
from hostconsole.report.look import Look
from hostconsole.report.product_pages import batch_cells, counted, money
from hostconsole.report.reading import clock, fitted, name_of, number, span
from hostconsole.report.sentences import incident_ms

MOST_CUES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """`right` says which columns are numbers."""

    title: str
    columns: tuple[str, ...]
    right: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


def _table(title: str, columns: str, rows: Sequence[tuple[str, ...]], look: Look) -> Printed:
    """`columns` are words, those of numbers end in ">"."""
    names = columns.split()
    return Printed(
        title=look.word(title),
        columns=tuple(look.word(name.rstrip(">")) for name in names),
        right=tuple(name.endswith(">") for name in names),
        rows=tuple(rows),
    )


def short_table(night: f.Night, look: Look) -> Printed:
    """What each product that aired came to: for the picture."""
    rows = [
        (
            name_of(p.link_no, p.title, look, longest=30), span(p.aired_ms),
            money(p.price_last, p.currency), counted(p.sold, look),
        )
        for p in night.products
        if p.airings
    ]  # fmt: skip
    return _table("products", "title lane_aired> price_last> sold>", rows, look)


def printed_tables(night: f.Night, look: Look) -> list[Printed]:
    """Products, airings, misfires apart, batches, incidents, cues, marks: those that have rows."""
    tables = (
        _products(night, look), _airings(night, look), _misfires(night, look), _batches(night, look),
        _incidents(night, look), _cues(night, look), _marks(night, look),
    )  # fmt: skip
    return [table for table in tables if table.rows]


def _products(night: f.Night, look: Look) -> Printed:
    rows = [
        (
            p.link_no, fitted(p.title, 60), p.sku, str(p.airings),
            "–" if p.planned_ms is None else span(p.planned_ms), span(p.aired_ms),
            money(p.price_first, p.currency), money(p.price_last, p.currency), counted(p.sold, look),
            counted(p.stock_left.left, look),
        )
        for p in night.products
    ]  # fmt: skip
    words = (
        "link_no title sku airing_count> lane_planned> lane_aired> price_first> price_last> sold> stock_left>"
    )
    return _table("products", words, rows, look)


def _airings(night: f.Night, look: Look) -> Printed:
    rows = [
        (
            clock(a.started_ms), a.link_no, fitted(a.title, 60), look.word(a.kind),
            "–" if a.planned_ms is None else span(a.planned_ms), span(a.aired_ms),
            money(a.price_at_take, a.currency) if a.sku else "", counted(a.sold, look) if a.sku else "",
            fitted(a.scene_asked or "", 30),
        )
        for a in night.aired
    ]  # fmt: skip
    words = "clock link_no title item_kind lane_planned> lane_aired> price_at_take> sold> scene_asked"
    return _table("airings", words, rows, look)


def _misfires(night: f.Night, look: Look) -> Printed:
    rows = [
        (clock(a.started_ms), name_of(a.link_no, a.title, look, longest=60), span(a.aired_ms))
        for a in night.misfires
    ]
    return _table("misfires", "clock title length>", rows, look)


def _batches(night: f.Night, look: Look) -> Printed:
    rows = [
        (name_of(batch.link_no, batch.title, look, longest=60), *batch_cells(batch, look))
        for batch in night.batches
    ]
    return _table("batches", "title batch opened units> sold> gone_s>", rows, look)


def _incidents(night: f.Night, look: Look) -> Printed:
    rows = [
        (clock(i.since_ms), look.word(i.kind), span(incident_ms(night, i)), i.item or "", fitted(i.text, 120))
        for i in night.incidents
    ]
    return _table("incidents", "clock what length> item text", rows, look)


def _cues(night: f.Night, look: Look) -> Printed:
    rows = [
        (
            clock(c.mono_ms), fitted(c.text, 60), look.word(c.kind), look.who(c.by),
            look.word("not_seen") if c.seen_ms is None else number(c.seen_ms / 1000, places=1),
        )
        for c in night.cues[:MOST_CUES]
    ]  # fmt: skip
    return _table("cues", "clock text item_kind actor answer_s>", rows, look)


def _marks(night: f.Night, look: Look) -> Printed:
    rows = [
        (clock(m.mono_ms), fitted(m.label, 80), "–" if m.rec_s is None else clock(round(m.rec_s * 1000)))
        for m in night.marks[:MOST_CUES]
    ]
    return _table("marks", "clock label rec>", rows, look)
