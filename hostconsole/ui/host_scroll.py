"""The scroll's part of the host's screen: which words the prompter shows, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import QRect

from hostconsole.show.reading import Timeline, timeline
from hostconsole.show.script import parsed
from hostconsole.show.state import Prompter
from hostconsole.ui.host_card import Card
from hostconsole.ui.prompter_clock import place
from hostconsole.ui.prompter_script import SaidValues, new_lines, stretches
from hostconsole.ui.prompter_text import Stretch
from hostconsole.ui.prompter_view import PrompterLook, PrompterView


class Scroll:
    """Keeps the view while its words, size and looks are the same; remembers what was said."""

    def __init__(self) -> None:
        self.view: PrompterView | None = None
        self._said = SaidValues()
        self._item = ""
        self._source = ""
        self._spoken = ""
        self._changed: frozenset[str] = frozenset()
        self._asked: object = None
        self._answer: tuple[Stretch, ...] = ()

    def line(self, card: Card) -> Timeline:
        """The timeline of the card's script."""
        return timeline(card.source, card.level)

    def place(self, card: Card, prompter: Prompter, now_ms: float) -> float:
        """The character at the reading mark at `now_ms` of the show's clock."""
        return place(prompter, item=card.item, line=self.line(card), now_ms=now_ms)

    def look_at(self, card: Card, at: float) -> bool:
        """Takes in what the card says; whether the view shows something else now."""
        self._note_words(card)
        self._said.pass_by(parsed(card.source), at, dict(card.values))
        if self.view is None or card.layout != "scroll":
            return False
        shown = self._shown(card)
        if shown == self.view.shown and card.spoken == self.view.text:
            return False
        self.view.change(card.spoken, shown)
        return True

    def lay_out(self, card: Card, rect: QRect, *, ratio: float, look: PrompterLook) -> bool:
        """A view of the card's words in `rect`; whether it is another than before."""
        old, shown = self.view, self._shown(card)
        if old is not None and (old.text, old.shown, old.rect, old.ratio, old.look) == (
            card.spoken, shown, rect, ratio, look,
        ):  # fmt: skip
            return False
        self.view = PrompterView(card.spoken, rect=rect, ratio=ratio, look=look, shown=shown)
        return True

    def page(self, at: float, by: int) -> int | None:
        """The place whose line comes to the mark when the page is turned from `at`."""
        line = self.view.lines.at(at) if self.view is not None else None
        if self.view is None or line is None:
            return None
        lines = self.view.lines
        for _line in range(max(1, (self.view.rect.height() - self.view.mark_y) // lines.height - 1)):
            line = (lines.after(line) if by > 0 else lines.before(line)) or line
        return line.start

    def close(self) -> None:
        self.view = None

    def _note_words(self, card: Card) -> None:
        if card.item != self._item:
            self._said.forget()
            self._changed = frozenset()
        elif card.source != self._source:
            self._said.forget()
            self._changed = new_lines(card.spoken, old=self._spoken)
        self._item, self._source, self._spoken = card.item, card.source, card.spoken

    def _shown(self, card: Card) -> tuple[Stretch, ...]:
        """Asked ten times a second, and mostly the same as before."""
        words = (card.source, card.level, card.values, card.language, "script" in card.flagged)
        asked = (words, self._said.told(), self._changed)
        if asked != self._asked:
            self._asked, self._answer = asked, self._stretches(card)
        return self._answer

    def _stretches(self, card: Card) -> tuple[Stretch, ...]:
        return stretches(
            parsed(card.source),
            card.level,
            values=dict(card.values),
            said=self._said,
            language=card.language,
            changed=self._changed if "script" in card.flagged else frozenset(),
        )
