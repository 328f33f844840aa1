from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from hostconsole.show.reading import timeline
from hostconsole.show.state import Prompter
from hostconsole.ui import host_theme as theme
from hostconsole.ui.prompter_clock import SmoothClock, place
from hostconsole.ui.prompter_text import LONGEST_PIECE, pieces, visible_text
from hostconsole.ui.prompter_view import PrompterLook, PrompterView

TEXT = "".join(f"第{n}句,今天晚上的价格是{n}块九。" for n in range(300))


def view_of(text: str, *, size=(800, 600), px: int = 40) -> PrompterView:
    look = PrompterLook(font=theme.font(px))
    return PrompterView(text, rect=QRect(0, 0, *size), ratio=1.0, look=look)


def painted(view: PrompterView, at: float) -> QImage:
    image = QImage(view.rect.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    view.paint(painter, at)
    painter.end()
    return image


@given(st.text(max_size=3 * LONGEST_PIECE))
def test_pieces_hold_every_character_once_and_none_is_too_long(text: str):
    found = pieces(text)
    assert "".join(text[p.start : p.end] for p in found) == text
    assert all(len(p.shown) == p.end - p.start <= LONGEST_PIECE for p in found)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_a_character_keeps_its_place_and_shows_no_line_end(text: str):
    shown = visible_text(text)
    assert len(shown) == len(text)
    assert not set(shown) & set("\n\r\v\f\x00\u2028\u2029\u202e")


def test_the_place_is_the_shows_function_of_time():
    prompter = Prompter(item="S01", at=10.0, since_ms=1_000, running=True, pace=240)
    assert place(prompter, item="S01", line=timeline("字" * 500), now_ms=61_000.0) == 250.0
    assert place(prompter, item="S01", line=timeline("字" * 500), now_ms=1_000.25) == pytest.approx(10.001)
    assert place(prompter, item="S01", line=timeline("字" * 100), now_ms=1e9) == 100.0
    assert place(prompter, item="P03", line=timeline("字" * 100), now_ms=61_000.0) == 0.0


def test_a_paused_prompter_stands():
    prompter = Prompter(item="S01", at=10.0, since_ms=0, running=False, pace=240)
    assert place(prompter, item="S01", line=timeline("字" * 500), now_ms=1e6) == 10.0


def test_the_clock_moves_between_the_shows_milliseconds_and_never_leaves_them():
    show, system = [1_000], [0]
    clock = SmoothClock(lambda: show[0], lambda: system[0])
    seen = []
    for step in range(5_000):
        system[0] = step * 137_000
        show[0] = 1_000 + system[0] // 1_000_000
        seen.append(clock.now())
        assert abs(seen[-1] - show[0]) <= 2
    assert all(later > earlier for earlier, later in pairwise(seen))


def test_the_clock_follows_a_jump_of_the_shows():
    show = [1_000]
    clock = SmoothClock(lambda: show[0], lambda: 0)
    assert clock.now() == 1_000
    show[0] = 600_000
    assert clock.now() == 600_000


@pytest.mark.parametrize("text", [TEXT, "字" * 5_000, "a" * 5_000, "短。\n\n\n长" * 200, "😀好" * 900])
def test_the_lines_hold_every_character_in_order(qtbot, text: str):
    view = view_of(text)
    line, end = view.lines.at(0), 0
    while line is not None:
        assert line.start == end < line.end
        end, line = line.end, view.lines.after(line)
    assert end == len(text)


def test_going_up_undoes_going_down(qtbot):
    lines = view_of(TEXT).lines
    here = lines.at(900)
    there = lines.after(lines.after(here))
    assert lines.before(lines.before(there)).key == here.key
    assert lines.before(lines.at(0)) is None


def test_words_move_up_and_only_up_while_reading(qtbot):
    view = view_of(TEXT)
    line = view.lines.at(500)
    tops = []
    for step in range(400):
        found = [y for other, y in view.placed(500 + step / 10) if other.key == line.key]
        tops += found
    assert len(tops) > 100
    assert all(later <= earlier for earlier, later in pairwise(tops))


def test_the_same_place_is_the_same_picture_whatever_was_painted_before(qtbot):
    fresh, used = view_of(TEXT), view_of(TEXT)
    for at in range(0, 3_000, 37):
        painted(used, at)
    assert painted(used, 1_234.5) == painted(fresh, 1_234.5)


@pytest.mark.parametrize("at", [0, 3, 1_000, len(TEXT)])
def test_every_pixel_is_painted(qtbot, at: int):
    image = painted(view_of(TEXT), at)
    magenta = QColor("magenta").rgb()
    assert not any(image.pixel(x, y) == magenta for x in range(0, 800, 7) for y in range(600))


def test_an_empty_text_is_an_empty_picture_with_its_mark(qtbot):
    view = view_of("")
    assert view.line_at_mark(0) == ""
    assert painted(view, 0).pixelColor(400, 300) == theme.DARK.ground


@pytest.mark.parametrize("at", [0, 400, 1_777.7, len(TEXT)])
def test_the_line_at_the_mark_holds_the_place_at_any_size(qtbot, at: float):
    for size, px in (((800, 600), 40), ((500, 900), 30), ((1600, 700), 90)):
        view = view_of(TEXT, size=size, px=px)
        line = view.lines.at(at)
        assert line.start <= min(at, len(TEXT) - 1) < line.end
        assert view.line_at_mark(at) == TEXT[line.start : line.end]


def test_what_takes_too_long_is_painted_in_turns_the_line_at_the_mark_first(qtbot):
    view, whole = view_of(TEXT), view_of(TEXT)
    image = QImage(view.rect.size(), QImage.Format.Format_RGB32)
    turns = 0
    while True:
        painter = QPainter(image)
        done = view.paint(painter, 900.0, within_s=1e-9)
        painter.end()
        turns += 1
        if done:
            break
        view.prepare(900.0)
        assert turns < 100
    assert turns > 1
    assert image == painted(whole, 900.0)
