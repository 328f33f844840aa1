"""The default keys (DESIGN §5.2): which act has which keys in each preset."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import Literal

from hostconsole.keys.portable import KeyRefused
from hostconsole.keys.rules import Context

Args = tuple[tuple[str, str], ...]
Preset = Literal["laptop", "altgr"]
PRESETS: tuple[Preset, ...] = ("laptop", "altgr")
"""`altgr`: for keyboards on which Ctrl+Alt types characters (DE, FR, ES, PL, IT)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """An act (a command with its arguments), where its keys work, and the keys as PortableText.
    Commands in `desk.`, `row.` and `host.` are acts of the windows, not of the show."""

    command: str
    args: Args = ()
    context: Context = "global"
    keys: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """`cue.send preset=1`: what settings and system-wide keys call this act."""
        return act_id(self.command, self.args)


def act_id(command: str, args: Args = ()) -> str:
    return " ".join((command, *(shlex.quote(f"{name}={value}") for name, value in args)))


def parse_act(text: str) -> tuple[str, Args]:
    """`cue.send preset=1` → ("cue.send", (("preset", "1"),)). Raises: KeyRefused "not_a_binding"."""
    try:
        command, *rest = shlex.split(text)
    except ValueError:
        raise KeyRefused("not_a_binding", "", text) from None
    pairs = [word.partition("=") for word in rest]
    if not command or "=" in command or not all(name and equals for name, equals, _ in pairs):
        raise KeyRefused("not_a_binding", "", text)
    return command, tuple((name, value) for name, _, value in pairs)


def defaults(preset: Preset) -> tuple[Binding, ...]:
    """Every act that has keys, and those that have one in the other preset only."""
    return (*_any_window(preset), *_cues(preset), *_CONSOLE, *_QUEUE, *_HOST)


def _any_window(preset: Preset) -> tuple[Binding, ...]:
    laptop = preset == "laptop"
    return (
        Binding(command="show.take", keys=("Pause", "Ctrl+Alt+Return", "F13")),
        Binding(command="show.back", keys=("Ctrl+Alt+U" if laptop else "Ctrl+Shift+F11", "F16")),
        Binding(command="obs.safe_scene", keys=("Ctrl+Alt+J" if laptop else "Ctrl+Shift+F12", "F15")),
        Binding(command="desk.quick_bar", keys=("Ctrl+Alt+G" if laptop else "Ctrl+Alt+Home", "F14")),
        Binding(command="link.up", keys=("Ctrl+Alt+PgUp", "F17")),
        # One key closes what is open: the batch on sale first, then the link.
        Binding(command="desk.gone", keys=("Ctrl+Alt+PgDown", "F18")),
        Binding(command="stock.release", keys=("Ctrl+Alt+Ins", "F19")),
        # The product's id, the new stock or the new price: whichever is due on the platform's page.
        Binding(command="desk.copy", keys=("Ctrl+Alt+C" if laptop else "Ctrl+Alt+End",)),
        # One key does what is next; for a pedal or a button of one's own choice.
        Binding(command="desk.step"),
        Binding(command="marker.add", keys=("Ctrl+Alt+N",) if laptop else ()),
        # The host's pedal: a waiting cue is seen, else the prompter runs or stops.
        Binding(command="desk.host_step", keys=("F24",)),
    )


def _cues(preset: Preset) -> tuple[Binding, ...]:
    keys = [f"Ctrl+Alt+{n % 10}" if preset == "laptop" else f"Ctrl+Shift+F{n}" for n in range(1, 11)]
    return tuple(
        Binding(command="cue.send", args=(("preset", str(n)),), keys=(key,)) for n, key in enumerate(keys, 1)
    )


_CONSOLE = (
    Binding(command="next.up", context="console", keys=("Alt+Up",)),
    Binding(command="next.down", context="console", keys=("Alt+Down",)),
    Binding(command="undo", context="console", keys=("Ctrl+Z",)),
    Binding(command="redo", context="console", keys=("Ctrl+Y",)),
    Binding(command="obs.resend", context="console", keys=("Ctrl+R",)),
    Binding(command="alert.ack", context="console", keys=("Esc",)),
    Binding(command="desk.find", context="console", keys=("Ctrl+F",)),
    Binding(command="desk.keys", context="console", keys=("F1",)),
)
_QUEUE = (
    Binding(command="row.next", context="queue", keys=("Return",)),
    Binding(command="row.take", context="queue", keys=("Ctrl+Return",)),
    Binding(command="row.edit", context="queue", keys=("F2",)),
    Binding(command="row.skip", context="queue", keys=("Del",)),
    Binding(command="row.encore", context="queue", keys=("Ctrl+E",)),
)
_HOST = (
    Binding(command="host.space", context="host", keys=("Space",)),
    Binding(command="prompter.line_forward", context="host", keys=("PgDown",)),
    Binding(command="prompter.line_back", context="host", keys=("PgUp",)),
    Binding(command="prompter.faster", context="host", keys=("Ctrl+]",)),
    Binding(command="prompter.slower", context="host", keys=("Ctrl+[",)),
    Binding(command="prompter.top", context="host", keys=("Home",)),
    Binding(command="prompter.paragraph_forward", context="host", keys=("Ctrl+PgDown",)),
    Binding(command="prompter.paragraph_back", context="host", keys=("Ctrl+PgUp",)),
    Binding(command="host.page_forward", context="host", keys=("Shift+PgDown",)),
    Binding(command="host.page_back", context="host", keys=("Shift+PgUp",)),
    Binding(command="prompter.mark", context="host", keys=("Ctrl+M",)),
    Binding(command="host.layout", context="host", keys=("Ctrl+L",)),
)
