"""The report as one JSON document: session, plan, airings, products, the rest, and the events as logged.

Prices are decimal strings with the currency's own places ("79.00"), as everywhere outside; times end in
their unit. The events are the log's own lines, unchanged, so they can still be verified.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from hostconsole.report.figures import ImportFacts, Night, ReconciledFacts
from hostconsole.report.platform import MONEY
from hostconsole.show.money import plain
from hostconsole.show.plan import Item

_PLAN_PRICES = ("price", "ref_price", "low_7d", "low_30d", "floor_price")
_FACT_PRICES = ("price_at_take", "price_at_end", "price_first", "price_last", "was", "now")


def write_json(night: Night, lines: Iterable[str], path: Path) -> None:
    """`lines` are the events of the same session as the log gives them; they are streamed."""
    encode = msgspec.json.Encoder().encode
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("{\n")
        for name, value in document(night).items():
            file.write(f'"{name}": {encode(value).decode()},\n')
        file.write('"events": [')
        between = "\n"
        for line in lines:
            file.write(f"{between}{line}")
            between = ",\n"
        file.write("\n]}\n")


def document(night: Night) -> dict[str, Any]:
    """Everything but the events, as JSON values."""
    return {
        "session": msgspec.to_builtins(night.head),
        "plan": {
            "name": night.plan.name,
            "sheet": night.plan.sheet,
            "digest": night.plan.digest,
            "currency": night.plan.currency,
            "items": [_item(item) for item in night.plan.items],
        },
        "airings": _facts(night.airings),
        "products": _facts(night.products),
        "price_changes": _facts(night.price_changes),
        "marks": _facts(night.marks),
        "incidents": _facts(night.incidents),
        "cues": _facts(night.cues),
        "actions": _facts(night.actions),
        "imports": [_imported(one) for one in night.imports],
        "reconciled": [_compared(one) for one in night.reconciled],
    }


def _imported(one: ImportFacts) -> dict[str, Any]:
    """Money of the platform as decimal strings too."""
    told, currency = one.told, one.told.currency
    totals = {name: plain(n, currency) if name in MONEY else n for name, n in told.totals}
    rows = {
        name: [_priced(msgspec.to_builtins(row), ("gmv", "refunds"), currency) for row in getattr(told, name)]
        for name in ("items", "minutes")
    }
    return {"at": one.at, "by": one.by, **msgspec.to_builtins(told), "totals": totals, **rows}


def _compared(one: ReconciledFacts) -> dict[str, Any]:
    rows = [{**msgspec.to_builtins(row), "delta": row.delta} for row in one.told.rows]
    return {"at": one.at, "by": one.by, **msgspec.to_builtins(one.told), "rows": rows}


def _item(item: Item) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(item)
    return _priced(fields, _PLAN_PRICES, item.currency)


def _facts(facts: Iterable[Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [msgspec.to_builtins(fact) for fact in facts]
    return [_priced(row, _FACT_PRICES, row["currency"]) if "currency" in row else row for row in rows]


def _priced(fields: dict[str, Any], names: Iterable[str], currency: str) -> dict[str, Any]:
    texts = {name: plain(fields[name], currency) for name in names if fields.get(name) is not None}
    return {**fields, **texts}
