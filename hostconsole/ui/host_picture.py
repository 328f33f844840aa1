"""A picture of the host's screen at any size, painted as the screen itself is, for those who set it up."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap, QTransform

from hostconsole.show.spoken import Layout, layout_of
from hostconsole.show.state import Airing, State
from hostconsole.ui.host_card import Card
from hostconsole.ui.host_look import HostLook
from hostconsole.ui.host_scroll import Scroll
from hostconsole.ui.host_sections import sections_of


def host_picture(
    card: Card, look: HostLook, *, screen: QSize, dots_per_mm: float, width: int, ratio: float
) -> QPixmap:
    """`card` on a screen of `screen` logical pixels, that many to a millimetre; the picture is `width`
    logical pixels wide, at a device pixel ratio of `ratio`. The prompter's words stand at their beginning."""
    share = width / max(1, screen.width())
    picture = QPixmap(round(width * ratio), round(screen.height() * share * ratio))
    if picture.isNull():
        return picture
    picture.setDevicePixelRatio(ratio)
    picture.fill(look.ink.ground)
    scroll = card.layout == "scroll"
    at = look.frames(screen.width(), screen.height(), dots_per_mm=dots_per_mm, scroll=scroll)
    small = QTransform.fromScale(share, share)
    painter = QPainter(picture)
    painter.setWorldTransform(look.turn(screen.width(), screen.height()) * small)
    canvas = look.canvas(painter)
    for section in sections_of(card.layout):
        section.paint(canvas, card, at)
    if scroll:
        painter.setWorldTransform(small)
        rect, words = look.words_rect(at), Scroll()
        moving = look.prompter(rect, dots_per_mm=dots_per_mm)
        words.lay_out(card, rect, ratio=share * ratio, look=moving)
        if words.view is not None:
            words.view.paint(painter, 0.0)
    painter.end()
    return picture


def as_if_taken(state: State, now_ms: int, layout: Layout) -> State:
    """`state` with a row on air whose words the host sees as `layout`: NEXT if it is such a row, else the
    first one, else NEXT. Unchanged with one on air, or without rows."""
    if state.on_air is not None or not state.order:
        return state
    following = state.order.index(state.next) if state.next in state.items else 0
    rows = [state.items[key] for key in (*state.order[following:], *state.order[:following])]
    row = next((row for row in rows if layout_of(row.item) == layout), rows[0])
    airing = Airing(item=row.item, n=row.airings + 1, since_ms=now_ms, at=state.at, seq=0)
    after = state.order[state.order.index(row.item.id) + 1 :]
    return replace(state, on_air=airing, next=next(iter(after), None))
