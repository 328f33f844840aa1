"""Painted lines of the prompter, kept as pictures: a frame only moves them.

Each line is drawn once. Pictures are opaque and mirrored when made, as copying an opaque picture upright is
the one thing every graphics system does fast.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from hostconsole.ui.prompter_lines import VisualLine, VisualLines


class LineTiles:
    """Pictures of single lines, `width` pixels wide with the text from `margin` on; the last ones used
    are kept."""

    def __init__(
        self,
        lines: VisualLines,
        *,
        width: int,
        margin: int,
        ratio: float,
        mirror: tuple[bool, bool],
        colours: tuple[QColor, QColor],
        kept: int,
    ) -> None:
        self.lines = lines
        self.height = lines.height
        self._width, self._margin, self._ratio, self._mirror = width, margin, ratio, mirror
        self._text_colour, self._ground = colours
        self._kept = max(4, kept)
        self._tiles: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()

    def has(self, line: VisualLine) -> bool:
        return line.key in self._tiles

    def forget(self, pieces: frozenset[int]) -> None:
        """The pictures of these pieces' lines are of words that have changed."""
        for key in [key for key in self._tiles if key[0] in pieces]:
            del self._tiles[key]

    def tile(self, line: VisualLine) -> QPixmap:
        """The line's picture, made now if need be."""
        known = self._tiles.get(line.key)
        if known is not None:
            self._tiles.move_to_end(line.key)
            return known
        tile = self._tiles[line.key] = self._painted(line)
        while len(self._tiles) > self._kept:
            self._tiles.popitem(last=False)
        return tile

    def _painted(self, line: VisualLine) -> QPixmap:
        tile = QPixmap(round(self._width * self._ratio), round(self.height * self._ratio))
        tile.setDevicePixelRatio(self._ratio)
        tile.fill(self._ground)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(self._text_colour)
        self.lines.draw(painter, line, x=self._margin)
        painter.end()
        horizontally, vertically = self._mirror
        if horizontally or vertically:
            turn = QTransform().scale(-1 if horizontally else 1, -1 if vertically else 1)
            tile = tile.transformed(turn, Qt.TransformationMode.FastTransformation)
            tile.setDevicePixelRatio(self._ratio)
        return tile
