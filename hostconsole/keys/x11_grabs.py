"""One connection to an X server and the keys grabbed through it. Used by one thread only."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.error import CatchError

from hostconsole.keys.portable import parse
from hostconsole.keys.system import Unbound
from hostconsole.keys.x11_keymap import Keymap, Spot


class KeyGrabs:
    """Raises what Xlib raises when the connection cannot be made or breaks."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._display.set_error_handler(_log_error)
        self._root = self._display.screen().root
        self._table: Mapping[str, str] = {}
        self._grabbed: dict[str, frozenset[Spot]] = {}
        self._acts: dict[Spot, str] = {}
        self._locks = 0
        self._down: set[int] = set()
        self._released_at: dict[int, int] = {}
        self.remapped = False
        """The keyboard was mapped anew since the last `bind` or `refresh`."""

    def __enter__(self) -> KeyGrabs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.close()

    def fileno(self) -> int:
        return int(self._display.fileno())

    @property
    def holding(self) -> bool:
        """A key of ours is held, as far as is known."""
        return bool(self._down)

    def bind(self, table: Mapping[str, str]) -> tuple[Unbound, ...]:
        self._table = dict(table)
        return self.refresh()

    def refresh(self) -> tuple[Unbound, ...]:
        """Grabs what is wanted and not ours yet, by the keyboard as it is now; says what is not to be had.
        Keys that stay where they are stay grabbed, so no press is lost meanwhile."""
        self.remapped = False
        keymap = self._read_keymap()
        unbound: list[Unbound] = []
        places = self._place(keymap, unbound)
        locks = keymap.lock_masks()
        self._locks = max(locks)
        wanted = {
            key: frozenset((code, held | lock) for code, held in spots for lock in locks)
            for key, spots in places.items()
        }
        for key, spots in self._grabbed.items():
            self._ungrab(spots - wanted.get(key, frozenset()))
        taken = self._grab(
            {key: spots - self._grabbed.get(key, frozenset()) for key, spots in wanted.items()}
        )
        for key in taken:
            self._ungrab(wanted.pop(key))
            unbound.append(_taken(key))
        self._grabbed = wanted
        self._acts = {spot: self._table[key] for key in wanted for spot in places[key]}
        return tuple(unbound)

    def pressed(self) -> list[str]:
        """The acts whose keys were pressed since the last call, in order, a held key once."""
        acts = []
        while self._display.pending_events():
            event = self._display.next_event()
            if event.type == X.MappingNotify:
                self.remapped = True
            elif event.type == X.KeyRelease:
                self._down.discard(event.detail)
                self._released_at[event.detail] = event.time
            elif event.type == X.KeyPress:
                act = self._acts.get((event.detail, event.state & 0xFF & ~self._locks))
                if self._is_new(event.detail, event.time) and act is not None:
                    acts.append(act)
        return acts

    def forget_released(self) -> None:
        """Asks the server which keys are down. A release goes to another window when a second key is
        pressed before the first is up; without this the second would seem held for ever."""
        if self._down:
            keys = self._display.query_keymap()
            self._down = {code for code in self._down if keys[code // 8] >> code % 8 & 1}

    def _is_new(self, code: int, time: int) -> bool:
        """While a key is held the server sends release and press with one time, over and over."""
        repeat = code in self._down or self._released_at.get(code) == time
        self._down.add(code)
        return not repeat

    def _read_keymap(self) -> Keymap:
        info = self._display.display.info
        count = info.max_keycode - info.min_keycode + 1
        return Keymap(
            first=info.min_keycode,
            symbols=self._display.get_keyboard_mapping(info.min_keycode, count),
            modifiers=self._display.get_modifier_mapping(),
        )

    def _place(self, keymap: Keymap, unbound: list[Unbound]) -> dict[str, tuple[Spot, ...]]:
        """Where each key of the table is; those that this keyboard has not are added to `unbound`."""
        places: dict[str, tuple[Spot, ...]] = {}
        owners: dict[Spot, str] = {}
        for key in self._table:
            spots = tuple(spot for spot in keymap.spots(parse(key)) if spot not in owners)
            if spots:
                places[key] = spots
                owners.update(dict.fromkeys(spots, key))
            else:
                unbound.append(_no_such_key(key))
        return places

    def _grab(self, wanted: Mapping[str, Iterable[Spot]]) -> list[str]:
        """The keys of which at least one spot was refused. One round trip for all."""
        answers: dict[str, list[Any]] = {}
        for key, spots in wanted.items():
            for code, held in spots:
                answer = CatchError()
                answers.setdefault(key, []).append(answer)
                self._root.grab_key(code, held, False, X.GrabModeAsync, X.GrabModeAsync, onerror=answer)
        self._display.sync()
        return [key for key, some in answers.items() if any(answer.get_error() for answer in some)]

    def _ungrab(self, spots: Iterable[Spot]) -> None:
        for code, held in spots:
            self._root.ungrab_key(code, held)
        self._display.flush()


def _taken(key: str) -> Unbound:
    return Unbound(key=key, code="taken", reason=f"Another program has {key}.")


def _no_such_key(key: str) -> Unbound:
    return Unbound(key=key, code="layout", reason=f"This keyboard has no {key}.")


def _log_error(error: object, request: object) -> None:
    logging.getLogger(__name__).warning("X refused %s: %s", request, error)
