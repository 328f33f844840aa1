"""The platform's figures as tables of texts, for page and paper alike."""

from __future__ import annotations

from dataclasses import dataclass

from hostconsole.report import figures as f
from hostconsole.report.look import Look
from hostconsole.report.platform import PlatformView, item_cells, platform_views
from hostconsole.report.platform_chart import minutes_chart, minutes_of
from hostconsole.report.printed import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformTables:
    """`lines` stand above the tables: whose figures, and returns; `chart` is SVG between them, "" if there is
    none."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Printed, ...]
    chart: str = ""


def platform_tables(night: f.Night, look: Look) -> tuple[PlatformTables, ...]:
    """One for each platform; none where nothing was brought in."""
    return tuple(_tables(view, night, look) for view in platform_views(night, look))


def _tables(view: PlatformView, night: f.Night, look: Look) -> PlatformTables:
    w = look.word
    lines = [view.source, w("p_apart"), *view.returns]
    if view.minutes:
        lines.append(w("p_minutes", n=len(view.minutes)))
        if outside := len(view.minutes) - len(minutes_of(view, night)):
            lines.append(w("p_outside", n=outside))
    tables = [_totals(view, look), _metrics(view, look), _items(view, look), _changes(view, look)]
    return PlatformTables(
        title=w("platform", name=view.platform),
        lines=tuple(lines),
        tables=tuple(table for table in tables if table.rows),
        chart=minutes_chart(view, night, look),
    )


def _totals(view: PlatformView, look: Look) -> Printed:
    columns = (look.word("p_theirs"), look.word("p_value"))
    return Printed(title="", columns=columns, right=(False, True), rows=view.totals)


def _metrics(view: PlatformView, look: Look) -> Printed:
    w = look.word
    rows = tuple(
        (m.title, f"{m.text} · {m.band}" if m.band else m.text, m.formula, m.source)
        for m in view.metrics
        if m.value is not None
    )
    return Printed(
        title=w("p_metrics"),
        columns=(w("p_metric"), w("p_value"), w("p_formula"), w("p_from")),
        right=(False, True, False, False),
        rows=rows,
    )


def _items(view: PlatformView, look: Look) -> Printed:
    w = look.word
    names = ("title", "p_own", "p_theirs", "p_delta", "p_orders", "p_clicks", "p_gmv", "p_returned", "p_rate")
    return Printed(
        title=w("products") + (f" · {w('p_many')}" if any(row.many for row in view.items) else ""),
        columns=tuple(w(name) for name in names),
        right=(False, *[True] * 8),
        rows=tuple(item_cells(row, view.currency, look) for row in view.items),
    )


def _changes(view: PlatformView, look: Look) -> Printed:
    return Printed(
        title=look.word("p_changes"),
        columns=(look.word("p_metric"), look.word("p_value")),
        right=(False, True),
        rows=tuple((change.name, change.text) for change in view.changes),
    )
