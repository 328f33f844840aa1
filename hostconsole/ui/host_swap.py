"""The other clock of the moving words: the display's own, told by the graphics card's swaps.

A pane over the words is painted by the same function as without it; each swap asks for the next frame, so
frames come as the display wants them, whatever its rate. Off unless the setting asks for it
(docs/decisions.md): where a processor has to stand in for the card it costs a core and more.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QOpenGLContext, QPainter
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget


def can_swap() -> bool:
    """Whether there is anything to draw with by OpenGL; Qt would end the program where there is not."""
    return QOpenGLContext().create()


class SwapPane(QOpenGLWidget):
    """Stands where `follow` puts it, and calls `paint` with a painter in the coordinates of `parent`."""

    def __init__(self, parent: QWidget, paint: Callable[[QPainter], None]) -> None:
        super().__init__(parent)
        self._paint = paint
        self._running = False
        self.frameSwapped.connect(self._swapped)
        self.hide()

    def follow(self, rect: QRect | None, *, running: bool) -> None:
        """Over `rect`, or out of sight; with a frame for each swap of the display while `running`."""
        self.setVisible(rect is not None)
        if rect is not None and rect != self.geometry():
            self.setGeometry(rect)
        begins, self._running = running and not self._running, running
        if begins:
            self.update()

    def paintGL(self) -> None:
        painter = QPainter(self)
        painter.translate(-self.pos())
        self._paint(painter)
        painter.end()

    def _swapped(self) -> None:
        if self._running and self.isVisible():
            self.update()
