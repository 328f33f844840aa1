"""The one table of keys: a preset with the user's changes, without clashes and without forbidden keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict, get_args

import msgspec

from hostconsole.keys.defaults import PRESETS, Args, Binding, Preset, act_id, defaults, parse_act
from hostconsole.keys.portable import KeyRefused, normalise, parse
from hostconsole.keys.rules import Context, overlap, refusal

__all__ = [
    "PRESETS",
    "Args",
    "Binding",
    "Clash",
    "Context",
    "KeyRefused",
    "KeyTable",
    "Preset",
    "Row",
    "act_id",
    "parse_act",
]


class Row(TypedDict):
    """One row of `hostconsole keys --json`: `keys` work in our windows, `global_keys` in any window."""

    command: str
    args: dict[str, str]
    title: str
    keys: list[str]
    global_keys: list[str]


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """One key that means two acts at one place."""

    key: str
    one: Binding
    other: Binding


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTable:
    """`bindings` has at most one entry for an act in a context. `refused`: what of the user's changes
    could not be kept, and default keys that gave way to a change (code "clash")."""

    preset: Preset
    bindings: tuple[Binding, ...]
    refused: tuple[KeyRefused, ...] = ()

    @classmethod
    def build(cls, preset: str = "laptop", changes: Mapping[str, Sequence[str]] | None = None) -> KeyTable:
        """A preset with the user's changes. `changes` maps an act (`cue.send preset=1`, or with another
        place than its usual one `prompter.line_back @global`) to all its keys, [] for none. Never fails:
        an unknown preset is "laptop", what cannot be kept is left out and stands in `refused`."""
        known: Preset = next((name for name in PRESETS if name == preset), "laptop")
        table = cls(preset=known, bindings=defaults(known))
        wanted: dict[tuple[str, Context], Binding] = {}
        refused: list[KeyRefused] = []
        for act, keys in (changes or {}).items():
            try:
                binding = table._binding(act)
            except KeyRefused as problem:
                refused.append(problem)
                continue
            given = [keys] if isinstance(keys, str) else keys
            wanted[binding.id, binding.context] = replace(binding, keys=_allowed(binding, given, refused))
        for binding in wanted.values():
            table = table._with(binding)
        return table._settle(first=list(wanted.values()), refused=refused)

    def rebind(
        self, command: str, args: Args, keys: Iterable[str], *, context: Context | None = None
    ) -> KeyTable:
        """The table with all keys of one act replaced (none given: the act has no key). `context` None:
        where the act has its keys now, "global" for an act without keys.

        Raises: KeyRefused ("clash" with the other act's id, "not_a_key", or why the key is forbidden).
        """
        binding = self.find(command, args, context=context)
        names = tuple(dict.fromkeys(normalise(key) for key in keys))
        for name in names:
            _check(binding, name)
        changed = replace(self._with(replace(binding, keys=names)), refused=())
        for clash in changed.clashes():
            both = (clash.one, clash.other)
            mine = next((b for b in both if b.id == binding.id and b.context == binding.context), None)
            if mine is not None:
                other = clash.other if clash.one is mine else clash.one
                raise KeyRefused("clash", clash.key, other.id)
        return changed

    def clashes(self) -> tuple[Clash, ...]:
        """Every key that means two acts; none in a table made by `build` or `rebind`."""
        return tuple(
            Clash(key=key, one=one, other=other)
            for n, one in enumerate(self.bindings)
            for other in self.bindings[n + 1 :]
            if overlap(one.context, other.context)
            for key in one.keys
            if key in other.keys
        )

    def find(self, command: str, args: Args = (), *, context: Context | None = None) -> Binding:
        """The binding of an act; a new one without keys if there is none."""
        for binding in self.bindings:
            if (binding.command, binding.args) == (command, args) and context in (None, binding.context):
                return binding
        return Binding(command=command, args=args, context=context or "global")

    def system_keys(self) -> dict[str, str]:
        """Each system-wide key with the id of its act: what a `SystemKeys.bind` takes."""
        return {key: b.id for b in self.bindings if b.context == "global" for key in b.keys}

    def changes(self) -> dict[str, list[str]]:
        """What differs from the preset, in the shape that `build` takes and settings keep."""
        plain = KeyTable(preset=self.preset, bindings=defaults(self.preset))
        out: dict[str, list[str]] = {}
        for binding in self.bindings:
            if binding.keys != plain.find(binding.command, binding.args, context=binding.context).keys:
                usual = plain.find(binding.command, binding.args).context == binding.context
                out[binding.id if usual else f"{binding.id} @{binding.context}"] = list(binding.keys)
        return out

    def rows(self, title: Callable[[str, Args], str], commands: Iterable[str] = ()) -> list[Row]:
        """One row for each act, in the order of the table; then a row without keys for each of `commands`
        that has none, so that all that can be bound is seen."""
        rows: dict[tuple[str, Args], Row] = {}
        for b in (*self.bindings, *(Binding(command=c) for c in commands if c not in self._commands())):
            row = rows.setdefault(
                (b.command, b.args),
                Row(
                    command=b.command,
                    args=dict(b.args),
                    title=title(b.command, b.args),
                    keys=[],
                    global_keys=[],
                ),
            )
            row["title"] = title(b.command, b.args)
            (row["global_keys"] if b.context == "global" else row["keys"]).extend(b.keys)
        return list(rows.values())

    def _commands(self) -> frozenset[str]:
        return frozenset(b.command for b in self.bindings)

    def _binding(self, act: str) -> Binding:
        """Reads `act` or `act @context`."""
        text, at, place = act.rpartition(" @")
        context = next((c for c in get_args(Context) if c == place), None) if at else None
        if at and context is None:
            raise KeyRefused("not_a_binding", "", act)
        command, args = parse_act(text if at else act)
        return self.find(command, args, context=context)

    def _with(self, binding: Binding) -> KeyTable:
        """The table with this entry put in its act's place, or at the end. Checks nothing."""
        spot = (binding.id, binding.context)
        others = [(b.id, b.context) for b in self.bindings]
        if spot not in others:
            return replace(self, bindings=(*self.bindings, binding))
        at = others.index(spot)
        return replace(self, bindings=(*self.bindings[:at], binding, *self.bindings[at + 1 :]))

    def _settle(self, *, first: Sequence[Binding], refused: Sequence[KeyRefused]) -> KeyTable:
        """Takes a key that two acts want from the later one; the user's changes come before defaults."""
        told = list(refused)
        order = [*first, *(b for b in self.bindings if b not in first)]
        settled: list[Binding] = []
        for binding in order:
            kept = []
            for key in binding.keys:
                owner = next(
                    (o for o in settled if key in o.keys and overlap(o.context, binding.context)), None
                )
                if owner is None:
                    kept.append(key)
                else:
                    told.append(KeyRefused("clash", key, owner.id))
            settled.append(replace(binding, keys=tuple(kept)))
        table = self
        for binding in settled:
            table = table._with(binding)
        return replace(table, refused=tuple(told))


def _allowed(binding: Binding, keys: Sequence[str], refused: list[KeyRefused]) -> tuple[str, ...]:
    """The keys that may be bound, each once; the reasons for the rest are added to `refused`."""
    kept: dict[str, None] = {}
    for key in keys:
        try:
            name = normalise(key)
            _check(binding, name)
        except KeyRefused as problem:
            refused.append(problem)
        else:
            kept[name] = None
    return tuple(kept)


def _check(binding: Binding, key: str) -> None:
    code = refusal(parse(key), command=binding.command, context=binding.context)
    if code is not None:
        raise KeyRefused(code, key, binding.id)
