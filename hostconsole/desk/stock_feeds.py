"""Live stock for the show: what the feeds tell becomes logged counts, what ails them an alert.

Ticks are not events (DESIGN §6): the newest figure of each SKU waits here and is logged at most once a
second, all that wait in one commit, and only if it changes something. What makes a SKU low or empty is
logged at once.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from hostconsole.desk.shop_orders import ShopOrders
from hostconsole.feeds.feed import Feed
from hostconsole.feeds.orders import OrderLine
from hostconsole.feeds.pacing import Pacing
from hostconsole.feeds.runner import FeedRunner
from hostconsole.feeds.told import FeedLamp, FeedTold, Stock, Wanted
from hostconsole.show.clock import Clock
from hostconsole.show.commands.goods import along
from hostconsole.show.counting import told_by_feed, told_of
from hostconsole.show.events import Entry, Event, FeedsChanged, StockCounted, StockSold, TroubleMet
from hostconsole.show.feed_view import FeedView, OddFigure
from hostconsole.show.ledger import Ledger
from hostconsole.show.shop_count import ShopCount
from hostconsole.show.show import Outcome, Show
from hostconsole.show.state import ItemState, State
from hostconsole.show.stock_level import highest_mark, level

_log = logging.getLogger(__name__)

Json = dict[str, Any]

WRITTEN_S = 1.0
MOST_AT_ONCE, BREATH_S = 10, 0.03
"""So many of them in one turn of the loop, and how long the others wait for the next."""

CACHED_MS = 60_000
"""A shop's answer may be as old as that, behind a cache."""

MOST_ROWS = 50
"""So many counts go into the log in a second at most, whatever the shops do; the rest waits."""


