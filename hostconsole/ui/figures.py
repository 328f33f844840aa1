"""Figures with a caption above and a note below; the plan's progress bar; the item's picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hostconsole.ui.fitted import Fitted
from hostconsole.ui.labels import label, retone, set_text
from hostconsole.ui.theme import colour


class Figure(QWidget):
    """One number that matters."""

    def __init__(self, role: str, *, note_struck: bool = False) -> None:
        super().__init__()
        self.caption = label("small", tone="faint")
        self.value = Fitted(role, bold=True)
        self.note = label("body", tone="faint")
        font = self.note.font()
        font.setStrikeOut(note_struck)
        self.note.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.caption, self.value, self.note):
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_as(self, value: str, note: str = "", *, tone: str = "text", note_tone: str = "faint") -> None:
        set_text(self.value, value)
        set_text(self.note, note)
        retone(self.value, "tone", tone)
        retone(self.note, "tone", note_tone)

    def texts(self) -> tuple[str, str, str]:
        return self.caption.text(), self.value.text(), self.note.text()

    def set_share(self, share: float) -> None:
        """The number is drawn in this share of its type; what stands around it stays as it is."""
        self.value.set_share(share)

    def wide(self, share: float) -> int:
        """The width it needs with its number in that share of its type."""
        around = max(self.caption.sizeHint().width(), self.note.sizeHint().width())
        return max(around, self.value.wide(share))


class PlanBar(QWidget):
    """How much of the planned minutes is gone; past the end it turns amber, then red."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setMinimumWidth(60)
        self.setFixedHeight(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        share = round(share, 3)
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(0, 2, self.width(), 6)
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(box, 3, 3)
        tone = "soft" if self._share <= 1 else "waiting" if self._share <= 1.2 else "bad"
        painter.setBrush(colour(tone))
        filled = QRectF(0, 2, self.width() * min(1.0, self._share), 6)
        if filled.width() > 1:
            painter.drawRoundedRect(filled, 3, 3)


class Picture(QWidget):
    """The item's picture, cut to a square; takes no room when there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._path = ""
        self._picture = QPixmap()
        self._side = 96
        self._gives_room = False
        self.hide()

    def resize_to(self, side: int) -> None:
        self._side = side
        self.setFixedSize(side, side)
        path, self._path = self._path, ""
        self.show_path(path)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @property
    def is_there(self) -> bool:
        """Whether there is a picture, shown or not."""
        return not self._picture.isNull()

    def give_room(self, gives: bool) -> None:
        """Hides it where the figures beside it need its room."""
        self._gives_room = gives
        self.setVisible(self.is_there and not gives)

    def show_path(self, path: str) -> None:
        """A file that is missing or no picture is no picture: the sheet's findings say why."""
        if path == self._path:
            return
        self._path = path
        self._picture = self._read(path)
        self.give_room(self._gives_room)
        self.update()

    def _read(self, path: str) -> QPixmap:
        if not path or not Path(path).is_file():
            return QPixmap()
        reader = QImageReader(path)
        reader.setAutoTransform(True)
        side = round(self._side * self.devicePixelRatioF())
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
        return QPixmap.fromImage(reader.read())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setClipPath(path)
        side = min(self._picture.width(), self._picture.height())
        source = QRectF((self._picture.width() - side) / 2, (self._picture.height() - side) / 2, side, side)
        painter.drawPixmap(QRectF(self.rect()), self._picture, source)
