"""Paints the parts of a `Card` around its numbers and words: name, clocks, NEXT, idle, cues."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from hostconsole.show.cells import two_lines
from hostconsole.show.cues import MOST_CELLS
from hostconsole.ui.host_canvas import Canvas, Side
from hostconsole.ui.host_card import Card
from hostconsole.ui.host_frames import Frames
from hostconsole.ui.host_texts import say
from hostconsole.ui.host_times import Timed


def paint_idle(canvas: Canvas, card: Card, at: Frames) -> None:
    """Nothing on air: calm, with what comes."""
    box, unit = at.whole, at.unit
    column = QRectF(box.left() + box.width() * 0.06, 0, box.width() * 0.88, 0)
    middle = box.top() + box.height() * 0.4
    show = QRectF(column.left(), middle - unit * 13, column.width(), unit * 12)
    canvas.text(
        show,
        card.show,
        px=int(unit * 8),
        smallest=int(unit * 4),
        colour=canvas.ink.text,
        part="show",
        side="middle",
        bold=True,
    )
    word = QRectF(column.left(), middle + unit * 0.5, column.width(), unit * 5)
    canvas.text(word, card.title, px=int(unit * 3.6), colour=canvas.ink.quiet, part="title", side="middle")
    if not card.next.head:
        return
    y = middle + unit * 14
    line = " ".join(t for t in (card.next.head, card.next.link, card.next.title, card.next.price) if t)
    canvas.text(QRectF(column.left(), y, column.width(), unit * 7), line, px=int(unit * 5),
                smallest=int(unit * 3), colour=canvas.ink.blue, part="next", side="middle")  # fmt: skip
    for number, text in enumerate(canvas.wrapped(card.next.ready, int(unit * 3.2), int(column.width()))[:3]):
        row = QRectF(column.left(), y + unit * (8 + number * 4.4), column.width(), unit * 4.4)
        canvas.text(row, text, px=int(unit * 3.2), colour=canvas.ink.quiet, part="ready", side="middle")


def paint_top(canvas: Canvas, card: Card, at: Frames) -> None:
    """The quiet row at the top; a notice takes its middle."""
    box, px = at.top, int(min(at.unit * 3.2, at.top.height() * 0.5))
    half = box.width() / 2
    # A notice needs the room more than the show's name does.
    show = "" if card.layout == "idle" or card.notice else card.show
    left = "  ·  ".join(text for text in (card.rehearsal, show) if text)
    right = "  ·  ".join(text for text in (card.late.text, card.wall) if text)
    colour = canvas.ink.amber if card.rehearsal else canvas.ink.faint
    stands = canvas.text(QRectF(box.left(), box.top(), half * 0.95, box.height()), left, px=px, colour=colour,
                         part="show")  # fmt: skip
    begins = min(box.left() + half, stands.right() + px)
    room = QRectF(begins, box.top(), box.right() - begins, box.height())
    clock = canvas.text(room, right, px=px, smallest=int(px * 0.7), colour=canvas.ink.quiet, part="clock",
                        side="right")  # fmt: skip
    if card.notice:
        room = QRectF(stands.right() + px, box.top(), clock.left() - stands.right() - 2 * px, box.height())
        canvas.text(
            room,
            card.notice,
            px=int(px * 1.3),
            smallest=int(px * 0.7),
            colour=canvas.ink.red,
            bold=True,
            part="notice",
            side="middle",
        )


def paint_name(canvas: Canvas, card: Card, at: Frames) -> None:
    """The link number, largest of all, and the name beside it; a countdown takes the name's place."""
    box, unit = at.name, at.unit
    room = box.width()
    if card.link:
        px = int(min(box.height() * 0.92, max(box.width() * 0.26, at.big_px * 1.02)))
        # From afar the number that everybody says needs the room more than the name does.
        wide = max(box.width() * 0.58, canvas.figure_width(card.link, int(at.big_px * 1.02)))
        spot = QRectF(box.left(), box.top(), min(wide, box.width() * 0.8), box.height())
        stands = canvas.figure(
            spot, card.link, px=px, smallest=int(px * 0.3), colour=canvas.ink.text, part="link"
        )
        room = box.right() - stands.right() - unit * 2.5
    beside = QRectF(box.right() - room, box.top(), room, box.height())
    if card.countdown[1]:
        _paint_countdown(canvas, card, beside, at)
        return
    title = f"{card.tag} {card.title}".strip()
    _block(canvas, beside, title, largest=int(unit * 6), colour=_title_colour(canvas, card), part="title")


