"""What the host's screen will look like, small, while it is set up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hostconsole.show.spoken import Layout
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.choices import Choice
from hostconsole.ui.host_card import host_card
from hostconsole.ui.host_look import HostWishes
from hostconsole.ui.host_picture import as_if_taken, host_picture
from hostconsole.ui.host_sizes import USUAL_DOTS_PER_MM
from hostconsole.ui.labels import label
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.theme import colour

_LAYOUTS: tuple[Layout, ...] = ("card", "scroll")
_SOON_MS = 60


class Picture(QWidget):
    """A picture in the middle of its room, with a hairline around it."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = QPixmap()
        self._screen = QSize(16, 9)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(160, 90)

    def show_shape(self, screen: QSize) -> None:
        """The shape of the screen that is shown; a tall one gets as much height as a wide one."""
        if screen != self._screen:
            self._screen = screen
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        share = self._screen.height() / max(1, self._screen.width())
        return round(width * min(share, 10 / 16))

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def show_picture(self, picture: QPixmap) -> None:
        self._shown = picture
        self.update()

    def place(self) -> QRectF:
        size = self._shown.deviceIndependentSize()
        return QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown.isNull():
            return
        painter = QPainter(self)
        box = self.place()
        painter.drawPixmap(box.topLeft(), self._shown)
        edge = QColor(colour("edge"))
        painter.setPen(edge)
        painter.drawRect(box.adjusted(0, 0, -1, -1))


class LookPreview(Part):
    """The item on air, else NEXT, as card or as scroll, on a screen of `screen` pixels."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.layouts = Choice(_LAYOUTS)
        self.layouts.show_value("card")
        self.picture = Picture()
        self._about = label("small", tone="faint")
        self._wishes = HostWishes()
        self._screen, self._dots = QSize(1920, 1080), USUAL_DOTS_PER_MM
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._paint)
        self.layouts.chosen.connect(lambda _name: self._soon.start())
        top = QHBoxLayout()
        top.addWidget(self._about)
        top.addStretch(1)
        top.addWidget(self.layouts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.picture, 1)
        self.retranslate()

    def show_look(self, wishes: HostWishes) -> None:
        self._wishes = wishes
        self._soon.start()

    def show_screen(self, size: QSize, *, dots_per_mm: float) -> None:
        """The size of the host's screen in logical pixels, and how many of them are a millimetre."""
        self._screen, self._dots = size, dots_per_mm
        self.picture.show_shape(size)
        self._soon.start()

    def show_state(self, state: State, now_ms: int) -> None:
        if self.isVisible():
            self._soon.start()

    def retranslate(self) -> None:
        about = translate("HostPage", "As the host sees it")
        self._about.setText(about)
        names = (translate("HostPage", "Card"), translate("HostPage", "Prompter"))
        self.layouts.name(names, about=about)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        self._soon.start()

    def _paint(self) -> None:
        if not self.isVisible():
            return
        now_ms = self.bridge.now_ms()
        layout: Layout = "card" if self.layouts.value() == "card" else "scroll"
        state = as_if_taken(self.bridge.state, now_ms, layout)
        card = host_card(state, now_ms, self.bridge.rules, layout=layout)
        room = self._screen.scaled(self.picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
        picture = host_picture(
            card, self._wishes.look, screen=self._screen, dots_per_mm=self._dots,
            width=room.width(), ratio=self.devicePixelRatioF(),
        )  # fmt: skip
        self.picture.show_picture(picture)
