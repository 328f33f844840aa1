"""The stock of the item on air: batch, what is held back, whose number it is, and its variants."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hostconsole.show.gifts import gift_ledgers, offered_now
from hostconsole.show.ledger import Ledger
from hostconsole.show.plan import Item
from hostconsole.show.sales import a_minute
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.figures import Figure
from hostconsole.ui.labels import Elided, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.lamp_help import why_of
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import DASH, count, stock_source


class StockLine(Part):
    """Two quiet lines under the big numbers."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.batches = Elided("body", tone="soft")
        self.source = Lamp()
        self.source.explain(why_of("stock", bridge))
        self.variants = Elided("body", tone="soft")
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.batches, 1)
        top.addWidget(self.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.variants)

    def show_state(self, state: State, now_ms: int) -> None:
        item = state.on_air.item if state.on_air else None
        ledger = state.stock.get(item.sku) if item and item.sku else None
        self.setVisible(ledger is not None)
        if ledger is None:
            return
        gifts = _gifts(state, item) if item is not None else ""
        set_text(self.variants, "   ·   ".join(part for part in (_variants(ledger), gifts) if part))
        self.variants.setVisible(bool(self.variants.text()))
        self.tick(state, now_ms)

    def tick(self, state: State, now_ms: int) -> None:
        item = state.on_air.item if state.on_air else None
        ledger = state.stock.get(item.sku) if item and item.sku else None
        if ledger is None:
            return
        sales = state.sales.get(ledger.sku)
        set_text(self.batches, _batches(ledger, a_minute(sales, now_ms) if sales else None))
        if ledger.total is None:
            self.source.show_as("ring", translate("Console", "not counted"), "faint")
            return
        said_s = self.bridge.feed_age_s(ledger) if ledger.source.startswith("feed:") else None
        by_hand, words = stock_source(ledger, now_ms, said_s=said_s)
        self.source.show_as("hand" if by_hand else "dash", words, "soft" if by_hand else "faint")


def _gifts(state: State, item: Item) -> str:
    """How many of each gift are left."""
    rows = tuple(row.item for row in state.items.values())
    found = [
        translate("Console", "gift {name} {left}").format(
            name=gift.sku, left=DASH if ledger.sellable is None else count(ledger.sellable)
        )
        for gift, ledger in gift_ledgers(state.stock, item, rows)
    ]
    return " · ".join(found)


def offer_words(state: State, item: Item) -> str:
    """The offer with its gifts; one that is gone comes first, as the sheet's own words may still promise
    it."""
    gifts = offered_now(state, item)
    gone = (
        translate("Console", "gift gone: {names}").format(names=", ".join(gifts.gone)) if gifts.gone else ""
    )
    return " · ".join(part for part in (gone, item.offer, gifts.text) if part)


def left_figure(figure: Figure, state: State, item: Item) -> None:
    """The big number of units that can be sold, with its batch below."""
    ledger = state.stock.get(item.sku) if item.sku else None
    if ledger is None:
        figure.show_as(DASH)
        return
    note = ""
    if ledger.batches:
        note = translate("Console", "batch {n} of {of}").format(n=ledger.batch, of=ledger.batches)
    left = ledger.sellable
    if left is None:
        figure.show_as(DASH, translate("Console", "not counted"))
    elif left < 0:
        figure.show_as(f"−{-left}", translate("Console", "oversold"), tone="bad", note_tone="bad")
    elif left == 0 and ledger.pool == 0:
        figure.show_as("0", translate("Console", "sold out"), tone="bad", note_tone="bad")
    else:
        figure.show_as(f"{left}", note, tone="text" if left else "waiting")


def _batches(ledger: Ledger, rate: int | None) -> str:
    parts = []
    if ledger.pool:
        parts.append(translate("Console", "Held back {count}").format(count=ledger.pool))
    if ledger.buffer:
        parts.append(translate("Console", "Reserve {count}").format(count=ledger.buffer))
    parts.append(translate("Console", "Sold {count}").format(count=count(ledger.sold)))
    if rate is not None:
        parts.append(translate("Console", "{count}/min").format(count=rate))
    if ledger.presale:
        presale = f"{ledger.presale_sold}/{ledger.presale}"
        parts.append(translate("Console", "Pre-ordered {count}").format(count=presale))
    if ledger.unpaid:
        parts.append(translate("Console", "Unpaid {count}").format(count=ledger.unpaid))
    return "   ·   ".join(parts)


def _variants(ledger: Ledger) -> str:
    if len(ledger.variants) == 1 and ledger.variants[0].left is None:
        return ""  # the only one there is, and not counted apart: it says nothing
    parts = [f"{variant.name} {count(variant.left)}" for variant in ledger.variants]
    loose = ledger.unassigned
    if loose and any(variant.left is not None for variant in ledger.variants):
        parts.append(translate("Console", "not assigned {count}").format(count=loose))
    return "   ·   ".join(parts)