class StockFeeds:
    """Runs the feeds of a desk. Everything on the loop's thread."""

    def __init__(
        self,
        feeds: Iterable[Feed],
        *,
        show: Show,
        clock: Clock,
        loop: asyncio.AbstractEventLoop,
        pacing: Pacing | None = None,
    ) -> None:
        self._show = show
        self._clock = clock
        self._loop = loop
        self._newest: dict[tuple[str, str], Stock] = {}
        self._waiting: dict[tuple[str, str], Stock] = {}
        self._unseen: dict[tuple[str, str], int] = {}
        self._bugs: set[tuple[str, str, type[Exception]]] = set()
        self._written: deque[float] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._session = ""
        self._asked = Wanted()
        self._orders = ShopOrders()
        self._rows: dict[str, ItemState] = {}
        self._rows_of: Mapping[str, ItemState] = {}
        self._runner = FeedRunner(
            feeds,
            wanted=self._wanted,
            told=self.told,
            loop=loop,
            clock=clock,
            pacing=pacing,
            since=show.state.started_at,
        )

    def start(self) -> Outcome:
        """Begins to ask, once a show is open."""
        self._session = self._show.state.session
        self._show.subscribe(self._followed)
        self._runner.start()
        return self._say_which(anew=frozenset())

    def replace(self, feeds: Iterable[Feed]) -> Outcome:
        """From now on these. What the others told stands as counted, but what comes in their place begins
        anew: it is not compared with them, and what their orders sold is not booked again."""
        ended, anew = self._runner.replace(feeds, since=self._show.state.started_at)
        gone = ended | anew
        self._write(tuple(key for key in self._waiting if key[0] in gone))
        for told in (self._newest, self._waiting, self._unseen):
            for key in [key for key in told if key[0] in gone]:
                del told[key]
        self._orders.end(gone)
        outcome = self._say_which(anew=anew)
        self._say_what_is_down()
        return outcome

    def _say_which(self, *, anew: frozenset[str]) -> Outcome:
        state = self._show.state
        names, unread = tuple(lamp.name for lamp in self._runner.lamps), self._unread()
        same = not anew and names == (state.feeds or ()) and unread == state.unread
        events = () if same else (FeedsChanged(names=names, anew=tuple(sorted(anew)), unread=unread),)
        return self._show.record(events, actor="console")

    def _unread(self) -> tuple[tuple[str, str], ...]:
        """The numbers shown whose feed answers and tells them no more, or nothing that can be used."""
        odd = {key for key, stock in self._newest.items() if not stock.figure.usable}
        odd.update((lamp.name, sku) for lamp in self._runner.lamps for sku in lamp.missing)
        stock = self._show.state.stock
        shown = (key for key in odd if key[1] in stock and stock[key[1]].source == f"feed:{key[0]}")
        return tuple(sorted(shown))

    async def stop(self) -> None:
        """Ends the feeds; what waits is still logged."""
        await self._runner.stop()
        if self._timer is not None:
            self._timer.cancel()
            self._write(tuple(self._waiting))

    def snapshot(self) -> list[Json]:
        """The feeds as `state` shows them."""
        now_ms = self._clock.now().monotonic_ms
        return [_lamp_json(lamp, now_ms, map(str, self._odd(lamp.name))) for lamp in self._runner.lamps]

    def views(self) -> tuple[FeedView, ...]:
        """The feeds as windows show them."""
        now_ms = self._clock.now().monotonic_ms
        all_of_them = wanted(self._show.state).all
        return tuple(self._view(lamp, now_ms, all_of_them) for lamp in self._runner.lamps)

    def _view(self, lamp: FeedLamp, now_ms: int, skus: frozenset[str]) -> FeedView:
        ages = {
            sku: max(0.0, (now_ms - stock.asked_ms) / 1000)
            for (feed, sku), stock in self._newest.items()
            if feed == lamp.name and stock.figure.usable
        }
        return FeedView(
            name=lamp.name,
            kind=lamp.kind,
            status=lamp.status,
            age_s=lamp.age_s(now_ms),
            code=lamp.code,
            error=lamp.error,
            found=len(skus & ages.keys()),
            wanted=len(skus),
            missing=tuple(sorted(lamp.missing)),
            odd=self._odd(lamp.name),
            notes=lamp.notes,
            ages=ages,
        )

    def hide(self, text: str) -> str:
        """`text` without any secret of a feed; may be called on any thread."""
        return self._runner.hide(text)

    def try_now(self) -> None:
        """Every feed is asked at once, whatever its pause."""
        self._runner.try_now()

    def confirmed(self) -> Mapping[tuple[str, str], str]:
        """As of when each feed last said each SKU's figure, (name, SKU) to UTC."""
        return {key: stock.at for key, stock in self._newest.items() if stock.figure.usable}

    # -- what is asked for ----------------------------------------------------------------------------

    def _wanted(self) -> Wanted:
        return wanted(self._show.state)

    def _followed(self, state: State, _entries: tuple[Entry, ...]) -> None:
        """Another item on air is asked for at once; a new session hears again what the feeds said last."""
        if state.session != self._session:
            self._session = state.session
            for key, stock in self._newest.items():
                if stock.figure.available is not None:
                    self._waiting.setdefault(key, stock)
            self._soon()
            self._say_which(anew=frozenset())
            self._log_orders()
        now = wanted(state)
        if now.on_air - self._asked.on_air or now.all - self._asked.all:
            self._runner.wanted_changed()
        self._asked = now

    # -- what they tell -------------------------------------------------------------------------------

    def told(self, told: FeedTold) -> None:
        """Something new from a feed. A figure that cannot be used leaves the number before, with its age."""
        for stock in told.stock:
            key = (told.lamp.name, stock.figure.sku)
            last = self._newest.get(key)
            if last is not None and last.figure.available not in (None, stock.figure.available):
                self._unseen[key] = last.asked_ms
            self._newest[key] = stock
            if stock.figure.available is None:
                self._waiting.pop(key, None)
                continue
            self._waiting[key] = stock
            if self._is_urgent(key, stock):
                self._write((key,))
        self._soon()  # first: whatever else goes wrong here, what waits is logged
        self._say_what_is_down()
        if self._show.state.session:
            self._say_which(anew=frozenset())
        if told.orders is not None:
            self._hear_orders(told.lamp.name, told.orders, asked_ms=told.orders_asked_ms)

    def _hear_orders(self, feed: str, lines: tuple[OrderLine, ...], *, asked_ms: int) -> None:
        now = self._clock.now()
        self._orders.tell(feed, lines, asked_ms=asked_ms, now_ms=now.monotonic_ms, at=now.at)
        self._log_orders()

    def _log_orders(self) -> None:
        """Logs what the orders say was sold, of the SKUs whose shop has told its stock too."""
        fed = {sku: feed for feed, sku in self._newest if feed in self._orders.heard}
        events: dict[str, list[Event]] = {}
        gained: list[tuple[str, int, str]] = []
        stock = self._show.state.stock
        for event in self._orders.news(self._show.state, fed=fed):
            events.setdefault(event.source, []).append(event)
            gained.append((event.sku, _more_sold(stock[event.sku], event.ledger), event.source))
        for source, sold in events.items():
            self._show.record(tuple(sold), actor=source)
        self._take_along(gained)

    def _odd(self, name: str) -> tuple[OddFigure, ...]:
        """Figures of this feed that were not as they should be, for people."""
        return tuple(
            OddFigure(sku=sku, code=stock.figure.warning, seen=stock.figure.seen)
            for (feed, sku), stock in sorted(self._newest.items())
            if feed == name and stock.figure.warning
        )

    def _say_what_is_down(self) -> None:
        down = [lamp for lamp in self._runner.lamps if lamp.status == "failed"]
        known = dict(self._show.state.troubles).get("feed_down")
        if not self._show.state.session:
            return
        if not down:
            if known is not None:
                self._show.record((TroubleMet(code="feed_down", text="", over=True),), actor="console")
            return
        names = ", ".join(lamp.name for lamp in down)
        text = f"Feed down: {names}. Count by hand. {down[0].error}"
        if known is None or not known.startswith(f"Feed down: {names}. "):
            self._show.record((TroubleMet(code="feed_down", text=text),), actor="console")

    # -- what is logged -------------------------------------------------------------------------------

    def _soon(self, wait_s: float = WRITTEN_S) -> None:
        if self._timer is None and self._waiting:
            self._timer = self._loop.call_later(wait_s, self._due)

    def _due(self) -> None:
        """What is on air first. Much at once is logged in turns: none of them holds up the windows."""
        self._timer = None
        on_air = wanted(self._show.state).on_air
        try:
            self._write(tuple(sorted(self._waiting, key=lambda key: key[1] not in on_air))[:MOST_AT_ONCE])
        finally:
            self._soon(BREATH_S if self._room() > 0 else WRITTEN_S)

    def _write(self, keys: tuple[tuple[str, str], ...]) -> None:
        """Logs the counts of `keys` that change something, one commit for each feed."""
        events: dict[str, list[StockCounted]] = {}
        gained: list[tuple[str, int, str]] = []
        stock = dict(self._show.state.stock)
        room = self._room()
        for key in keys:
            if room <= 0:
                break
            event = self._counted(stock, key)
            del self._waiting[key]
            if event is not None:
                gained.append((event.sku, _more_sold(stock[event.sku], event.ledger), event.source))
                stock[event.sku] = event.ledger
                events.setdefault(key[0], []).append(event)
                self._written.append(self._loop.time())
                room -= 1
        logged = {key for name, counts in events.items() for key in self._record(name, counts)}
        self._take_along(one for one in gained if (one[2], one[0]) in logged)

    def _record(self, name: str, counts: list[StockCounted]) -> Iterable[tuple[str, str]]:
        """All in one commit; one by one where the show cannot take one of them. Gives the source and SKU of
        what it took."""
        try:
            self._show.record(tuple(counts), actor=f"feed:{name}")
            return [(count.source, count.sku) for count in counts]
        except Exception as bug:
            if len(counts) == 1:
                self._say_bug((name, counts[0].sku), bug)
                return ()
        return [key for count in counts for key in self._record(name, [count])]

    def _take_along(self, gained: Iterable[tuple[str, int, str]]) -> None:
        """What was sold (SKU, units, source) took a bundle's parts and the gifts along, where no feed counts
        those."""
        for sku, units, source in gained:
            try:
                self._take_one_along(sku, units, source)
            except Exception as bug:
                self._say_bug((source.removeprefix("feed:"), sku), bug)

    def _take_one_along(self, sku: str, units: int, source: str) -> None:
        state = self._show.state
        found = along(state, sku, units) if units and state.running else ()
        events = tuple(
            StockSold(
                sku=other.sku,
                was=state.stock[other.sku].sellable,
                now=other.sellable,
                source=source,
                reason=f"in {sku}" if is_part else f"with {sku}",
                ledger=other,
            )
            for is_part, other in found
        )
        if events:
            self._show.record(events, actor=source)

    def _room(self) -> int:
        """How many rows this second has left."""
        while self._written and self._written[0] <= self._loop.time() - WRITTEN_S:
            self._written.popleft()
        return MOST_ROWS - len(self._written)

    def _counted(self, stock: dict[str, Ledger], key: tuple[str, str]) -> StockCounted | None:
        """The count of one SKU. A bug of ours about it costs this count alone, never those of the others."""
        try:
            return self._count(stock, key)
        except Exception as bug:
            self._say_bug(key, bug)
            return None

    def _say_bug(self, key: tuple[str, str], bug: Exception) -> None:
        """Loud, with its stack the first time only: a log full of stacks hides the faults."""
        known = (*key, type(bug)) in self._bugs
        trace = "".join(traceback.format_exception_only(bug) if known else traceback.format_exception(bug))
        self._bugs.add((*key, type(bug)))
        _log.error("feed %s, %s: our bug\n%s", *key, self.hide(trace))

    def _count(self, stock: dict[str, Ledger], key: tuple[str, str]) -> StockCounted | None:
        was = stock.get(key[1])
        if was is None or self._show.state.mode in ("none", "ended"):
            return None
        before = told_of(was, key[0])
        count = self._shop_count(key[0], self._waiting[key], was)
        if before is not None and count.ms < before.ms:
            return None
        by_orders = key[0] in self._orders.heard and self._by_orders(key[0])
        ledger = told_by_feed(was, count, selling=self._show.state.running and not by_orders)
        again = before is not None and (before.qty, before.stamped) == (count.qty, count.stamped)
        if again and ledger.truth_ms == was.truth_ms:
            return None
        return StockCounted(
            sku=was.sku, was=was.sellable, now=ledger.sellable, source=f"feed:{key[0]}", ledger=ledger
        )

    def _by_orders(self, feed: str) -> bool:
        """Whether this shop's orders say now what was sold."""
        return any(lamp.orders_ok for lamp in self._runner.lamps if lamp.name == feed)

    def _is_urgent(self, key: tuple[str, str], stock: Stock) -> bool:
        """Whether the figure makes the SKU low, critical or empty, which must not wait for a second."""
        state = self._show.state
        was, qty = state.stock.get(key[1]), stock.figure.available
        if was is None or qty is None or (was.sellable is not None and qty >= was.sellable):
            return False
        row = self._row_of(state, key[1])
        if row is None or qty > highest_mark(row.item, was) or self._room() <= 0:
            return False
        try:
            count = self._shop_count(key[0], stock, was)
            ledger = told_by_feed(was, count, selling=state.running)
            return level(row.item, ledger) > level(row.item, was)
        except Exception as bug:  # the figure waits for its second; the others of this answer do not suffer
            self._say_bug(key, bug)
            return False

    def _row_of(self, state: State, sku: str) -> ItemState | None:
        """The first row of a SKU; looked for once for each queue."""
        if state.items is not self._rows_of:
            self._rows_of = state.items
            self._rows = {}
            for row in state.items.values():
                self._rows.setdefault(row.item.sku, row)
        return self._rows.get(sku)

    def _shop_count(self, name: str, stock: Stock, ledger: Ledger) -> ShopCount:
        """The figure on the session's clock: as of the shop's own time where it gives one, else as of when
        it was asked. Many shops do not move their time with a sale: another number under the same time is
        as of when it was asked; so is a change whose time lies long before the call that did not show it yet:
        that clock is in another zone, or wrong. And so is the first number after a batch was opened, which
        the shop says of that batch, however long ago it changed."""
        qty, stamped = stock.figure.available, stock.figure.as_of or ""
        assert qty is not None
        before = told_of(ledger, name)
        moved = before is None or before.stamped != stamped or before.qty == qty
        age_ms = max(0, _ms_between(stamped, stock.at) - _unsaid_ms(stamped)) if stamped and moved else 0
        unseen_ms = self._unseen.get((name, stock.figure.sku))
        if unseen_ms is not None and stock.asked_ms - age_ms < unseen_ms - CACHED_MS:
            age_ms = 0
        asked_ms, opened_ms = stock.asked_ms - self._show.state.boot_ms, ledger.batch_ms
        if opened_ms is not None and asked_ms >= opened_ms and (before is None or before.ms < opened_ms):
            age_ms = 0
        ms = asked_ms - age_ms
        return ShopCount(name=name, qty=qty, ms=ms, at=stock.at, stamped=stamped)


