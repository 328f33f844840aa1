"""Which physical key a name means on an X11 keyboard as it is mapped now. Pure: numbers in, numbers out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from hostconsole.keys.portable import Stroke

_SYMS = {
    **{"Esc": 0xFF1B, "Tab": 0xFF09, "Backspace": 0xFF08, "Return": 0xFF0D, "Ins": 0xFF63, "Del": 0xFFFF},
    **{"Pause": 0xFF13, "Print": 0xFF61, "Home": 0xFF50, "End": 0xFF57, "PgUp": 0xFF55, "PgDown": 0xFF56},
    **{"Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "Space": 0x20, "Menu": 0xFF67},
    **{"Help": 0xFF6A},
    **{f"F{n}": 0xFFBD + n for n in range(1, 25)},
}
_ALT, _SUPER, _NUM_LOCK, _SCROLL_LOCK = (0xFFE9, 0xFFEA), (0xFFEB, 0xFFEC), (0xFF7F,), (0xFF14,)
_SHIFT_MASK, _LOCK_MASK, _CONTROL_MASK = 1, 2, 4
_FIRST_PAD_CODE = 191
"""Of F13: from here on the usual X11 keymaps have media symbols instead of F13 to F24."""

Spot = tuple[int, int]
"""A key code, and the mask of the modifiers held with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keymap:
    """`symbols[code - first]`: the key's symbols, two for each group, as GetKeyboardMapping gives them.
    `modifiers[n]`: the codes of the keys that set the modifier of bit n."""

    first: int
    symbols: Sequence[Sequence[int]]
    modifiers: Sequence[Sequence[int]]

    def spots(self, stroke: Stroke) -> tuple[Spot, ...]:
        """Where the key is, locks off; () if this keyboard has no such key or no such modifier."""
        masks = [self._mask_of(modifier) for modifier in stroke.held]
        if not all(masks):
            return ()
        return tuple((code, sum(masks)) for code in self._codes(stroke))

    def lock_masks(self) -> tuple[int, ...]:
        """Every combination of Caps Lock, Num Lock and Scroll Lock, 0 first."""
        locks = {_LOCK_MASK, self._mask(_NUM_LOCK), self._mask(_SCROLL_LOCK)} - {0}
        sets = chain.from_iterable(combinations(sorted(locks), n) for n in range(len(locks) + 1))
        return tuple(sum(some) for some in sets)

    def _codes(self, stroke: Stroke) -> tuple[int, ...]:
        name, number = stroke.name, stroke.function_number
        sym = _SYMS.get(name) or _sign_sym(name)
        found = [*self._with_symbol(sym)]
        pad = _FIRST_PAD_CODE + number - 13
        if number >= 13 and self.first <= pad < self.first + len(self.symbols):
            found.append(pad)
        return tuple(dict.fromkeys(found))

    def _with_symbol(self, sym: int) -> Iterator[int]:
        """The keys that give the symbol without Shift in any group; else (digits on a French keyboard)
        with it, as the person means the key and not the character."""
        for levels in ((0, 2), (1, 3)):
            found = [
                self.first + n
                for n, syms in enumerate(self.symbols)
                if any(level < len(syms) and syms[level] == sym for level in levels)
            ]
            if found:
                yield from found
                return

    def _mask_of(self, modifier: str) -> int:
        fixed = {"Shift": _SHIFT_MASK, "Ctrl": _CONTROL_MASK}
        return fixed.get(modifier) or self._mask(_ALT if modifier == "Alt" else _SUPER)

    def _mask(self, syms: tuple[int, ...]) -> int:
        """The mask of the modifier that a key with one of these symbols sets; 0 if there is none."""
        for bit, codes in enumerate(self.modifiers):
            for code in codes:
                at = code - self.first
                if code and 0 <= at < len(self.symbols) and set(syms) & set(self.symbols[at]):
                    return 1 << bit
        return 0


def _sign_sym(sign: str) -> int:
    """The symbol of a character: Latin-1 as it is, the rest by its Unicode number."""
    code = ord(sign.lower()) if len(sign.lower()) == 1 else ord(sign)
    return code if code < 0x100 else 0x1000000 | code
