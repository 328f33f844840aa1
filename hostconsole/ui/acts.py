"""People's acts by name, as the bottom line and the undo button call them."""

from __future__ import annotations

from hostconsole.show.ledger import Ledger
from hostconsole.show.plan import Item
from hostconsole.show.state import Act, Change, State
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import count, link_name, price


def act_name(act: Act, state: State) -> str:
    """What an act did, by its first difference: "price ¥89 → ¥79"."""
    change = act.changes[0]
    name = _item_name(change.key, state)
    match change.what:
        case "price":
            return translate("Acts", "{item} price {was} → {now}").format(item=name, **_prices(change, state))
        case "stock":
            return translate("Acts", "{item} stock {was} → {now}").format(
                item=_sku_name(change.key, state), was=_left(change.before), now=_left(change.after)
            )
        case "take":
            back = any(other.what == "next" for other in act.changes)
            words = translate("Acts", "back to {item}") if back else translate("Acts", "take {item}")
            return words.format(item=name)
        case "link":
            return _link(change, name)
        case "skip":
            words = (
                translate("Acts", "skip {item}") if change.after else translate("Acts", "{item} not skipped")
            )
            return words.format(item=name)
        case "order":
            return translate("Acts", "move {item}").format(item=name)
        case "added":
            return translate("Acts", "add {item}").format(item=name)
        case "sheet":
            rows = len(change.before.rows.keys() | change.after.rows.keys())
            return translate("Acts", "sheet read again (rows: {count})").format(count=rows)
        case "edit":
            return translate("Acts", "edit {item}: {field}").format(item=name, field=_field(change))
        case _:
            return translate("Acts", "next is {item}").format(item=_item_name(str(change.after or ""), state))


def _prices(change: Change, state: State) -> dict[str, str]:
    row = state.items.get(change.key)
    currency = row.item.currency if row else state.plan.currency
    return {"was": price(change.before, currency), "now": price(change.after, currency)}


def _left(ledger: object) -> str:
    return count(ledger.sellable) if isinstance(ledger, Ledger) else ""


def _link(change: Change, name: str) -> str:
    status = getattr(change.after, "status", "")
    words = translate("Acts", "link up {item}") if status == "up" else translate("Acts", "link down {item}")
    return words.format(item=name)


def _field(change: Change) -> str:
    after = change.after
    return str(after[0]) if isinstance(after, tuple | list) and after else ""


def _item_name(key: str, state: State) -> str:
    row = state.items.get(key)
    return key if row is None else _short(row.item)


def _sku_name(sku: str, state: State) -> str:
    row = next((row for row in state.items.values() if row.item.sku == sku), None)
    return sku if row is None else _short(row.item)


def _short(item: Item) -> str:
    return link_name(item) if item.link_no else item.title[:12]
