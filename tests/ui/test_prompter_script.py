from __future__ import annotations

import itertools

from PySide6.QtCore import QRect

from hostconsole.show.script import parsed
from hostconsole.ui import host_theme as theme
from hostconsole.ui.prompter_lines import FLASH
from hostconsole.ui.prompter_script import SaidValues, new_lines, stretches
from hostconsole.ui.prompter_text import shown_pieces
from hostconsole.ui.prompter_view import PrompterLook, PrompterView
from tests.ui.test_prompter import painted

TEXT = "# 开场\n今天{price},**真的**。\n[[举起来\n给镜头看]]\n{stock}件,{unknown}。" + "再说一句。" * 40


def shown(text: str = TEXT, *, said: SaidValues | None = None, level="plenty", changed=(), **values: str):
    told = {"price": "¥89", "stock": "148", **values}
    return stretches(parsed(text), level, values=told, said=said or SaidValues(), language="zh",
                     changed=frozenset(changed))  # fmt: skip


def words(stretches) -> str:
    return "".join(stretch.text for stretch in stretches)


def view_of(text: str, stretches) -> PrompterView:
    look = PrompterLook(font=theme.font(40))
    return PrompterView(
        parsed(text).spoken, rect=QRect(0, 0, 800, 600), ratio=1.0, look=look, shown=stretches
    )


def test_tokens_show_their_values_notes_are_dimmed_and_marks_named():
    found = shown()
    assert words(found).startswith("开场\n今天¥89,真的。\n举起来\n给镜头看\n148件,{unknown}。")
    looks = {stretch.text.strip(): (stretch.bold, stretch.colour) for stretch in found}
    assert (looks["真的"], looks["举起来\n给镜头看"], looks["开场"]) == (
        (True, ""), (False, "note"), (True, "blue"),
    )  # fmt: skip


def test_only_the_block_that_fits_the_stock_is_shown():
    text = "甲。\n::充足\n乙。\n::紧张\n丙。\n::完\n丁。"
    assert [words(shown(text, level=level)) for level in ("plenty", "low", "sold_out")] == [
        "甲。\n乙。\n丁。", "甲。\n丙。\n丁。", "甲。\n丁。",
    ]  # fmt: skip


def test_the_pieces_hold_every_place_of_the_spoken_text():
    found = shown_pieces(shown())
    assert found[0].start == 0
    assert found[-1].end == len(parsed(TEXT).spoken)
    assert all(later.start == earlier.end for earlier, later in itertools.pairwise(found))


def test_a_value_that_changes_moves_no_line_and_lays_out_only_its_own(qtbot):
    at = 60.0
    view = view_of(TEXT, shown())
    before = [(line.start, y) for line, y in view.placed(at) if line.start > 40]
    kept = view.lines.at(at)
    view.change(parsed(TEXT).spoken, shown(price="¥12345.67"))
    assert [(line.start, y) for line, y in view.placed(at) if line.start > 40] == before
    assert view.lines.at(at) is kept
    assert painted(view, at) == painted(view_of(TEXT, shown(price="¥12345.67")), at)


def test_a_value_changed_after_it_was_said_says_both_until_the_mark_goes_back():
    script, said = parsed(TEXT), SaidValues()
    said.pass_by(script, 12.0, {"price": "¥89", "stock": "148"})
    assert "刚说¥89,现在¥79" in words(shown(said=said, price="¥79"))
    assert "刚说" not in words(shown(said=said, price="¥89", stock="20"))
    said.pass_by(script, 1.0, {"price": "¥79", "stock": "148"})
    assert words(shown(said=said, price="¥79")).startswith("开场\n今天¥79,")


def test_notes_pass_while_the_line_above_is_read_without_a_jump(qtbot):
    view = view_of(TEXT, shown())
    below = view.lines.at(18)
    tops = []
    for step in range(200):
        place = 12 + step / 50
        tops += [y for line, y in view.placed(place) if line.key == below.key]
    assert len(tops) == 200
    assert all(0 <= a - b <= view.lines.height * 0.2 for a, b in itertools.pairwise(tops))


def test_changed_lines_are_flashed():
    old = "第一句。第二句。第三句。"
    new = "第一句。第二句改了。第三句。"
    changed = new_lines(new, old=old)
    found = shown(new, changed=changed)
    assert [stretch.text for stretch in found if stretch.colour == FLASH] == ["第二句改了。"]


def test_looks_of_words_beyond_the_first_plane_are_where_the_words_are(qtbot):
    text = "😀😀**粗**👩‍👩‍👧好{price}。" * 20
    view = view_of(text, shown(text))
    line, end = view.lines.at(0), 0
    while line is not None:
        assert line.start == end <= line.end
        end, line = line.end, view.lines.after(line)
    assert end == len(parsed(text).spoken)
