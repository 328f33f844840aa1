"""The strip's figures: all of their digits in the little room there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from hostconsole.ui.fitted import SHARES, Fitted, largest
from hostconsole.ui.lamp import Lamp


class StripFigures:
    """Price and left in one size of type, beside lamps that are cut before a figure gets smaller; the number
    in its own column."""

    def __init__(
        self, number: Fitted, figures: Sequence[Fitted], *, caption: QLabel, lamps: Sequence[Lamp]
    ) -> None:
        self._number, self._figures, self._caption, self._lamps = number, figures, caption, lamps
        self._fitted_for: tuple[object, ...] = ()

    def fit(self, *, column: int, row: int) -> None:
        """The widths of the number's column and of the figures' row. Measures only when a text is another."""
        labels = (self._number, self._caption, *self._figures)
        texts = (*(one.text() for one in labels), *(lamp.text() for lamp in self._lamps))
        asked = (column, row, *texts)
        if asked == self._fitted_for:
            return
        self._fitted_for = asked
        room = row - self._caption.sizeHint().width()
        room -= sum(lamp.minimumSizeHint().width() for lamp in self._lamps)
        share = largest(SHARES, lambda one: sum(figure.wide(one) for figure in self._figures) <= room)
        for figure in self._figures:
            figure.set_share(share or SHARES[-1])
        share = largest(SHARES, lambda one: self._number.wide(one) <= column)
        self._number.set_share(share or SHARES[-1])
