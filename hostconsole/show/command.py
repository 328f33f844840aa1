"""What a command is: a name, its arguments, the modes it works in, and a pure function to events.

    @command("price.set", title="Set the price", args=(ITEM, text("price"), YES), modes=SETUP)
    def price_set(state, ctx, given) -> Events: ...

The function gets its arguments parsed and checked; it raises `Refused` or returns what happened. Menu,
keys, quick bar, `do` and tests all go through `invoke`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from hostconsole.show.errors import Refused
from hostconsole.show.events import Event
from hostconsole.show.numbers import typed, whole
from hostconsole.show.plan import Plan
from hostconsole.show.rules import Rules
from hostconsole.show.state import Mode, State

Events = tuple[Event, ...]
Given = Mapping[str, Any]

ANY: frozenset[Mode] = frozenset({"ready", "rehearsal", "live", "ended"})
SETUP: frozenset[Mode] = frozenset({"ready", "rehearsal", "live"})
RUNNING: frozenset[Mode] = frozenset({"rehearsal", "live"})

LONGEST_TEXT = 1_000
"""Characters a typed text may have; a script has its own, larger bound."""


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a command may know beside the state: the time, who acts, the rules, and a fresh session id.
    `sheet` is the plan read anew, given to `sheet.reload` only."""

    now_ms: int
    at: str
    boot: str
    boot_ms: int
    actor: str
    rules: Rules
    new_session: str
    sheet: Plan | None = None


class Arg(msgspec.Struct, frozen=True, kw_only=True):
    """One argument: `parse` makes its value from the text given, or raises ValueError with the why."""

    name: str
    parse: Callable[[State, str], Any]
    required: bool = False


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """A verb of the console. `open_args` takes any further NAME=VALUE (item.add)."""

    id: str
    title: str
    args: tuple[Arg, ...]
    modes: frozenset[Mode]
    run: Callable[[State, Context, Given], Events]
    open_args: bool = False


class Registry(dict[str, Command]):
    """Commands by id; saying the same id twice is our bug."""

    def command(
        self,
        id: str,
        *,
        title: str,
        args: tuple[Arg, ...] = (),
        modes: frozenset[Mode] = SETUP,
        open_args: bool = False,
    ) -> Callable[[Callable[[State, Context, Given], Events]], Callable[[State, Context, Given], Events]]:
        def keep(
            run: Callable[[State, Context, Given], Events],
        ) -> Callable[[State, Context, Given], Events]:
            if id in self:
                raise KeyError(f"command {id} is declared twice")
            self[id] = Command(id=id, title=title, args=args, modes=modes, run=run, open_args=open_args)
            return run

        return keep


def invoke(
    registry: Mapping[str, Command], state: State, ctx: Context, *, command: str, given: Mapping[str, str]
) -> Events:
    """The events of one command; raises `Refused` and changes nothing otherwise."""
    known = registry.get(command)
    if known is None:
        raise Refused("unknown_command", command=command)
    if state.mode not in known.modes:
        raise Refused("show_ended" if state.mode == "ended" else "not_on_air")
    return known.run(state, ctx, _parsed(known, state, given))


def _parsed(command: Command, state: State, given: Mapping[str, str]) -> dict[str, Any]:
    by_name = {arg.name: arg for arg in command.args}
    values: dict[str, Any] = {}
    for name, text in given.items():
        arg = by_name.get(name)
        if arg is not None:
            values[name] = _value(arg, state, text)
        elif name == "link" and "item" in by_name:
            values["item"] = item_of_link(state, text)
        elif command.open_args:
            values[name] = text
        else:
            raise Refused("unknown_argument", command=command.id, name=name)
    for arg in command.args:
        if arg.required and arg.name not in values:
            raise Refused("missing_argument", command=command.id, name=arg.name)
    return values


def _value(arg: Arg, state: State, text: str) -> Any:
    try:
        return arg.parse(state, text)
    except ValueError as fault:
        raise Refused("bad_value", name=arg.name, value=text[:60], why=str(fault)) from None


def item_of_link(state: State, text: str) -> str:
    """The item with this link number: on air before next, next before waiting, waiting before the rest."""
    number = typed(text)
    found = [key for key in state.order if number and typed(state.items[key].item.link_no) == number]
    if not found:
        raise Refused("unknown_item", item=f"link {text}")
    on_air = state.on_air.item.id if state.on_air else None
    for key in (on_air, state.next):
        if key in found:
            return str(key)
    return next((key for key in found if state.items[key].airings == 0), found[0])


# -- arguments --------------------------------------------------------------------------------------


def _item(state: State, text: str) -> str:
    if text not in state.items:
        raise Refused("unknown_item", item=text)
    return text


def _place(state: State, text: str) -> str:
    return text if text == "end" else _item(state, text)


def _sku(state: State, text: str) -> tuple[str, str]:
    """(SKU, variant or ""): the text is a SKU, or SKU:VARIANT."""
    if text in state.stock:
        return text, ""
    sku, _, variant = text.rpartition(":")
    if sku not in state.stock:
        raise Refused("unknown_sku", sku=text)
    if variant not in {v.name for v in state.stock[sku].variants}:
        raise Refused("unknown_variant", sku=sku, variant=variant)
    return sku, variant


def _qty(state: State, text: str) -> int:
    number = whole(text)
    if number < 0:
        raise ValueError("below 0")
    return number


def _positive(state: State, text: str) -> int:
    number = whole(text)
    if number <= 0:
        raise ValueError("must be above 0")
    return number


def _yes(state: State, text: str) -> bool:
    word = text.strip().lower()
    if word in ("yes", "y", "1", "true"):
        return True
    if word in ("no", "n", "0", "false", ""):
        return False
    raise ValueError("yes or no")


def _text(state: State, text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"longer than {LONGEST_TEXT} characters")
    return "".join(char for char in text if char >= " " or char == "\t").strip()


ITEM = Arg(name="item", parse=_item)
THE_ITEM = Arg(name="item", parse=_item, required=True)
SKU = Arg(name="sku", parse=_sku)
REASON = Arg(name="reason", parse=_text)


def yes(name: str, *, required: bool = False) -> Arg:
    return Arg(name=name, parse=_yes, required=required)


def qty(name: str, *, required: bool = False) -> Arg:
    """0 or more."""
    return Arg(name=name, parse=_qty, required=required)


def positive(name: str, *, required: bool = False) -> Arg:
    """1 or more."""
    return Arg(name=name, parse=_positive, required=required)


def signed(name: str, *, required: bool = False) -> Arg:
    return Arg(name=name, parse=lambda _state, text: whole(text), required=required)


def text(name: str, *, required: bool = False) -> Arg:
    return Arg(name=name, parse=_text, required=required)


def raw(name: str, *, required: bool = False) -> Arg:
    """A text of any length and with line ends: a script."""
    return Arg(name=name, parse=lambda _state, given: given, required=required)


def place(name: str, *, required: bool = False) -> Arg:
    """An item id, or "end"."""
    return Arg(name=name, parse=_place, required=required)


def item_or_on_air(state: State, given: Given) -> str:
    """The item named, else the one on air."""
    if "item" in given:
        return str(given["item"])
    if state.on_air is None:
        raise Refused("nothing_on_air")
    return state.on_air.item.id


def sku_or_on_air(state: State, given: Given) -> tuple[str, str]:
    """The SKU (and variant) named, else that of the item named or on air."""
    if "sku" in given:
        sku, variant = given["sku"]
        return sku, variant
    item = item_or_on_air(state, given)
    sku = state.items[item].item.sku
    if not sku:
        raise Refused("no_product", item=item)
    return sku, ""
