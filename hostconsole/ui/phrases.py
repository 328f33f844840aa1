"""Numbers as people read them: clocks, minutes, ages, prices."""

from __future__ import annotations

from datetime import UTC, datetime

from hostconsole.show.clocks import wall_at
from hostconsole.show.ledger import Ledger
from hostconsole.show.money import as_read
from hostconsole.show.plan import Item
from hostconsole.show.state import State
from hostconsole.ui.language import translate

DASH = "–"


def minutes(ms: int) -> str:
    """04:12, or 1:04:12 from an hour on."""
    seconds = max(0, ms) // 1000
    if seconds >= 3600:
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def hours(ms: int) -> str:
    """02:12:40"""
    seconds = max(0, ms) // 1000
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def signed(ms: int) -> str:
    """+02:10 is late, −00:40 early."""
    return ("−" if ms < 0 else "+") + minutes(abs(ms))


def who(by: str) -> str:
    """Who did it, by the name in the log; the log's own words for people without a name are translated."""
    return {
        "controller": translate("Words", "controller"),
        "host": translate("Words", "host"),
        "console": translate("Words", "console"),
    }.get(by, by)


def whole_minutes(ms: int | None) -> str:
    return DASH if ms is None else f"{round(ms / 60_000)}"


def price(minor: int | None, currency: str) -> str:
    return DASH if minor is None else as_read(minor, currency)


def count(number: int | None) -> str:
    return DASH if number is None else f"{number}"


def time_of_day(state: State, now_ms: int, *, seconds: bool = False) -> str:
    """20:41 (or 20:41:07) here, at `now_ms` of the session's clock; "" before the first entry."""
    at = wall_at(state, now_ms)
    return at.astimezone().strftime("%H:%M:%S" if seconds else "%H:%M") if at else ""


def clock_of(at: str) -> str:
    """20:41 of this machine's zone, from UTC ISO 8601; "" for ""."""
    return local(at).strftime("%H:%M") if at else ""


def local(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=UTC).astimezone()


def no_items() -> str:
    """What stands where a show without items would have some."""
    return translate("Console", "This show has no items. Open a run-sheet in Prepare, or add them there.")


def link_name(item: Item) -> str:
    """ "Link 3", or the title of what has no number."""
    if item.link_no:
        return translate("Console", "Link {number}").format(number=item.link_no)
    return item.title


def seconds(ms: float) -> str:
    """0.3 s"""
    return f"{ms / 1000:.1f} s"


def stock_source(ledger: Ledger, now_ms: int, *, said_s: float | None = None) -> tuple[bool, str]:
    """Whether a person counted, and whose number it is and how old. `said_s`: so long ago its feed said it
    last."""
    if ledger.source == "hand":
        told = translate("Console", "{by} {time}").format(by=who(ledger.by), time=clock_of(ledger.as_of))
        return True, told.strip()
    if ledger.source.startswith("feed:"):
        age = max(0, now_ms - ledger.counted_ms) // 1000 if said_s is None else round(said_s)
        return False, translate("Console", "{feed} · {age} s ago").format(feed=ledger.source[5:], age=age)
    return False, translate("Console", "from the sheet")
