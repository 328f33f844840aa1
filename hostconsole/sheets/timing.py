"""Planned starts: offsets from the show's start, or times of day turned into them."""

from __future__ import annotations

from hostconsole.sheets import columns
from hostconsole.sheets.grid import Grid
from hostconsole.sheets.quantities import clock_of

_DAY_S = 24 * 3600


def starts(grid: Grid) -> list[int | None]:
    """Seconds from the start of the show. A column that begins an hour or more after zero holds times
    of day: they count from the first one, over midnight too, and that is said once."""
    found = columns.wholes(grid, "planned_start", clock_of)
    first = next((value for value in found if value is not None), None)
    if first is None or first < 3600:
        return found
    message = "The planned starts are times of day; they were counted from the first one."
    grid.say("warning", "times_of_day", None, "planned_start", message)
    return [None if value is None else (value - first) % _DAY_S for value in found]
