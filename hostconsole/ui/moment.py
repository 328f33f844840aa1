"""The keys of this moment: what each would do now, for the room one is in and what is on air."""

from __future__ import annotations

import msgspec

from hostconsole.keys.table import Binding, KeyTable
from hostconsole.show.commands.goods import due_batch
from hostconsole.show.cues import preset
from hostconsole.show.rules import Rules
from hostconsole.show.state import State
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import link_name
from hostconsole.ui.texts import act_text, command_text


class KeyLine(msgspec.Struct, frozen=True, kw_only=True):
    """`works`: the key does something at this moment."""

    words: str
    keys: tuple[str, ...]
    works: bool = True


class KeyGroup(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    lines: tuple[KeyLine, ...]


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """`state` as it is now, `room`: prepare, live or review."""

    table: KeyTable
    state: State
    room: str
    rules: Rules
    now_ms: int


def groups(moment: Moment) -> tuple[KeyGroup, ...]:
    """What matters most now first; acts without keys are left out."""
    if moment.state.running:
        first = translate("Keys", "Now, in any window")
    else:
        first = translate("Keys", "In any window, once a session runs")
    found = [KeyGroup(title=first, lines=tuple(_lines(moment, "global")))]
    if moment.room == "live":
        found.append(_group(translate("Keys", "On a row of the queue"), moment, "queue"))
    found.append(_group(translate("Keys", "In the console"), moment, "console"))
    if moment.room == "live":
        found.append(_group(translate("Keys", "In the host window"), moment, "host"))
    else:
        # Before and after the show the console's own keys come first.
        found.reverse()
    return tuple(group for group in found if group.lines)


def _group(title: str, moment: Moment, context: str) -> KeyGroup:
    return KeyGroup(title=title, lines=tuple(_lines(moment, context)))


def _lines(moment: Moment, context: str) -> list[KeyLine]:
    return [
        _line(moment, binding)
        for binding in moment.table.bindings
        if binding.context == context and binding.keys
    ]


def _line(moment: Moment, binding: Binding) -> KeyLine:
    if binding.context != "global":
        return KeyLine(words=act_text(binding.command, dict(binding.args)), keys=binding.keys)
    words, works = _effect(moment, binding)
    return KeyLine(words=words, keys=binding.keys, works=works and moment.state.running)


def _effect(moment: Moment, binding: Binding) -> tuple[str, bool]:
    """What the key would do now, and whether it would do anything."""
    state, command = moment.state, binding.command
    plain = act_text(command, dict(binding.args))
    if not state.running:
        return plain, False
    if command == "show.take":
        row = state.items.get(state.next or "")
        return (f"{plain}: {link_name(row.item)}", True) if row is not None else (plain, False)
    if command == "show.back":
        return plain, state.on_air is not None
    if command == "obs.safe_scene":
        return (translate("Console", "Back from safe"), True) if state.obs.safe else (plain, True)
    if command == "cue.send":
        number = int(dict(binding.args)["preset"])
        words, _kind = preset(state, number, rules=moment.rules, now_ms=moment.now_ms)
        return translate("Keys", "Cue: {words}").format(words=words), True
    if command in ("link.up", "desk.gone", "stock.release"):
        return _of_the_link(state, command, plain)
    return plain, True


def _of_the_link(state: State, command: str, plain: str) -> tuple[str, bool]:
    """The acts of the product on air; none of them works without one."""
    item = state.on_air.item if state.on_air is not None else None
    ledger = state.stock.get(item.sku) if item is not None and item.sku else None
    if item is None or not item.sku:
        return plain, False
    link = state.items[item.id].link.status
    if command == "link.up":
        return f"{plain}: {link_name(item)}", link != "up"
    if command == "desk.gone":
        left = (ledger.sellable or 0) if ledger is not None else 0
        return (command_text("batch.gone"), True) if left > 0 else (command_text("link.down"), link == "up")
    due = due_batch(state, item.sku) if ledger is not None else 0
    return (translate("Steps", "Release +{qty}").format(qty=due), True) if due else (plain, False)
