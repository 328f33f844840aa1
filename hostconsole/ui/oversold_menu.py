"""What can be done for buyers of what is not there: another product, a later one, or their money."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from hostconsole.show.state import ItemState, State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import link_name

MOST_OTHERS = 5


def oversold_menu(parent: QWidget, bridge: Bridge, *, item: str, units: int) -> QMenu:
    """The choices for `units` of an item. A refund puts an apology for the buyers on the clipboard."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    state = bridge.state
    row = state.items[item]

    def settle(how: str, to: str = "") -> None:
        done = bridge.run("oversold.settle", item=row.item.id, how=how, **({"to": to} if to else {}))
        if done and how == "refund":
            QGuiApplication.clipboard().setText(apology(row.item.title))
            bridge.said.emit(translate("Oversold", "Copied: an apology for the buyers"))

    refund = translate("Oversold", "&Refund {qty} and apologise").format(qty=units)
    later = translate("Oversold", "&Pre-order for {qty}, with their consent").format(qty=units)
    menu.addAction(refund, partial(settle, "refund"))
    menu.addAction(later, partial(settle, "pre_order"))
    menu.addSeparator()
    for other, left in others(state, row, units):
        words = translate("Oversold", "Instead: {name} {title} ({left} left)").format(
            name=link_name(other.item), title=other.item.title, left=left
        )
        menu.addAction(words, partial(settle, "swap", other.item.sku))
    return menu


def others(state: State, row: ItemState, units: int) -> list[tuple[ItemState, int]]:
    """Products of which there are enough, of the same category first."""
    found: dict[str, tuple[ItemState, int]] = {}
    for other in state.items.values():
        ledger = state.stock.get(other.item.sku) if other.item.sku != row.item.sku else None
        if ledger is not None and (ledger.sellable or 0) >= units > 0:
            found.setdefault(other.item.sku, (other, ledger.sellable or 0))
    alike = sorted(found.values(), key=lambda one: one[0].item.category != row.item.category)
    return alike[:MOST_OTHERS]


def apology(title: str) -> str:
    """For the buyers, in the language of the windows."""
    words = translate(
        "Oversold",
        "We are sorry: “{title}” was sold out when your order arrived. Your payment is refunded in full. "
        "Thank you for your patience.",
    )
    return words.format(title=title)
