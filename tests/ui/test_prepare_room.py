"""The Prepare room: the plan edited in place, the five boxes, ticks, and what past shows say."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QWidget

from hostconsole.sheets import Finding
from hostconsole.show.events import ObsChecked, SheetReloaded, SheetSaved
from hostconsole.show.history import Past
from hostconsole.show.obs_remark import ObsRemark
from hostconsole.ui.labels import KeyButton
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import LANGUAGES
from hostconsole.ui.plan_model import PlanColumn
from hostconsole.ui.prepare_room import PrepareRoom
from hostconsole.ui.remark_lines import RemarkLine
from tests.ui.host_stage import Stage, coffee, cup, opening


@pytest.fixture
def desk(console):
    """The Prepare room of a show with an opening, a cup and coffee."""
    made = console(Stage(opening(), cup(), coffee(), kind="preparation"))
    assert isinstance(made.window.prepare, PrepareRoom)
    made.room = made.window.prepare
    made.plan = made.room.plan
    made.state = lambda: made.stage.state
    made.plan.table.setFocus()
    return made


def type_into(qtbot, table, text: str) -> None:
    (editor,) = [one for one in table.findChildren(QLineEdit) if one.isVisible()]
    editor.setText(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.state() != QAbstractItemView.State.EditingState)


def lines(panel) -> list[RemarkLine]:
    return [line for line in panel.findChildren(RemarkLine) if line.isVisible()]


def test_a_cell_is_edited_in_place_and_the_change_is_an_act(desk, qtbot):
    desk.plan.table.select_key("P03", "planned_minutes")
    qtbot.keyClick(desk.plan.table, Qt.Key.Key_F2)
    type_into(qtbot, desk.plan.table, "12.5")
    assert desk.state().items["P03"].item.planned_s == 750
    desk.bridge.run("undo")
    assert desk.state().items["P03"].item.planned_s == 660


def test_a_doubtful_price_wants_the_same_text_once_more(desk, qtbot):
    for _ in range(2):
        desk.plan.table.select_key("P03", "live_price")
        qtbot.keyClick(desk.plan.table, Qt.Key.Key_Return)
        type_into(qtbot, desk.plan.table, "8.9")
        if desk.state().items["P03"].price == 8900:
            assert desk.plan.answer.text().startswith("Once more")
    assert desk.state().items["P03"].price == 890
    assert desk.plan.answer.text() == ""


def test_a_typing_error_is_said_and_changes_nothing(desk, qtbot):
    desk.plan.table.select_key("P03", "stock_total")
    qtbot.keyClick(desk.plan.table, Qt.Key.Key_F2)
    type_into(qtbot, desk.plan.table, "many")
    assert desk.plan.answer.text()
    assert desk.state().items["P03"].item.stock_total == 900


@pytest.mark.parametrize(
    ("key", "modifier", "order"),
    [
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier, ["P03", "S01", "P04"]),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier, ["S01", "P04", "P03"]),
    ],
)
def test_a_row_is_moved_by_key_and_keeps_the_cursor(desk, qtbot, key, modifier, order):
    desk.plan.table.select_key("P03")
    qtbot.keyClick(desk.plan.table, key, modifier)
    assert list(desk.state().order) == order
    assert desk.plan.table.current_key() == "P03"


def test_a_row_is_moved_by_dragging(desk):
    model = desk.plan.model
    carried = model.mimeData([model.index(2, 0)])
    assert not model.dropMimeData(carried, Qt.DropAction.MoveAction, 0, 0, model.index(-1, -1))
    assert list(desk.state().order) == ["P04", "S01", "P03"]


def test_a_row_is_added_duplicated_repeated_and_skipped_by_key(desk, qtbot):
    table = desk.plan.table
    table.select_key("P03")
    qtbot.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    copy = desk.state().order[2]
    item = desk.state().items[copy].item
    assert (item.title, item.sku, item.link_no) == (cup().title, copy, "")
    table.select_key("P03")
    qtbot.keyClick(table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert desk.state().items[desk.state().order[-1]].item.kind == "encore"
    table.select_key("P04")
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.state().items["P04"].skipped
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert not desk.state().items["P04"].skipped
    table.select_key("P04")
    qtbot.keyClick(table, Qt.Key.Key_Insert)
    type_into(qtbot, table, "碗")
    added = desk.state().order[desk.state().order.index("P04") - 1]
    assert (desk.state().items[added].item.title, desk.state().items[added].item.kind) == ("碗", "product")


def test_a_segment_has_no_price_to_edit(desk):
    model = desk.plan.model
    flags = model.flags(model.index(0, PlanColumn.PRICE))
    assert not flags & Qt.ItemFlag.ItemIsEditable


def test_a_remark_says_why_and_how_and_jumps_to_its_cell(desk, qtbot):
    desk.bridge.run("item.edit", item="P04", field="price", value="")
    qtbot.waitUntil(lambda: any("no price" in line.why.text() for line in lines(desk.room.preflight)))
    line = next(line for line in lines(desk.room.preflight) if "no price" in line.why.text())
    assert (line.why.text(), line.mend.text()) == (
        "Link 4 挂耳咖啡 · It has no price.",
        "Fill in what viewers pay.",
    )
    desk.plan.table.select_key("S01")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert desk.plan.table.current_key() == "P04"
    assert desk.plan.table.currentIndex().column() == PlanColumn.PRICE


def test_the_five_boxes_stand_at_a_glance_and_a_click_goes_to_one(desk, qtbot):
    panel = desk.room.preflight
    qtbot.waitUntil(lambda: bool(lines(panel)))
    assert [lamp.text().split()[-1] for lamp in panel.lamps.values()] == [
        "Goods", "Prices", "Words", "Pictures", "People",
    ]  # fmt: skip
    assert panel.lamps["pictures"].shape == "warn"
    desk.bridge.run("item.edit", item="P04", field="obs_scene", value="A")
    desk.bridge.run("item.edit", item="P03", field="obs_scene", value="A")
    for item in ("P03", "P04"):
        desk.bridge.run("item.edit", item=item, field="picture", value="/a.png")
    qtbot.waitUntil(lambda: panel.lamps["pictures"].shape == "check")
    bar = panel._area.verticalScrollBar()
    before = bar.value()
    qtbot.mouseClick(panel.lamps["people"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.value() > before or bar.maximum() == 0)


SIZES = ((1280, 720), (1440, 900), (1920, 1080), (3840, 2160))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_beside_the_plan_is_cut_or_covered(desk, qtbot, speech, size, language):
    speech.speak(language)
    desk.window.resize(*size)
    for lamp in desk.room.preflight.lamps.values():  # an evening with much to mend
        lamp.show_as("warn", "waiting", name=lamp.text().split()[-1], count=188)
    qtbot.waitUntil(lambda: cut(desk.room) == [])
    parts = [desk.room.steps, desk.room.preflight, desk.room.session]
    edges = [(top(part, desk.window), top(part, desk.window) + part.height()) for part in parts]
    assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(edges))
    assert edges[-1][1] <= desk.window.height()


def test_much_of_the_preflight_is_seen_on_a_small_screen(desk, qtbot):
    desk.window.resize(1280, 720)
    qtbot.waitUntil(lambda: desk.room.preflight.height() > 200)


def cut(room: PrepareRoom) -> list[str]:
    """Texts beside the plan, and on the plan's tools, that have less room than they want."""
    buttons = [
        button
        for button in room.findChildren(KeyButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    labels = [
        text
        for root in (room.preflight, room.steps, room._side)
        for text in root.findChildren(QLabel)
        if text.isVisible() and not text.wordWrap() and text.width() < text.sizeHint().width()
    ]
    lamps = [
        lamp
        for root in (room.preflight, room.steps)
        for lamp in root.findChildren(Lamp)
        if lamp.isVisible() and lamp.width() < lamp.sizeHint().width()
    ]
    return [part.text() for part in (*buttons, *labels, *lamps)]


def top(part: QWidget, window: QWidget) -> int:
    return part.mapTo(window, QPoint()).y()


def test_mending_takes_the_remark_away(desk, qtbot):
    said = lambda: [line.why.text() for line in lines(desk.room.preflight)]  # noqa: E731
    qtbot.waitUntil(lambda: any("fewer than two" in words for words in said()))
    desk.bridge.run("item.edit", item="P04", field="key_points", value="a|b")
    qtbot.waitUntil(lambda: not any("fewer than two" in words for words in said()))


def test_what_the_sheet_could_not_say_stands_in_its_box_with_its_row(desk, qtbot):
    finding = Finding("error", "bad_value", 3, "直播价", "'abc' is not a price.")
    desk.window.rooms.show_findings([finding], {"直播价": "live_price"})
    qtbot.waitUntil(lambda: any("abc" in line.why.text() for line in lines(desk.room.preflight)))
    (line,) = [line for line in lines(desk.room.preflight) if "abc" in line.why.text()]
    assert line.mend.text() == "row 3, 直播价"
    boxes = desk.seen(desk.room.preflight).splitlines()
    assert next(text for text in boxes if text.startswith("Prices ·"))


def test_what_the_look_at_obs_found_stands_among_the_pictures(desk, qtbot):
    remark = ObsRemark(level="warning", code="scene_missing", item="P03", fields={"scene": "03_特写"})
    desk.stage.show.record((ObsChecked(remarks=(remark,)),), actor="obs")
    qtbot.waitUntil(lambda: any("03_特写" in line.why.text() for line in lines(desk.room.preflight)))
    line = next(line for line in lines(desk.room.preflight) if "03_特写" in line.why.text())
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert desk.plan.table.current_key() == "P03"
    assert desk.plan.table.currentIndex().column() == PlanColumn.SCENE


def test_a_tick_shows_who_and_when(desk, qtbot):
    desk.bridge.run("operator.set", name="小王")
    ticks = desk.room.preflight.ticks
    qtbot.mouseClick(ticks.boxes["links"], Qt.MouseButton.LeftButton)
    (tick,) = desk.state().ticks
    assert (tick.what, tick.by) == ("links", "小王")
    assert "小王" in desk.seen(ticks)
    assert ticks._by["links"].shape == "hand"


def test_the_hours_there_are_make_the_end_a_remark(desk, qtbot):
    ticks = desk.room.preflight.ticks
    ticks.start.setText("20:00")
    ticks.end.setText("20:10")
    ticks.end.entered.emit()
    qtbot.waitUntil(lambda: any("min late" in line.why.text() for line in lines(desk.room.preflight)))


def test_past_airings_stand_beside_the_row_and_measure_its_stock(desk, qtbot):
    past = Past(
        session="s0", at="2026-11-20T12:20:00.000Z", aired_ms=680_000, currency="CNY", price=8900, sold=1700,
        empty_s=(41.0, 63.0),
    )  # fmt: skip
    desk.window.rooms.show_history({"CUP": (past,)})
    desk.plan.table.select_key("P03")
    assert "11:20 · ¥89 · 1700 sold · gone in 41, 63 s" in desk.plan.card.past[0].text()
    qtbot.waitUntil(lambda: any("in the last shows" in x.why.text() for x in lines(desk.room.preflight)))
    desk.plan.table.select_key("P04")
    assert desk.plan.card.past[0].text() == "none in the log"


def test_longer_words_are_edited_below_and_a_picture_is_dropped_there(desk, qtbot, tmp_path):
    desk.plan.table.select_key("P03")
    card = desk.plan.card
    card.fields["offer"].setText("买一送一")
    qtbot.keyClick(card.fields["offer"], Qt.Key.Key_Return)
    assert desk.state().items["P03"].item.offer == "买一送一"
    image = tmp_path / "cup.png"
    QImage(20, 20, QImage.Format.Format_RGB32).save(str(image))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(image))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    card.dropEvent(drop)
    assert desk.state().items["P03"].item.picture == str(image)
    assert card.picture.isVisible()


def in_offer(desk, qtbot, typed: str = ""):
    """The offer of P03 is "live price 89"; its field has the focus, with `typed` in its place if given."""
    desk.bridge.run("item.edit", item="P03", field="offer", value="live price 89")
    desk.plan.table.select_key("P03")
    field = desk.plan.card.fields["offer"]
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    if typed:
        field.selectAll()
        qtbot.keyClicks(field, typed)
    return field


def offers(desk) -> dict[str, str]:
    return {key: row.item.offer for key, row in desk.state().items.items()}


@pytest.mark.parametrize("typed", ["", "two for 150"])
def test_a_new_row_is_empty_and_words_stay_with_the_row_they_were_typed_for(desk, qtbot, typed):
    field = in_offer(desk, qtbot, typed)
    qtbot.mouseClick(desk.plan.acts["item.add"], Qt.MouseButton.LeftButton)
    desk.plan.table.setFocus()
    (made,) = desk.state().items.keys() - {"S01", "P03", "P04"}
    assert offers(desk) == {"S01": "", "P03": typed or "live price 89", "P04": "", made: ""}
    assert field.text() == ""


@pytest.mark.parametrize("act", ["item.duplicate", "item.encore"])
def test_a_copy_has_the_words_that_were_seen_and_so_has_its_row(desk, qtbot, act):
    in_offer(desk, qtbot, "two for 150")
    qtbot.mouseClick(desk.plan.acts[act], Qt.MouseButton.LeftButton)
    (made,) = desk.state().items.keys() - {"S01", "P03", "P04"}
    desk.plan.table.select_key(made)
    desk.plan.table.setFocus()
    assert offers(desk)["P03"] == offers(desk)[made] == "two for 150"


def test_words_are_kept_for_their_row_when_a_remark_is_followed_to_another(desk, qtbot):
    field = in_offer(desk, qtbot, "two for 150")
    desk.room.preflight.jump.emit("P04", "offer")
    assert field.text() == ""
    qtbot.keyClicks(field, "by the box")
    desk.plan.table.select_key("S01")
    assert offers(desk) == {"S01": "", "P03": "two for 150", "P04": "by the box"}


def test_what_was_undone_is_not_written_again_by_leaving_its_field(desk, qtbot):
    field = in_offer(desk, qtbot, "two for 150")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.mouseClick(desk.plan.acts["undo"], Qt.MouseButton.LeftButton)
    assert field.text() == "live price 89"
    desk.plan.table.setFocus()
    assert offers(desk)["P03"] == "live price 89"


def test_an_undo_of_something_else_leaves_what_is_being_typed(desk, qtbot):
    field = in_offer(desk, qtbot)
    desk.bridge.run("item.edit", item="P04", field="offer", value="wrong")
    qtbot.keyClicks(field, "!")
    qtbot.mouseClick(desk.plan.acts["undo"], Qt.MouseButton.LeftButton)
    typed = field.text()
    assert "!" in typed
    desk.plan.table.setFocus()
    assert offers(desk) == {"S01": "", "P03": typed, "P04": ""}


@pytest.mark.parametrize("typed", ["", "two for 150"])
def test_a_sheet_read_again_is_not_overwritten_by_a_field_that_was_only_looked_at(desk, qtbot, typed):
    in_offer(desk, qtbot, typed)
    again = SheetReloaded(
        digest="2", rows=(cup(offer="from the sheet"),), order=("S01", "P03", "P04"), removed=()
    )
    desk.stage.show.record((again,), actor="甲")
    desk.plan.table.setFocus()
    assert offers(desk)["P03"] == (typed or "from the sheet")


def test_words_whose_row_is_gone_are_said_and_land_nowhere(desk, qtbot):
    in_offer(desk, qtbot, "two for 150")
    gone = SheetReloaded(digest="2", rows=(), order=("S01", "P04"), removed=("P03",))
    desk.stage.show.record((gone,), actor="甲")
    desk.plan.table.setFocus()
    assert offers(desk) == {"S01": "", "P04": ""}
    assert desk.plan.answer.text() == "Not kept, as its row is gone: two for 150"


def test_words_typed_for_another_show_do_not_land_in_the_one_opened_now(desk, qtbot):
    in_offer(desk, qtbot, "two for 150")
    other = Stage(cup(title="Bowl"), kind="preparation").state
    plan = replace(other.plan, name="Another show")
    desk.stage.edit_state(plan=plan, items=other.items, order=other.order)
    desk.window._show_state(desk.state(), ())
    desk.plan.table.setFocus()
    assert offers(desk) == {"P03": ""}
    assert desk.plan.answer.text() == "Not kept, as its row is gone: two for 150"


def test_words_that_are_kept_in_another_spelling_are_one_edit(desk, qtbot):
    in_offer(desk, qtbot)
    field = desk.plan.card.fields["key_points"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "warm | light")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    before = desk.state().seq
    desk.plan.table.setFocus()
    assert desk.state().items["P03"].item.key_points == ("warm", "light")
    assert (field.text(), desk.state().seq) == ("warm|light", before)


def test_where_the_sheet_was_saved_is_said(desk):
    desk.stage.show.record((SheetSaved(path="/x/show (edited).xlsx", digest=""),), actor="甲")
    assert desk.plan.answer.text() == "Saved: show (edited).xlsx"


def test_an_empty_show_says_how_to_begin(console):
    made = console(Stage(kind="preparation"))
    made.stage.edit_state(order=(), items={})
    made.window.prepare.show_state(made.stage.state, 0)
    assert "press Ctrl+V" in made.seen(made.window.prepare)
