"""What the products of a show did in the last live sessions, read from the log (never on the main thread)."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from hostconsole.log.reader import LogReader
from hostconsole.report.facts import night
from hostconsole.report.figures import Night
from hostconsole.show.codec import entry_of
from hostconsole.show.history import History, Past

SESSIONS_READ = 6
"""The newest live sessions that are looked at: a fortnight's, at three a week."""


def history(path: Path, skus: Collection[str], *, without: str = "") -> History:
    """The airings of `skus` in the newest ended live sessions of the log at `path`, newest first. A session
    whose rows cannot be read is passed over. Raises Trouble if the log itself cannot be read."""
    found: dict[str, list[Past]] = {}
    if not path.exists():
        return {}
    with LogReader(path) as log:
        ended = [
            r for r in log.sessions() if r.kind == "live" and r.ended and not r.simulated and r.id != without
        ]
        for row in ended[:SESSIONS_READ]:
            try:
                facts = night(entry_of(stored.text) for stored in log.rows(row.id))
            except (ValueError, KeyError):
                continue
            for sku, past in _of(facts, skus):
                found.setdefault(sku, []).append(past)
    return {sku: tuple(pasts) for sku, pasts in found.items()}


def _of(facts: Night, skus: Collection[str]) -> list[tuple[str, Past]]:
    """Newest first; a batch belongs to the airing in which it opened."""
    found: list[tuple[str, Past]] = []
    for airing in reversed(facts.airings):
        if airing.misfire or airing.sku not in skus:
            continue
        until = airing.ended_ms if airing.ended_ms is not None else facts.head.length_ms
        empty = tuple(
            batch.seconds
            for batch in facts.batches
            if batch.sku == airing.sku
            and batch.seconds is not None
            and airing.started_ms <= batch.opened_ms < until
        )
        past = Past(
            session=facts.head.session,
            at=airing.started_at,
            aired_ms=airing.aired_ms,
            currency=airing.currency,
            price=airing.price_at_end,
            sold=airing.sold,
            empty_s=empty,
        )
        found.append((airing.sku, past))
    return found
