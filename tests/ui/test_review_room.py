"""The Review room through what is seen, pressed, pasted and dropped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from hostconsole.ui.review_room import ReviewRoom, SessionRow
from hostconsole.ui.session_told import Told

EVIL = "<b>x</b> &amp; \N{FIRECRACKER}"
TOLD = Told(
    session="s1",
    sentences=(("Link 3 sold most", ("0:05:00  30 counted", "0:08:00  12 counted")), (EVIL, ())),
    figures=(
        ("Sold (counted)", "1,234", "sum of the units"),
        ("Counted value", "¥9,999", "each unit × price"),
    ),
    actions=((1, "bring more & more", False), (4, "test the mic", True)),
    text="a summary\n",
    sold="1,234",
    value="¥9,999",
)


def row(id: str, kind: str = "live") -> SessionRow:
    return SessionRow(
        id=id, show=f"show {id}", kind=kind, started="2026-11-23T12:00:00.000Z",
        ended="2026-11-23T14:00:00.000Z", events=9,
    )  # fmt: skip


@pytest.fixture
def desk(console):
    made = console()
    made.window.show_room("review")
    made.window.rooms.show_sessions((row("p", "preparation"), row("s2", "rehearsal"), row("s1")))
    return made


def room_of(desk) -> ReviewRoom:
    return desk.window.review


def test_the_newest_show_is_chosen_and_its_report_asked_for(desk, qtbot) -> None:
    room = room_of(desk)
    assert room.chosen().id == "s2"
    with qtbot.waitSignal(room.told_asked) as asked:
        room.table.selectRow(2)
    assert asked.args == ["s1"]
    assert "Reading the log …" in desk.seen(room)


def test_sentences_figures_and_totals_are_seen_as_plain_text(desk) -> None:
    room = room_of(desk)
    room.table.selectRow(2)
    room.show_told(TOLD)
    seen = desk.seen(room)
    for words in ("Link 3 sold most", "0:05:00  30 counted", EVIL, "1,234", "¥9,999"):
        assert words in seen
    totals = [room.model.index(2, column).data() for column in (4, 5)]
    assert totals == ["1,234", "¥9,999"]
    assert "Reading" not in seen


def test_why_a_report_cannot_be_read_is_told(desk) -> None:
    room = room_of(desk)
    room.show_untold("s2", "event 7 cannot be read")
    assert "event 7 cannot be read" in desk.seen(room)


def test_the_list_is_worked_by_keys(desk, qtbot) -> None:
    room = room_of(desk)
    room.table.selectRow(2)
    room.show_told(TOLD)
    room.table.setFocus()
    with qtbot.waitSignal(room.report_asked) as asked:
        qtbot.keyClick(room.table, Qt.Key.Key_Return)
    assert asked.args == ["s1", ".html"]
    qtbot.keyClick(room.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "a summary\n"
    QGuiApplication.clipboard().setText("12\n34\n")
    with qtbot.waitSignal(room.figures_pasted) as pasted:
        qtbot.keyClick(room.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.args == ["s1", "12\n34\n"]


def test_actions_are_typed_and_ticked(desk, qtbot) -> None:
    room = room_of(desk)
    room.table.selectRow(2)
    room.show_told(TOLD)
    first, second = room.panel.ticks[:2]
    assert (first.text(), first.isChecked(), second.isChecked()) == ("bring more && more", False, True)
    with qtbot.waitSignal(room.action_ticked) as ticked:
        first.click()
    assert ticked.args == ["s1", 1, True]
    qtbot.keyClicks(room.panel.action, "ask for 50 more")
    with qtbot.waitSignal(room.action_kept) as kept:
        qtbot.keyClick(room.panel.action, Qt.Key.Key_Return)
    assert kept.args == ["s1", "ask for 50 more"]
    assert room.panel.action.text() == ""


@pytest.mark.parametrize("name", ["figures.xlsx", "orders.csv"])
def test_a_dropped_table_is_of_the_chosen_session(desk, qtbot, name: str) -> None:
    room = room_of(desk)
    with qtbot.waitSignal(room.table_dropped) as given:
        drop(room, f"/tmp/{name}")
    assert given.args == ["s2", f"/tmp/{name}"]


def test_a_dropped_recording_is_cut_into_a_folder_beside_it(desk, qtbot) -> None:
    room = room_of(desk)
    with qtbot.waitSignal(room.clips_asked) as asked:
        drop(room, "/videos/2026-11-23 20-00.mkv")
    assert asked.args == ["s2", "/videos/2026-11-23 20-00.mkv", "/videos/2026-11-23 20-00 clips"]


def drop(room: ReviewRoom, path: str) -> None:
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(path)])
    event = QDropEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, told, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    room.dropEvent(event)


def test_long_work_shows_how_far_it_is_and_can_be_stopped(desk, qtbot) -> None:
    room = room_of(desk)
    room.job.run("Clips are being cut …")
    room.job.progress(0.4, "3 of 8")
    assert (room.job.bar.value(), room.job.words.text()) == (400, "3 of 8")
    with qtbot.waitSignal(room.stop_asked):
        qtbot.mouseClick(room.job.stop, Qt.MouseButton.LeftButton)
    room.job.rest("Stopped; nothing was left half done")
    assert not room.job.bar.isVisible()


def test_files_are_asked_for_without_a_modal_box_while_on_air(desk) -> None:
    assert desk.bridge.state.running
    box = room_of(desk)._box("Export")
    assert not box.isModal()
    assert box.testOption(QFileDialog.Option.DontUseNativeDialog)
    box.close()


def test_several_sessions_are_compared_oldest_first(desk, qtbot) -> None:
    room = room_of(desk)
    room.table.selectRow(1)
    assert not room.compare.isEnabled()
    room.table.setFocus()
    qtbot.keyClick(room.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert room.selected() == ["s1", "s2"]
    with qtbot.waitSignal(room.compare_asked) as asked:
        qtbot.mouseClick(room.compare, Qt.MouseButton.LeftButton)
    assert asked.args == [["s1", "s2"]]


def test_while_a_report_is_read_anew_nothing_jumps(desk, qtbot) -> None:
    room = room_of(desk)
    room.table.selectRow(2)
    room.show_told(TOLD)
    place = room.panel.report.pos()
    with qtbot.waitSignal(room.told_asked) as asked:
        room.forget("s1")
    assert asked.args == ["s1"]
    assert "Link 3 sold most" in desk.seen(room)
    assert room.panel.report.pos() == place
    assert not room.knows("s1")
    room.show_told(TOLD)
    assert room.knows("s1")


def test_the_list_has_the_focus_when_the_room_is_opened(desk, qtbot) -> None:
    desk.window.show_room("live")
    desk.window.show_room("review")
    qtbot.waitUntil(room_of(desk).table.hasFocus, timeout=3_000)
