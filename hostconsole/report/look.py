"""In whose words and whose time a report is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

from hostconsole.report import figures as f
from hostconsole.report.words import ROLES, Language, source, word
from hostconsole.show.bands import Bands


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The words of `language`; times at the offset `zone`; `bands` of metrics, none unless they were set."""

    language: Language
    zone: timezone
    bands: Bands = field(default_factory=dict)

    def word(self, key: str, **fields: object) -> str:
        return word(key, self.language, **fields)

    def source(self, stock: f.StockSeen | None) -> str:
        if stock is None or stock.left is None:
            return ""
        return source(stock.source, self.who(stock.by), self.language)

    def who(self, actor: str) -> str:
        """Who did it, as read: a name as it was typed; who has none by what they are."""
        return word(f"who_{actor}", self.language) if actor in ROLES else actor

    @property
    def zone_name(self) -> str:
        """ "UTC+08:00"; "UTC" for Greenwich."""
        return str(self.zone) if self.zone.utcoffset(None) else "UTC"


RETAIN_DAYS = 1_096
"""Three years from the end, as trade records are kept; nothing deletes anything by itself."""


def retain_until(head: f.Head, days: int) -> str:
    """The day until which a session is to be kept: 2029-11-24."""
    return f"{moment(head.ended_at or head.last_at) + timedelta(days=days):%Y-%m-%d}"


def local_zone(at: str) -> timezone:
    """This computer's offset at the UTC time `at`, whole minutes."""
    offset = moment(at).astimezone().utcoffset() or timedelta()
    return timezone(timedelta(minutes=round(offset.total_seconds() / 60)))


def moment(at: str) -> datetime:
    """The aware time of a log's UTC text."""
    return datetime.fromisoformat(at).astimezone(UTC)


def session_kind(head: f.Head, look: Look) -> str:
    """ "Live", "REHEARSAL · SIMULATED"."""
    return " · ".join([look.word(head.kind), *([look.word("simulated")] if head.simulated else [])])
