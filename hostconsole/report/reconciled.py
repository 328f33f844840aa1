"""Our own counts beside the orders of the platform's export, SKU by SKU: as it was compared, kept apart from
what we counted ourselves."""

from __future__ import annotations

from hostconsole.report import figures as f
from hostconsole.report.look import Look, moment
from hostconsole.report.platform_tables import PlatformTables
from hostconsole.report.printed import Printed
from hostconsole.report.product_pages import counted
from hostconsole.report.reading import name_of
from hostconsole.show.after_events import LeftOut, ReconciledSku

COLUMNS = (
    "title", "sku", "p_own", "r_theirs", "p_delta", "r_refunded", "r_unpaid", "r_cancelled", "r_was",
)  # fmt: skip
"""The words over the columns."""


def newest(night: f.Night) -> tuple[f.ReconciledFacts, ...]:
    """The last comparison with each platform, in the order in which the platforms first came."""
    return tuple({one.told.platform: one for one in night.reconciled}.values())


def reconciled_tables(night: f.Night, look: Look) -> tuple[PlatformTables, ...]:
    """One for each platform; none where no orders were brought in."""
    return tuple(_tables(one, night, look) for one in newest(night))


def lines_of(one: f.ReconciledFacts, night: f.Night, look: Look) -> tuple[str, ...]:
    """Whose orders, from which file, brought in when and by whom; what was left out."""
    told = one.told
    at = f"{moment(one.at).astimezone(look.zone):%Y-%m-%d %H:%M}"
    lines = [
        look.word("r_source", platform=told.platform, file=told.file, at=at, by=look.who(one.by)),
        _sums(one, look),
    ]
    if night.head.last_hash and told.night != night.head.last_hash:
        lines.append(look.word("r_earlier"))
    notes = [_note(note, look) for note in told.left_out] or list(told.notes)
    return (*lines, look.word("p_apart"), *notes)


def row_name(row: ReconciledSku, night: f.Night, look: Look) -> str:
    product = next((p for p in night.products if p.sku == row.sku), None)
    return name_of(product.link_no, product.title, look, longest=40) if product else row.title or row.sku


def _sums(one: f.ReconciledFacts, look: Look) -> str:
    deltas = [row.delta for row in one.told.rows]
    return look.word(
        "r_sums",
        off=sum(1 for delta in deltas if delta),
        same=deltas.count(0),
        unknown=deltas.count(None),
    )


def _note(note: LeftOut, look: Look) -> str:
    return look.word(f"r_{note.code}", **note.fields)


def _tables(one: f.ReconciledFacts, night: f.Night, look: Look) -> PlatformTables:
    w = look.word
    rows = tuple(_cells(row, night, look) for row in one.told.rows)
    shown = COLUMNS if any(cells[-1] for cells in rows) else COLUMNS[:-1]
    table = Printed(
        title="",
        columns=tuple(w(name) for name in shown),
        right=(False, False, *[True] * (len(shown) - 2)),
        rows=tuple(cells[: len(shown)] for cells in rows),
    )
    return PlatformTables(
        title=w("r_title", name=one.told.platform), lines=lines_of(one, night, look), tables=(table,)
    )


def _cells(row: ReconciledSku, night: f.Night, look: Look) -> tuple[str, ...]:
    delta = look.word("unknown") if row.delta is None else f"{row.delta:+d}" if row.delta else "0"
    return (
        row_name(row, night, look), row.sku, counted(row.ours, look), str(row.theirs), delta,
        str(row.refunded), str(row.unpaid), str(row.cancelled),
        str(row.was) if row.was is not None and row.was != row.theirs else "",
    )  # fmt: skip
