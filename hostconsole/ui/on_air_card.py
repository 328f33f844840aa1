"""ON AIR: which link, what price, how many left; then its clocks, its lamps, and what can be done to it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hostconsole.show.clocks import airing_ms, sale_ms
from hostconsole.show.money import plain
from hostconsole.show.plan import Item
from hostconsole.show.state import Airing, ItemState, State
from hostconsole.ui.air_actions import AirActions
from hostconsole.ui.air_lamps import link_lamp, scene_lamp, texts_lamp
from hostconsole.ui.big_line import BigLine
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.figures import Figure, Picture, PlanBar
from hostconsole.ui.fitted import Fitted
from hostconsole.ui.keyboard import give_back
from hostconsole.ui.labels import Elided, label, retone, rule, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.lamp_help import why_of
from hostconsole.ui.language import translate
from hostconsole.ui.notes import Notes
from hostconsole.ui.number_editor import NumberEditor
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import DASH, minutes, no_items, price
from hostconsole.ui.sales_curve import SalesCurve
from hostconsole.ui.stock_line import StockLine, left_figure, offer_words

_FIGURES = "0123456789¥$€.:–−"


class OnAirCard(Part):
    """With nothing on air it says how to begin."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="onAir")
        self._small = False
        self.head = Lamp(role="strong")
        self.airing = label("small", tone="faint")
        self.flag = label("small", tone="waiting", bold=True)
        self.flag.setProperty("badge", "flag")
        self.scene, self.texts, self.link = Lamp(), Lamp(), Lamp()
        for name in ("scene", "texts", "link"):
            getattr(self, name).explain(why_of(name, bridge))
        self.picture = Picture()
        self.link_no = Fitted("link", tone="on_air", bold=True)
        self.title = Elided("title", bold=True, rows=2, shrinks=True)
        self.offer = Elided("body", tone="soft")
        self.promise = Elided("body", tone="faint")
        self.price = Figure("price", note_struck=True)
        self.left = Figure("left")
        self.big_line = BigLine(
            picture=self.picture, link_no=self.link_no, words=(self.title, self.offer, self.promise),
            price=self.price, left=self.left,
        )  # fmt: skip
        self.since_take = label("number", bold=True)
        self.planned = label("body", tone="faint")
        self.bar = PlanBar()
        self.sale = label("body", tone="soft")
        self.empty = Elided("title", tone="faint", rows=2)
        self.notes = Notes()
        self.stock = StockLine(bridge)
        self.curve = SalesCurve(bridge)
        self.air_actions = AirActions(bridge)
        self.editor = NumberEditor(bridge)
        self.parts = [self.stock, self.air_actions, self.editor]
        self._lay_out()
        self.air_actions.price_asked.connect(self.edit_price)
        self.air_actions.count_asked.connect(self.edit_stock)
        self.editor.done.connect(self._close_editor)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head_line())
        column.addWidget(self.empty)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.big_line)
        body.addWidget(self.notes, 1)
        body.addWidget(self.stock)
        body.addWidget(self.curve)
        body.addWidget(rule())
        body.addLayout(self._clock_line())
        column.addWidget(self._body, 1)
        column.addStretch(0)
        self._deck = QStackedWidget()
        self._deck.addWidget(self.air_actions)
        self._deck.addWidget(self.editor)
        column.addWidget(self._deck)

    def _head_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        for part in (self.head, self.airing, self.flag):
            line.addWidget(part)
        line.addStretch(1)
        for lamp in (self.scene, self.texts):
            line.addWidget(lamp)
        return line

    def _clock_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.since_take)
        line.addWidget(self.planned)
        line.addWidget(self.bar, 1)
        line.addWidget(self.sale)
        line.addWidget(self.link)
        return line

    def retranslate(self) -> None:
        super().retranslate()
        self.price.caption.setText(translate("Console", "Price"))
        self.left.caption.setText(translate("Console", "Left"))

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.picture.resize_to(round(104 * scale))
        self.big_line.rescale(scale)

    def show_state(self, state: State, now_ms: int) -> None:
        airing = state.on_air
        if self.editor.is_past(state):
            self.editor.drop()
        self._body.setVisible(airing is not None)
        self.empty.setVisible(airing is None)
        retone(self, "idle", "true" if airing is None else "false")
        self.air_actions.show_state(state, now_ms)
        if airing is None:
            self._show_nothing(state)
            self._show_lamps(state, now_ms)
            return
        self.head.show_as("square", translate("Console", "ON AIR"), "on_air")
        set_text(self.airing, _which(airing, state))
        self._show_flag(state)
        self._show_words(airing, state.items[airing.item.id], state)
        left_figure(self.left, state, airing.item)
        self.big_line.fit()
        self.stock.show_state(state, now_ms)
        self.curve.show_state(state, now_ms)
        self.tick(state, now_ms)

    def _show_lamps(self, state: State, now_ms: int) -> None:
        for lamp, look in (
            (self.scene, scene_lamp(state, now_ms, self.bridge.rules)),
            (self.texts, texts_lamp(state)),
        ):
            lamp.setVisible(look is not None)
            if look is not None:
                lamp.show_as(*look)

    def tick(self, state: State, now_ms: int) -> None:
        self._show_lamps(state, now_ms)
        airing = state.on_air
        if airing is None:
            return
        self.stock.tick(state, now_ms)
        self.curve.tick(state, now_ms)
        row = state.items[airing.item.id]
        aired = airing_ms(state, now_ms) or 0
        set_text(self.since_take, minutes(aired))
        planned = airing.item.planned_s
        set_text(self.planned, f"/ {minutes(planned * 1000)}" if planned else "")
        self.bar.show_share(aired / (planned * 1000) if planned else 0.0)
        sale = sale_ms(state, airing.item.id, now_ms)
        words = translate("Console", "On sale {time}").format(time=minutes(sale)) if sale is not None else ""
        set_text(self.sale, words)
        self.link.setVisible(bool(airing.item.sku))
        self.link.show_as(*link_lamp(row))

    def warm(self) -> None:
        """Does what the first take would wait for: styles of hidden parts, glyphs of the large figures."""
        for part in self._body.findChildren(QWidget):
            part.ensurePolished()
        canvas = QPixmap(8, 8)
        painter = QPainter(canvas)
        for figure in (self.link_no, self.price.value, self.left.value, self.since_take, self.title):
            painter.setFont(figure.font())
            painter.drawText(0, 0, _FIGURES)
        painter.end()

    def edit_price(self) -> None:
        """Opens the price editor in place."""
        airing = self.bridge.state.on_air
        if airing is None or not airing.item.sku:
            self.bridge.run("price.set", price="0")
            return
        item, row = airing.item, self.bridge.state.items[airing.item.id]
        now = plain(row.price, item.currency) if row.price is not None else ""
        self._open_editor()
        self.editor.start("price.set", "price", {"item": item.id}, now=now)

    def edit_stock(self) -> None:
        """Opens the stock editor in place."""
        airing = self.bridge.state.on_air
        if airing is None or not airing.item.sku:
            self.bridge.run("stock.count", qty="0")
            return
        sellable = self.bridge.state.stock[airing.item.sku].sellable
        self._open_editor()
        now = "" if sellable is None else f"{sellable}"
        self.editor.start("stock.count", "qty", {"item": airing.item.id, "typed": "yes"}, now=now)

    def set_small(self, small: bool) -> None:
        """In a low window the buttons give way to the figures; an editor is shown all the same."""
        self._small = small
        self._deck.setVisible(not small or self._deck.currentWidget() is self.editor)

    def _open_editor(self) -> None:
        self._deck.show()
        self._deck.setCurrentWidget(self.editor)

    def _close_editor(self) -> None:
        give_back(self.editor)
        self._deck.setCurrentWidget(self.air_actions)
        self._deck.setVisible(not self._small)

    def _show_nothing(self, state: State) -> None:
        self.head.show_as("ring", translate("Console", "NOTHING ON AIR"), "faint")
        set_text(self.airing, "")
        self.flag.hide()
        if state.running:
            words = translate("Console", "Take puts the next item on air.") if state.order else no_items()
        elif state.mode == "ended":
            words = translate("Console", "This session has ended. Its log is in Review.")
        else:
            words = translate("Console", "Start a rehearsal or go live: the buttons are at the bottom right.")
        set_text(self.empty, words)

    def _show_flag(self, state: State) -> None:
        self.flag.setVisible(state.obs.safe is not None)
        self.flag.setText(translate("Console", "SAFE PICTURE"))

    def _show_words(self, airing: Airing, row: ItemState, state: State) -> None:
        item = airing.item
        set_text(self.link_no, item.link_no)
        self.link_no.setVisible(bool(item.link_no))
        set_text(self.title, item.title)
        set_text(self.offer, offer_words(state, item) or item.spec)
        set_text(self.promise, _promise(item))
        self.offer.setVisible(bool(self.offer.text()))
        self.promise.setVisible(bool(self.promise.text()))
        was = price(item.ref_price, item.currency) if item.ref_price else ""
        self.price.show_as(price(row.price, item.currency) if row.price is not None else DASH, was)
        self.price.setVisible(bool(item.sku))
        self.left.setVisible(bool(item.sku))
        self.notes.show_lines(_notes(item))
        self.picture.show_path(item.picture)


def _which(airing: Airing, state: State) -> str:
    return translate("Console", "Airing {n}").format(n=airing.n) if airing.n > 1 else ""


def _promise(item: Item) -> str:
    """What the viewers were promised, and what has to be said."""
    limit = translate("Console", "limit {limit}").format(limit=item.limit) if item.limit else ""
    return " · ".join(part for part in (limit, item.ship_promise, item.disclosure) if part)


def _notes(item: Item) -> tuple[tuple[str, str], ...]:
    """What the controller looks up while it is on air: what must not be said, and answers for the chat."""
    found = (
        (translate("Console", "Say"), " · ".join(item.must_say)),
        (translate("Console", "Don't say"), " · ".join(item.must_not_say)),
        (translate("Console", "Note"), item.notes),
        (translate("Console", "Answers"), item.faq),
    )
    return tuple((name, text) for name, text in found if text)
