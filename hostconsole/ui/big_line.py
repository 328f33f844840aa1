"""The large line of what is on air: picture, link number, its words, price and how many are left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hostconsole.ui.figures import Figure, Picture
from hostconsole.ui.fitted import SHARES, Fitted, largest
from hostconsole.ui.labels import Elided

_TITLE = 110
"""Logical pixels at scale 1 that the title keeps, whatever the figures are."""
_BEFORE_PICTURE = 0.5
"""The figures get so much smaller before the picture gives its room to them."""
_GAP, _APART = 16, 10


class BigLine(QWidget):
    """Never a digit less than there is: the figures share one size of type, the largest that fits."""

    def __init__(
        self, *, picture: Picture, link_no: Fitted, words: Sequence[Elided], price: Figure, left: Figure
    ) -> None:
        super().__init__()
        self._picture, self._link_no, self._words = picture, link_no, words
        self._figures = (price, left)
        self._scale = 1.0
        self._fitted_for: tuple[object, ...] = ()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_GAP)
        line.addWidget(picture)
        line.addWidget(link_no)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        for part in words:
            column.addWidget(part)
        column.addStretch(1)
        line.addLayout(column, 1)
        line.addWidget(price)
        line.addSpacing(_APART)
        line.addWidget(left)

    def minimumSizeHint(self) -> QSize:
        """It takes the width it is given: the columns beside it are of a fixed one."""
        return QSize(0, super().minimumSizeHint().height())

    def rescale(self, scale: float) -> None:
        self._scale = scale
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Told after every act: it measures only when a text, the type or the width is another."""
        asked = (self.width(), self._scale, self._link_no.font().pixelSize(), self._picture.is_there,
                 self._words[0].text(), self._link_no.text(), *(figure.texts() for figure in self._figures),
                 *(part.isHidden() for part in (self._link_no, *self._figures)))  # fmt: skip
        if asked == self._fitted_for:
            return
        self._fitted_for = asked
        share = largest((one for one in SHARES if one >= _BEFORE_PICTURE), lambda one: self._room(one) >= 0)
        self._picture.give_room(share is None)
        if share is None:
            share = largest(SHARES, lambda one: self._room(one, picture=False) >= 0) or SHARES[-1]
        self._link_no.set_share(share)
        for figure in self._figures:
            figure.set_share(share)
            figure.updateGeometry()  # at once: else it is painted in its old width first
        if (line := self.layout()) is not None:
            line.activate()

    def _room(self, share: float, *, picture: bool = True) -> int:
        """What is left of the width beyond what all of it needs; the title no more than it has to keep."""
        title = min(round(_TITLE * self._scale), self._words[0].sizeHint().width())
        parts = [figure.wide(share) for figure in self._figures if not figure.isHidden()]
        if picture and self._picture.is_there:
            parts.append(self._picture.sizeHint().width())
        if not self._link_no.isHidden():
            parts.append(self._link_no.wide(share))
        return self.width() - title - _APART - sum(part + _GAP for part in parts) - _GAP
