"""`replace` for frozen records of both makes; for dataclasses several times faster than the library's.

A log of a whole night is folded event by event (DESIGN §7, reopening a session), and the state has some
forty fields: the library's `replace` sends each through `__init__` and a guarded `__setattr__`. Here the
fields are copied as they are. The two widest classes (State, Obs) have no slots: a dictionary is copied
in one go. Only for classes without `__post_init__` and without `init=False` fields.

Records that are made before the first paint and are never copied with the library's `replace` are
`msgspec.Struct`s, as events are: making a dataclass takes some tenths of a millisecond, a Struct next to
nothing, and eighty are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import replace as replace
    from typing import TypeVar

    Whole = TypeVar("Whole")

    def stamped(whole: Whole, /, *, before: Whole, **parts: Any) -> Whole: ...
else:
    from dataclasses import fields
    from functools import cache
    from operator import attrgetter

    from msgspec import Struct, structs

    @cache
    def _slots(cls: type) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
        names = [field.name for field in fields(cls)]
        writers = {name: getattr(cls, name).__set__ for name in names}
        read = attrgetter(*names) if len(names) > 1 else lambda whole: (getattr(whole, names[0]),)
        return read, tuple(writers.values()), writers

    def _replaced_in_dict(whole: Any, parts: dict[str, Any]) -> Any:
        fields_of = whole.__dict__
        for name in parts:
            if name not in fields_of:
                raise TypeError(f"{type(whole).__name__} has no field {name!r}")
        copy = object.__new__(type(whole))
        copy.__dict__.update(fields_of)
        copy.__dict__.update(parts)
        return copy

    def stamped(whole: Any, /, *, before: Any, **parts: Any) -> Any:
        """As `replace`, for a `whole` that was just made of `before` and that nobody else has: it is not
        copied once more. Only for classes with a dictionary."""
        if whole is before:
            return _replaced_in_dict(whole, parts)
        whole.__dict__.update(parts)
        return whole

    def replace(whole: Any, /, **parts: Any) -> Any:
        """A copy of `whole` with `parts` in place of its fields; TypeError for a field it has not."""
        if isinstance(whole, Struct):
            return structs.replace(whole, **parts)
        cls = type(whole)
        if hasattr(whole, "__dict__"):
            return _replaced_in_dict(whole, parts)
        read, order, writers = _slots(cls)
        copy = object.__new__(cls)
        for write, value in zip(order, read(whole), strict=True):
            write(copy, value)
        for name, value in parts.items():
            try:
                writers[name](copy, value)
            except KeyError:
                raise TypeError(f"{cls.__name__} has no field {name!r}") from None
        return copy