def _title_colour(canvas: Canvas, card: Card) -> QColor:
    return canvas.ink.amber if "title" in card.flagged else canvas.ink.text


def _paint_countdown(canvas: Canvas, card: Card, box: QRectF, at: Frames) -> None:
    head, seconds = card.countdown
    canvas.fill(box, canvas.ink.green, radius=at.unit)
    inner = box.adjusted(at.unit * 2, 0, -at.unit * 2, 0)
    canvas.text(QRectF(inner.left(), inner.top(), inner.width() * 0.55, inner.height()), head,
                px=int(box.height() * 0.34), smallest=int(at.unit * 2), colour=canvas.ink.on_fill, bold=True,
                part="countdown")  # fmt: skip
    spot = QRectF(inner.left() + inner.width() * 0.58, inner.top(), inner.width() * 0.42, inner.height())
    canvas.text(
        spot,
        seconds,
        px=int(box.height() * 0.8),
        smallest=int(at.unit * 2),
        colour=canvas.ink.on_fill,
        bold=True,
        part="countdown",
        side="right",
    )


def _block(canvas: Canvas, box: QRectF, text: str, *, largest: int, colour: QColor, part: str) -> None:
    """Up to three lines, as large as they fit, vertically centred."""
    px = max(8, min(largest, int(box.height() * 0.5)))
    smallest = max(8, int(px * 0.45))
    lines = canvas.wrapped(text, px, int(box.width()))
    while px > smallest and (len(lines) > 3 or len(lines) * px * 1.25 > box.height()):
        px -= max(1, px // 16)
        lines = canvas.wrapped(text, px, int(box.width()))
    most = max(1, min(3, int(box.height() / (px * 1.25))))
    shown = [*lines[: most - 1], "".join(lines[most - 1 :])] if len(lines) > most else list(lines)
    y = box.center().y() - len(shown) * px * 1.25 / 2
    for number, line in enumerate(shown):
        row = QRectF(box.left(), y + number * px * 1.25, box.width(), px * 1.25)
        canvas.text(row, line, px=px, colour=colour, part=part)


def paint_times(canvas: Canvas, card: Card, at: Frames) -> None:
    """Time on air against plan, with its bar; the link; the ship promise."""
    box, bar_h = at.times, at.unit * 0.7
    bar = QRectF(box.left(), box.top(), box.width(), bar_h)
    canvas.fill(bar, canvas.ink.line, radius=bar_h / 2)
    colour = canvas.ink.tone(card.airing.tone)
    if card.airing.share is not None:
        used = QRectF(bar.left(), bar.top(), bar.width() * min(1.0, card.airing.share), bar_h)
        canvas.fill(used, canvas.ink.blue if card.airing.tone == "calm" else colour, radius=bar_h / 2)
    row = box.adjusted(0, bar_h, 0, 0)
    px = int(min(at.unit * 4, row.height() * 0.62))
    ship = Timed(text=card.ship, tone="amber" if "ship" in card.flagged else "dim")
    shown = (
        (card.airing, card.reading, card.sale) if card.layout == "scroll" else (card.airing, card.sale, ship)
    )
    sides: tuple[Side, ...] = ("left", "middle", "right")
    gap = px * 1.2
    widths = [canvas.width_of(timed.text, px) for timed in shown]
    px = min(px, int(px * (row.width() - 2 * gap) / max(1.0, sum(widths))))
    x, end = row.left(), row.right()
    for number in (0, 2, 1):
        stands = canvas.text(QRectF(x, row.top(), end - x, row.height()), shown[number].text, px=px,
                             colour=canvas.ink.tone(shown[number].tone), side=sides[number],
                             part=_TIMES[number])  # fmt: skip
        x, end = (stands.right(), end) if number == 0 else (x, stands.left() if stands.width() else end)


_TIMES = ("airing", "sale", "ship")


def paint_next(canvas: Canvas, card: Card, at: Frames) -> None:
    """NEXT, and what to have at hand for it, at the bottom: in one row, or two where the screen is tall."""
    box = at.next
    canvas.fill(box, canvas.ink.panel, radius=at.unit)
    inner = box.adjusted(at.unit * 2, 0, -at.unit * 2, 0)
    tall = at.whole.height() > at.whole.width()
    row = QRectF(
        inner.left(), inner.top(), inner.width(), inner.height() * (0.5 if tall and card.next.ready else 1.0)
    )
    px = int(min(at.unit * 3.6, row.height() * 0.6))
    head = " ".join(text for text in (card.next.head, card.next.link) if text)
    x = canvas.text(row, head, px=px, colour=canvas.ink.blue, part="next", bold=True).right() + px * 0.7
    both = f"{card.next.title}  {card.next.price}".strip()
    share = 0.45 if card.next.ready and not tall else 1.0
    spot = QRectF(x, row.top(), (inner.right() - x) * share, row.height())
    stands = canvas.text(spot, both, px=px, smallest=int(px * 0.7), colour=canvas.ink.text, part="next")
    x = max(x, stands.right()) + px
    rest = QRectF(x, inner.top(), inner.right() - x, inner.height())
    if tall:
        rest = QRectF(
            inner.left(), row.bottom(), inner.width(), inner.bottom() - row.bottom() - at.unit * 0.6
        )
    _block(canvas, rest, card.next.ready, largest=int(px * 0.85), colour=canvas.ink.quiet, part="ready")


def paint_cues(canvas: Canvas, card: Card, at: Frames, *, glow: float) -> None:
    """Waiting cues over the top row. `glow` (0 … 1) is how bright a pulsing one is just now."""
    if not card.cues:
        return
    whole = at.whole
    box = QRectF(whole.left(), whole.top(), whole.width(), at.top.bottom() + at.unit * 0.5 - whole.top())
    canvas.fill(box, canvas.ink.ground)
    # Side by side where the screen is wide, one above the other where it is tall.
    tall = at.whole.height() > at.whole.width()
    across, down = (1, len(card.cues)) if tall else (len(card.cues), 1)
    wide, high = box.width() / across, box.height() / down
    for number, cue in enumerate(card.cues):
        spot = QRectF(box.left() + number % across * wide, box.top() + number // across * high, wide, high)
        must = cue.kind == "must"
        ground = QColor(canvas.ink.stop if must else canvas.ink.blue)
        if cue.pulse:
            ground = ground.lighter(int(100 + 45 * glow))
        canvas.fill(spot.adjusted(at.unit * 0.4, at.unit * 0.4, -at.unit * 0.4, 0), ground, radius=at.unit)
        inner = spot.adjusted(at.unit * 3, at.unit * 0.4, -at.unit * 3, 0)
        colour = canvas.ink.on_stop if must else canvas.ink.on_fill
        lines = two_lines(cue.text, MOST_CELLS)
        row_h = inner.height() / len(lines)
        px = int(inner.height() * (0.62 if len(lines) == 1 else 0.4))
        px = min(
            canvas.fitting_px(line, inner.width(), row_h, largest=px, smallest=px // 3, bold=True)
            for line in lines
        )
        for row, line in enumerate(lines):
            spot = QRectF(inner.left(), inner.top() + row * row_h, inner.width(), row_h)
            canvas.text(spot, line, px=px, colour=colour, part="cue", bold=True, side="middle")


def paint_stop(canvas: Canvas, card: Card, at: Frames, *, glow: float) -> None:
    """The cue that covers everything."""
    canvas.fill(at.screen, canvas.ink.stop.lighter(int(100 + 25 * glow)))
    box, unit = at.whole, at.unit
    lines = canvas.wrapped(card.stop, int(unit * 15), int(box.width() * 0.9))[:4]
    height = unit * 20
    y = box.center().y() - len(lines) * height / 2 - unit * 3
    for number, line in enumerate(lines):
        row = QRectF(box.left() + box.width() * 0.04, y + number * height, box.width() * 0.92, height)
        canvas.text(
            row,
            line,
            px=int(unit * 15),
            smallest=int(unit * 5),
            colour=canvas.ink.on_stop,
            part="stop",
            bold=True,
            side="middle",
        )
    foot = QRectF(box.left(), box.bottom() - unit * 12, box.width(), unit * 6)
    canvas.text(
        foot,
        say(card.language, "seen"),
        px=int(unit * 3.6),
        colour=canvas.ink.on_stop,
        part="seen",
        side="middle",
    )
