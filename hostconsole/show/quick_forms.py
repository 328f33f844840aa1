"""The quick bar's forms with a sign: `=79.9`, `12=79.9`, `k148`, `s52`, `+200`, `-3`, `12*20`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from hostconsole.show.money import as_read, to_minor
from hostconsole.show.quick_find import find, numbered, sounds, titled
from hostconsole.show.quick_meaning import Choice, Code, Look, Step, Understood, tried
from hostconsole.show.state import State

_NUMBER = r"\d[\d,]*"
_LETTER = re.compile(rf"(?P<who>.*?)(?P<op>[ksx])\s*(?P<what>[-+]?\s*{_NUMBER})?", re.IGNORECASE)
_VARIANT = re.compile(rf"(?P<who>.*?)k\s*(?P<name>[^\d\s=*+-]+?)\s*(?P<what>{_NUMBER})", re.IGNORECASE)
_SIGNED = re.compile(rf"(?P<who>.*?)\s*(?P<op>[*+-])\s*(?P<what>{_NUMBER})?")
_PRICED = re.compile(r"(?P<who>[^=]*?)\s*=\s*(?P<what>[^=]*)")

TYPED: Mapping[str, str] = {"typed": "yes"}
"""A person typed the number: one far beyond what was brought is asked for again."""


def form(look: Look, line: str) -> Understood | None:
    """A line with a sign; None if it is none (`T-shirt`, `kfc`)."""
    if numbered(look.state, line) is not None:
        return None
    for pattern, numbers_only in ((_LETTER, True), (_VARIANT, True), (_PRICED, False), (_SIGNED, False)):
        match = pattern.fullmatch(line)
        if match is None:
            continue
        who = match["who"].strip()
        if numbers_only and who and numbered(look.state, who) is None:
            continue
        if who and titled(look.state, line):
            continue
        found = _about(look, match, who)
        if found is not None:
            return found
    return None


def _about(look: Look, match: re.Match[str], who: str) -> Understood | None:
    """The form with its item: the one named, else the one on air."""
    said = match.groupdict()
    op = (said.get("op") or ("k" if "name" in said else "=")).lower()
    rest = match.string[match.end("who") :].strip()
    items, choices, picked = choices_of(look, who, rest, sold=True) if who else ((), (), -1)
    if who and not items:
        return Understood(status="unknown", code="nothing", fields={"words": who[:40]})
    on_air = look.state.on_air.item.id if look.state.on_air else None
    item = items[max(picked, 0)] if items else on_air
    base = Understood(status="ready", item=item, choices=choices, picked=picked)
    if "name" in said:
        return _variant(look, base, name=said["name"], qty=_digits(said["what"])[:12])
    if not said["what"]:
        return _wanting(look, base, op=op, line=match.string)
    return _FORMS[op](look, base, said["what"])


def _wanting(look: Look, base: Understood, *, op: str, line: str) -> Understood | None:
    """A sign without its number yet. A lone letter may begin a name as well; `12*` is an encore as it is."""
    if op in "*x" and len(line) > 1:
        return _encore(look, base, "")
    codes: Mapping[str, Code] = {
        "=": "price", "k": "count", "s": "sold", "+": "release", "-": "adjust", "*": "encore", "x": "encore",
    }  # fmt: skip
    choices = base.choices
    if not choices and op.isalpha():
        choices = choices_of(look, line, "")[1]
        if look.pick is not None and choices:
            return None
    fields = {"was": _was(look.state, base.item, codes[op]), "now": None}
    return replace(base, status="partial", code=codes[op], fields=fields, choices=choices)


def _was(state: State, item: str | None, code: Code) -> object:
    """What stands there now, for a form that still wants its number."""
    if item is None:
        return None
    row = state.items[item]
    if code == "price":
        return None if row.price is None else as_read(row.price, row.item.currency)
    ledger = state.stock.get(row.item.sku)
    if ledger is None:
        return None
    return ledger.sold if code == "sold" else ledger.sellable


def _price(look: Look, base: Understood, typed: str) -> Understood:
    text = _amount(typed)
    found = replace(base, code="price", fields={"was": _was(look.state, base.item, "price"), "now": typed})
    if base.item is not None:
        currency = look.state.items[base.item].item.currency
        try:
            shown = as_read(to_minor(text, currency), currency)
        except ValueError:
            shown = typed
        found = replace(found, fields={**found.fields, "now": shown})
    return tried(look, Step(command="price.set", args={**_item(base), "price": text}), found)


def _count(look: Look, base: Understood, typed: str) -> Understood:
    if typed[0] in "+-":
        return _adjust_by(look, base, typed)
    found = replace(base, code="count")
    return tried(
        look, Step(command="stock.count", args={**_item(base), **TYPED, "qty": _digits(typed)}), found
    )


def _variant(look: Look, base: Understood, *, name: str, qty: str) -> Understood | None:
    """`k蓝31`, `kl31`: None unless exactly one variant of the product is meant."""
    if base.item is None:
        return None
    sku = look.state.items[base.item].item.sku
    ledger = look.state.stock.get(sku)
    left = {v.name: v.left for v in ledger.variants} if ledger else {}
    meant = [n for n in left if n == name] or [
        n for n in left if name in n or name.casefold() in sounds(n)[0]
    ]
    if len(meant) != 1:
        return None
    found = replace(base, code="count", fields={"variant": meant[0], "was": left[meant[0]], "now": int(qty)})
    return tried(
        look, Step(command="stock.count", args={**TYPED, "sku": f"{sku}:{meant[0]}", "qty": qty}), found
    )


def _sold(look: Look, base: Understood, typed: str) -> Understood:
    found = replace(base, code="sold", fields={"qty": _digits(typed)})
    return tried(
        look, Step(command="stock.sold", args={**_item(base), **TYPED, "qty": _digits(typed)}), found
    )


def _release(look: Look, base: Understood, typed: str) -> Understood:
    found = replace(base, code="release", fields={"qty": _digits(typed)})
    return tried(look, Step(command="stock.release", args={**_item(base), "qty": _digits(typed)}), found)


def _adjust(look: Look, base: Understood, typed: str) -> Understood:
    return _adjust_by(look, base, "-" + typed)


def _adjust_by(look: Look, base: Understood, typed: str) -> Understood:
    by = _digits(typed)
    found = replace(base, code="adjust", fields={"by": by})
    return tried(look, Step(command="stock.adjust", args={**_item(base), **TYPED, "by": by}), found)


def _encore(look: Look, base: Understood, typed: str) -> Understood:
    qty = {"qty": _digits(typed)} if typed else {}
    found = replace(base, code="encore", fields=dict(qty))
    return tried(look, Step(command="item.encore", args={**_item(base), **qty}), found)


_FORMS: Mapping[str, Callable[[Look, Understood, str], Understood]] = {
    "=": _price, "k": _count, "s": _sold, "+": _release, "-": _adjust, "*": _encore, "x": _encore,
}  # fmt: skip


def _item(base: Understood) -> dict[str, str]:
    """The item as an argument: on air or not it is named, so that the act hits what was shown."""
    return {} if base.item is None else {"item": base.item}


def _digits(typed: str) -> str:
    return typed.replace(",", "").replace(" ", "").removeprefix("+")


def _amount(typed: str) -> str:
    """`¥1,299.00`, `79,9` and `79.9元` as a plain decimal; the last separator with one or two digits is
    the decimal one, as in the run-sheets."""
    text = typed.strip().lstrip("¥$€£₩ ").rstrip("元块 ").replace(" ", "")
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return text.replace(",", ".")
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text):
        return text.replace(",", "")
    return text


def choices_of(
    look: Look, who: str, rest: str, *, sold: bool = False
) -> tuple[tuple[str, ...], tuple[Choice, ...], int]:
    """The items `who` may mean, the lines they complete to, and which of them is meant. `sold`: only
    what is sold, and of a link number only that one."""
    items = find(look.state, who)
    if sold:
        exact = numbered(look.state, who)
        if exact is not None:
            return (exact,), (), -1
        items = tuple(i for i in items if look.state.items[i].item.sku)
    else:
        items = _on_air_last(look.state, items, who)
    choices = tuple(Choice(fill=_handle(look.state, item) + rest, item=item) for item in items)
    return items, choices, min(max(look.pick or 0, 0), max(len(items) - 1, 0))


def _on_air_last(state: State, items: tuple[str, ...], who: str) -> tuple[str, ...]:
    """A name means what can still be next; a link number means its item, on air or not."""
    if state.on_air is None or numbered(state, who) is not None:
        return items
    return tuple(sorted(items, key=state.on_air.item.id.__eq__))


def _handle(state: State, item: str) -> str:
    """The shortest text that means this item and no other."""
    number = state.items[item].item.link_no
    return number if number and numbered(state, number) == item else state.items[item].item.title
