"""The picture of the host's screen in a widget: card, scroll or idle, cues over it, mirrored if wanted.

Everything that stands still is painted once into a picture when the card changes; a frame of the scroll only
moves lines. While nothing moves no frame is painted and no timer of frames runs.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from math import cos, pi
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from hostconsole.show.rules import Rules
from hostconsole.show.spoken import layout_of
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.host_canvas import Written
from hostconsole.ui.host_card import Card, Layout, host_card
from hostconsole.ui.host_frames import Frames
from hostconsole.ui.host_look import HostLook as HostLook
from hostconsole.ui.host_paint import paint_cues, paint_stop
from hostconsole.ui.host_scroll import Scroll
from hostconsole.ui.host_sections import Section, sections_of
from hostconsole.ui.host_sizes import dots_per_mm_of
from hostconsole.ui.prompter_clock import SmoothClock
from hostconsole.ui.prompter_view import PrompterView

if TYPE_CHECKING:  # OpenGL is loaded only where it is wanted
    from hostconsole.ui.host_swap import SwapPane

_LOOK_MS = 100
"""How often the card is looked at anew; it is painted only if it says something else."""

_TURN_S = 0.005
"""So long is painted before other things get their turn: a take may not hold up the program."""

_FIRST = ("whole", "name", "price", "left", "words")
"""Painted first: what the host needs to begin."""

_FRAME_MS = 16
_PULSE_MS = 1_200


class HostSurface(QWidget):
    """Shows the bridge's show. `chosen` is the host's own choice of card or scroll, until the next item."""

    def __init__(self, bridge: Bridge, *, rules: Rules, look: HostLook, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._bridge, self._rules, self._look = bridge, rules, look
        self._clock = SmoothClock(bridge.now_ms)
        self._chosen: Layout | None = None
        self._chosen_for = ""
        self.card: Card = host_card(bridge.state, bridge.now_ms(), rules)
        self._pictured = self.card
        self._scroll = Scroll()
        self._still = QPixmap()
        self._written: dict[str, list[Written]] = {}
        self._over: list[Written] = []
        self._due: list[Section] = []
        self._seen_place: object = None
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_MS)
        self._looks.timeout.connect(self._look_again)
        self.frame_timer = QTimer(self)
        self.frame_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.frame_timer.setInterval(_FRAME_MS)
        self.frame_timer.timeout.connect(self._frame)
        self._pane = self._swapping()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._paint_change)
        bridge.changed.connect(self._look_again)

    @property
    def prompter(self) -> PrompterView | None:
        """The moving words, if there are any."""
        return self._scroll.view

    def _swapping(self) -> SwapPane | None:
        """The pane that the display's own clock paints, if that is wanted and can be had."""
        if self._look.clock != "display":
            return None
        from hostconsole.ui.host_swap import SwapPane, can_swap

        return SwapPane(self, self._paint_words) if can_swap() else None

    # -- what it shows ----------------------------------------------------------------------------

    def texts(self) -> list[str]:
        """Every text on the screen now, the prompter's lines too."""
        if self.card.stop:
            return [written.text for written in self._over]
        moving = (
            [line.layout.text() for line, _y in self.prompter.placed(self.place())] if self.prompter else []
        )
        return [written.text for written in self.written()] + moving

    def written(self) -> list[Written]:
        """Every text of the standing picture with its box and size. Cues cover the top row."""
        self._paint_change()
        self._paint_due(within_s=None)
        standing = (part for box, part in self._written.items() if box != "top" or not self.card.cues)
        return [*(one for part in standing for one in part), *self._over]

    def place(self) -> float:
        """The character at the reading mark at this moment."""
        return self._scroll.place(self.card, self._bridge.state.prompter, self._clock.now())

    def page(self, by: int) -> int | None:
        """The place a page on (1) or back (-1) from the mark; None without moving words."""
        return self._scroll.page(self.place(), by)

    def choose(self, layout: Layout | None) -> None:
        """Card or scroll for the item on air, until another comes; None: as the item wants."""
        self._chosen, self._chosen_for = layout, self.card.item
        self._look_again()

    def other_layout(self) -> None:
        """Scroll instead of card, or card instead of scroll."""
        if self.card.layout != "idle":
            self.choose("scroll" if self.card.layout == "card" else "card")

    def set_rules(self, rules: Rules) -> None:
        """New settings, the host's language among them."""
        self._rules = rules
        self._look_again()

    def set_look(self, look: HostLook) -> None:
        self._look = look
        self._render()

    # -- painting ---------------------------------------------------------------------------------

    def showEvent(self, event: object) -> None:
        self._looks.start()
        self._look_again()

    def hideEvent(self, event: object) -> None:
        self._looks.stop()
        self.frame_timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._render()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.card.stop:
            self._paint_over(painter)
            return
        moving = QRegion(self.prompter.rect) if self.prompter is not None else QRegion()
        standing = event.region().subtracted(moving)
        if not standing.isEmpty():
            painter.setClipRegion(standing)
            painter.drawPixmap(0, 0, self._still)
            self._paint_over(painter)
        if self._pane is None and event.region().intersects(moving):
            self._paint_words(painter)

    def _paint_over(self, painter: QPainter) -> None:
        painter.setWorldTransform(self._turned())
        canvas = self._look.canvas(painter)
        if self.card.stop:
            paint_stop(canvas, self.card, self._frames(), glow=self._glow())
        else:
            paint_cues(canvas, self.card, self._frames(), glow=self._glow())
        painter.resetTransform()
        self._over = canvas.written

    def _paint_words(self, painter: QPainter) -> None:
        words = self.prompter
        if words is not None and not words.paint(painter, self.place(), within_s=_TURN_S):
            # The rest of the lines in the next turn; the one at the mark is painted first.
            QTimer.singleShot(0, self, self._repaint_words)

    def _repaint_words(self) -> None:
        if self._pane is not None:
            self._pane.update()
        elif self.prompter is not None:
            self.update(self.prompter.rect)

    def _render(self, *, in_turns: bool = False) -> None:
        """Paints what stands still, and lays out the words that move. `in_turns`: what matters first, the
        rest when other things had their turn."""
        ratio = self.devicePixelRatioF()
        self._pictured, self._due = self.card, []
        self._still = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        if self._still.isNull():
            return
        self._still.setDevicePixelRatio(ratio)
        self._still.fill(self._look.ink.ground)
        at = self._frames()
        self._written = {}
        order = {box: number for number, box in enumerate(_FIRST)}
        self._due = sorted(sections_of(self.card.layout), key=lambda one: order.get(one.box, len(order)))
        self._lay_out(at, ratio)
        self._paint_due(within_s=_TURN_S if in_turns else None)
        self.update()

    def _paint_due(self, *, within_s: float | None = _TURN_S) -> None:
        started = time.perf_counter()
        while self._due:
            self._paint_sections((self._due.pop(0),), self._frames())
            if within_s is not None and time.perf_counter() - started > within_s:
                QTimer.singleShot(0, self, self._paint_due)
                return

    def _paint_sections(self, sections: Iterable[Section], at: Frames) -> None:
        painter = QPainter(self._still)
        turned = self._turned()
        for section in sections:
            canvas = self._look.canvas(painter)
            painter.setWorldTransform(turned)
            area = section.area(at).adjusted(-at.unit, 0, at.unit, 0)
            painter.setClipRect(area)
            painter.fillRect(area, self._look.ink.ground)
            section.paint(canvas, self.card, at)
            self._written[section.box] = canvas.written
            if not self._pulses:
                self.update(turned.mapRect(area).toAlignedRect())
        painter.end()
        if self._pulses:
            self.update()  # a part alone would have another brightness than the rest

    @property
    def _pulses(self) -> bool:
        return any(cue.pulse for cue in self.card.cues)

    def _lay_out(self, at: Frames, ratio: float) -> None:
        if self.card.layout != "scroll":
            self._scroll.close()
            return
        rect = self._look.words_rect(at)
        look = self._look.prompter(rect, dots_per_mm=dots_per_mm_of(self.screen()))
        if self._scroll.lay_out(self.card, rect, ratio=ratio, look=look):
            self._seen_place = None

    def _frames(self) -> Frames:
        scroll = self.card.layout == "scroll"
        dots = dots_per_mm_of(self.screen())
        return self._look.frames(self.width(), self.height(), dots_per_mm=dots, scroll=scroll)

    def _turned(self) -> QTransform:
        return self._look.turn(self.width(), self.height())

    # -- time -------------------------------------------------------------------------------------

    def _look_again(self, *_change: object) -> None:
        """Reads the show; if it says something else, that is painted in a turn of its own: neither the
        controller's window nor what is on its way to OBS waits for it."""
        state = self._bridge.state
        on_air = state.on_air.item if state.on_air is not None else None
        if on_air is None or on_air.id != self._chosen_for:
            self._chosen = None
        layout = self._chosen or (layout_of(on_air) if on_air is not None else None)
        self.card = host_card(state, self._bridge.now_ms(), self._rules, layout=layout)
        other_words = self._scroll.look_at(self.card, self.place())
        if other_words and self.prompter is not None:
            self._seen_place = None
            self._repaint_words()
        if self._pictured != self.card or self._still.isNull():
            self._soon.start()
        elif self._pulses:
            self.update()
        self._pace_frames()

    def _paint_change(self) -> None:
        self._soon.stop()
        before = self._pictured
        if before != self.card or self._still.isNull():
            self._render_change(before)
            self._pace_frames()

    def _render_change(self, before: Card) -> None:
        """Paints anew only the parts that say something else, and leaves the moving words alone."""
        now = self._pictured = self.card
        same = (before.layout, before.item) == (now.layout, now.item)
        if not same or self._still.isNull():
            self._render(in_turns=not self._still.isNull())
            return
        if (before.cues, before.stop) != (now.cues, now.stop):
            self.update()
        changed = [s for s in sections_of(now.layout) if s.says(before) != s.says(now)]
        if any(section.box == "whole" for section in changed):
            self._render()
        elif changed:
            self._paint_sections(changed, self._frames())

    def _pace_frames(self) -> None:
        prompter = self._bridge.state.prompter
        moves = (
            self.prompter is not None
            and self.isVisible()
            and prompter.running
            and prompter.item == self.card.item
            and self.place() < len(self.card.spoken)
        )
        if self._pane is not None:
            rect = self.prompter.rect if self.prompter is not None and not self.card.stop else None
            self._pane.follow(rect, running=moves)
        elif moves and not self.frame_timer.isActive():
            self.frame_timer.start()
        elif not moves and self.frame_timer.isActive():
            self.frame_timer.stop()
        if not moves:
            self._frame()

    def _frame(self) -> None:
        """Asks for a frame if anything moved by a pixel since the last one, then prepares what comes."""
        if self.prompter is None:
            return
        at = self.place()
        seen = self.prompter.seen_at(at)
        if seen != self._seen_place:
            self._seen_place = seen
            self._repaint_words()
        self.prompter.prepare(at)

    def _glow(self) -> float:
        if not any(cue.pulse for cue in self.card.cues):
            return 0.0
        phase = self._bridge.now_ms() % _PULSE_MS / _PULSE_MS
        return (1 - cos(2 * pi * phase)) / 2