def _unsaid_ms(stamped: str) -> int:
    """A shop that tells whole seconds may mean the end of one: what it sold right after a count by hand must
    not seem older than that count."""
    return 999 if stamped.endswith(".000Z") else 0


def wanted(state: State) -> Wanted:
    """The SKUs to ask for: of the item on air, with what it is made of, and of the rest of the queue."""
    everything = frozenset(sku for row in state.items.values() for sku in _skus(state, row.item.id))
    on_air = frozenset(_skus(state, state.on_air.item.id)) if state.on_air is not None else frozenset[str]()
    return Wanted(on_air=on_air, others=everything - on_air)


def _skus(state: State, key: str) -> Iterable[str]:
    row = state.items.get(key)
    if row is None or not row.item.sku:
        return ()
    return (row.item.sku, *(part.sku for part in row.item.bundle))


def _more_sold(was: Ledger, now: Ledger) -> int:
    return (now.sold or 0) - (was.sold or 0)


def _ms_between(earlier: str, later: str) -> int:
    span = datetime.fromisoformat(later) - datetime.fromisoformat(earlier)
    return round(span.total_seconds() * 1000)


def _lamp_json(lamp: FeedLamp, now_ms: int, odd: Iterable[str]) -> Json:
    age = lamp.age_s(now_ms)
    return {
        "name": lamp.name,
        "ok": lamp.status == "ok",
        "age_s": None if age is None else round(age, 1),
        "error": lamp.error or None,
        "missing": sorted(lamp.missing),
        "odd": list(odd),
    }
