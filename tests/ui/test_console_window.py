from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from hostconsole.sheets import Finding
from hostconsole.show import events as e
from hostconsole.show.clocks import wall_at
from hostconsole.show.plan import ReleasePart, Variant
from hostconsole.ui.host_card import host_card
from hostconsole.ui.phrases import clock_of
from hostconsole.ui.review_room import SessionRow
from hostconsole.ui.strip_texts import out_short
from tests.show.stage import outputs
from tests.ui.host_stage import Stage, coffee, cup, opening


def test_before_the_first_take_nothing_is_said_to_be_on_air(console):
    desk = console()
    assert "NOTHING ON AIR" in desk.seen()
    card = desk.window.live.on_air
    assert not card.scene.isVisible() and not card.texts.isVisible()
    assert "Take puts the next item on air." in desk.seen()
    assert desk.window.windowTitle() == "秋日居家夜 — Host Console"


def test_a_take_shows_link_number_price_stock_and_clock_at_once(console):
    desk = console(Stage(opening(), cup(release=()), coffee()))
    desk.bridge.run("show.take_item", item="P03")
    card = desk.seen(desk.window.live.on_air)
    for text in ("ON AIR", "3", "316不锈钢保温杯 480ml", "¥89", "¥129", "807", "00:00", "/ 11:00"):
        assert text in card.split("\n")
    assert "Link: waiting for you" in card
    desk.stage.wait(252)
    desk.window._tick()
    assert desk.window.live.on_air.since_take.text() == "04:12"


def test_next_is_shown_with_what_take_will_do(console):
    desk = console(Stage(opening(), cup(release=(), scene="特写"), coffee()))
    desk.bridge.run("show.take")
    card = desk.seen(desk.window.live.next)
    assert "3" in card.split("\n")
    assert "特写" in card
    assert "then: 4 挂耳咖啡" in card


def test_the_take_button_takes(console, qtbot):
    desk = console()
    qtbot.mouseClick(desk.window.live.next.take, Qt.MouseButton.LeftButton)
    assert desk.stage.state.on_air.item.id == "S01"


def test_stock_shows_its_source_batch_and_what_is_held_back(console):
    desk = console()
    desk.stage.take("P03")
    desk.bridge.run("link.up", now="yes")
    desk.bridge.run("stock.count", qty="148")
    card = desk.seen(desk.window.live.on_air)
    assert "148" in card.split("\n")
    assert "batch 1 of 3" in card
    assert "Held back" in card
    assert "controller" in desk.window.live.on_air.stock.source.text()
    assert desk.window.live.on_air.stock.source.shape == "hand"


def test_a_gift_that_is_gone_stands_before_the_offer_that_promises_it(console):
    giving = cup(gift="杯刷×1", gift_stock=2, offer="直播价89元,赠杯刷1支", release=())
    desk = console(Stage(opening(), giving, coffee()))
    desk.bridge.run("show.take_item", item="P03")
    assert desk.window.live.on_air.offer.text() == "直播价89元,赠杯刷1支 · 杯刷×1"
    desk.bridge.run("stock.sold", qty="2")
    assert desk.window.live.on_air.offer.text() == "gift gone: 杯刷 · 直播价89元,赠杯刷1支"
    assert "Gift gone: 杯刷 · change the offer" in desk.seen()


def test_stock_nobody_counted_is_a_dash_and_never_a_zero(console):
    desk = console(Stage(cup(stock_total=None, release=(), variants=())))
    desk.stage.take("P03")
    assert desk.window.live.on_air.left.value.text() == "–"
    assert desk.window.live.on_air.left.note.text() == "not counted"


def test_the_only_variant_says_nothing_until_it_is_counted(console):
    desk = console(Stage(cup(variants=(Variant(name="默认", qty=None),))))
    desk.stage.take("P03")
    assert "默认" not in desk.seen(desk.window.live.on_air.stock)


def test_what_waits_is_cut_with_a_sign(console):
    desk = console(Stage(cup(), coffee(), cup(id="P09", title="A very long title of some thing")))
    desk.stage.take("P03")
    assert "A very long title…" in desk.window.live.next.then.text()


def test_a_price_change_is_named_in_the_bottom_line_and_can_be_undone_there(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    desk.bridge.run("price.set", price="88")
    assert desk.window.live.on_air.price.value.text() == "¥88"
    assert desk.window.live.done.undo.text() == "Undo: Link 3 price ¥89 → ¥88"
    qtbot.mouseClick(desk.window.live.done.undo, Qt.MouseButton.LeftButton)
    assert desk.window.live.on_air.price.value.text() == "¥89"


def test_a_refusal_says_why_where_the_act_would_stand(console):
    desk = console()
    desk.bridge.run("show.take")
    desk.bridge.run("show.take")
    assert desk.window.live.done.notice.isVisible()
    assert "Too soon" in desk.window.live.done.notice.text()


def test_the_scene_lamp_says_only_what_was_seen(console):
    desk = console(Stage(cup(scene="特写")))
    desk.stage.take("P03")
    lamp = desk.window.live.on_air.scene
    record = desk.stage.show.record
    record((e.ObsReady(version="31", scene="", scenes=("特写",), inputs=(), transition_ms=300),), actor="obs")
    record((e.SceneAsked(scene="特写", order=1),), actor="obs")
    assert (lamp.text(), lamp.shape) == ("Asked", "half")
    record((e.SceneAccepted(scene="特写", order=1, ms=1.9),), actor="obs")
    assert lamp.text() == "Switching"
    record((e.SceneShown(scene="特写", order=1, ms=305.0),), actor="obs")
    assert (lamp.text(), lamp.shape, lamp.tone) == ("On screen 0.3 s", "check", "fine")


def test_a_scene_switched_in_obs_by_hand_is_shown_beside_the_item_on_air(console):
    desk = console(Stage(cup(scene="特写")))
    desk.stage.take("P03")
    record = desk.stage.show.record
    ready = e.ObsReady(version="31", scene="", scenes=("特写", "俯拍"), inputs=(), transition_ms=0)
    shown = e.SceneShown(scene="特写", order=1, ms=30.0)
    record((ready, e.SceneAsked(scene="特写", order=1), shown), actor="obs")
    record((e.SceneShown(scene="俯拍"),), actor="obs")
    lamp = desk.window.live.on_air.scene
    assert (lamp.text(), lamp.shape, lamp.tone) == ("OBS shows 俯拍", "half", "waiting")


def test_a_lost_obs_leaves_no_old_proof_standing(console):
    desk = console(Stage(cup(scene="特写")))
    desk.stage.take("P03")
    desk.stage.show.record((e.SceneAsked(scene="特写", order=1),), actor="obs")
    desk.stage.show.record((e.SceneShown(scene="特写", order=1, ms=305.0),), actor="obs")
    desk.stage.show.record((e.ObsLinkChanged(was="ready", now="lost"),), actor="obs")
    assert desk.window.live.on_air.scene.text() == "No OBS"
    assert "OBS lost 0 s" in desk.seen(desk.window.status)
    assert desk.window.alert.words.text() == "OBS is lost: look whether it still sends"


def test_nothing_is_offered_in_an_ended_session(console):
    desk = console()
    desk.stage.take("P03")
    desk.bridge.run("show.end", sure="yes")
    assert not desk.window.live.done.undo.isEnabled()
    assert not desk.window.live.next.take.isEnabled()
    assert "This session has ended. Its log is in Review." in desk.seen()


def test_the_worst_alert_stands_first_with_the_count_of_the_others(console):
    desk = console(
        Stage(cup(release=(ReleasePart(qty=10, when="open"),), stock_total=10, buffer=0, variants=()))
    )
    desk.stage.take("P03")
    desk.bridge.run("link.up", now="yes")
    desk.bridge.run("batch.gone")
    desk.stage.show.record((e.TroubleMet(code="feed", text="The shop does not answer."),), actor="feed")
    row = desk.window.alert
    assert row.words.text() == "Link 3 · Sold out, 10 in 0.0 s · link down"
    assert row.others.text() == "1 more"
    assert row.property("level") == "red"
    row.mend.click()
    assert desk.stage.state.items["P03"].link.status == "down"


def test_what_the_window_shows_fits_at_its_smallest(console):
    desk = console()
    desk.stage.take("P03")
    desk.window.resize(1280, 720)
    for button in desk.window.live.on_air.air_actions.buttons.values():
        assert button.geometry().bottom() <= desk.window.live.on_air.air_actions.height()
        assert button.fontMetrics().horizontalAdvance(button.text()) < button.width()
    assert desk.window.live.on_air.geometry().bottom() < desk.window.live.next.geometry().top()


def test_cues_are_sent_by_button_and_shown_as_seen(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    qtbot.mouseClick(desk.window.live.host.cues.buttons[3], Qt.MouseButton.LeftButton)
    assert desk.window.live.host.cue.text() == "催拍 再说一遍链接"
    assert desk.window.live.host.seen.text() == "Sent 0 s ago"
    desk.stage.wait(3.1)
    desk.bridge.run("cue.ack")
    assert desk.window.live.host.seen.text() == "Seen 0 s ago"
    for waited, words in ((3, "Seen 3 s ago"), (240, "Seen 4 min ago")):
        desk.stage.wait(waited)
        desk.window._tick()
        assert desk.window.live.host.seen.text() == words


def test_key_points_are_ticked_by_a_click(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    qtbot.mouseClick(desk.window.live.host.points.points[1], Qt.MouseButton.LeftButton)
    assert desk.stage.state.items["P03"].said == (2,)
    assert desk.window.live.host.points.head.text() == "Key points 1/4"
    assert desk.window.live.host.points.points[1].shape == "check"


def test_of_twelve_key_points_those_out_of_sight_are_counted_and_reached_and_ticked(console, qtbot):
    desk = console(Stage(cup(key_points=tuple(f"p{n}" for n in range(1, 13))), coffee()))
    desk.stage.take("P03")
    points = desk.window.live.host.points

    def shown() -> list[str]:
        return [point.text() for point in points.points if point.isVisible()]

    assert shown() == [f"p{n}" for n in range(1, 9)]
    assert (points.more.text(), points.more.isVisible()) == ("+4 more", True)
    assert points.more.toolTip() == "9  p9\n10  p10\n11  p11\n12  p12"
    qtbot.mouseClick(points.more, Qt.MouseButton.LeftButton)
    assert shown() == [f"p{n}" for n in range(5, 13)]
    qtbot.mouseClick(points.points[7], Qt.MouseButton.LeftButton)
    assert desk.stage.state.items["P03"].said == (12,)
    assert points.points[7].shape == "check"
    assert points.head.text() == "Key points 1/12"
    qtbot.mouseClick(points.more, Qt.MouseButton.LeftButton)
    assert shown()[0] == "p1"
    desk.stage.take("P04")
    assert not points.more.isVisible()


def test_the_key_points_follow_to_the_first_not_said_and_to_one_ticked_out_of_sight(console, qtbot):
    desk = console(Stage(cup(key_points=tuple(f"p{n}" for n in range(1, 13))), coffee()))
    desk.stage.take("P03")
    points = desk.window.live.host.points
    for _ in range(7):
        desk.bridge.run("point.tick")
    assert "p9" not in desk.seen(points)
    desk.bridge.run("point.tick")
    assert "p12" in desk.seen(points)
    desk.bridge.run("point.tick", n="1")
    assert points.points[0].text() == "p1"
    assert points.points[0].shape == "box"


def test_unsaved_acts_and_unbound_keys_turn_a_lamp(console):
    desk = console()
    desk.bridge.unsaved.emit(3, "The disk is full.")
    assert "NOT SAVED: 3, retrying" in desk.seen(desk.window.status)
    desk.bridge.unsaved.emit(0, "")
    assert "NOT SAVED" not in desk.seen(desk.window.status)


def test_prepare_shows_the_plan_and_what_was_found_in_it(console, qtbot):
    desk = console(Stage(kind="preparation"))
    finding = Finding("error", "bad_value", 3, "库存", "“many” is not a number.")
    desk.window.rooms.show_findings((finding,), {"库存": "stock_total"})
    assert desk.window.room() == "prepare"
    assert desk.window.prepare.plan.model.rowCount() == 3
    qtbot.waitUntil(lambda: "“many” is not a number." in desk.seen(desk.window.prepare))
    text = desk.seen(desk.window.prepare)
    assert "3 items · 2 products · 23 minutes planned" in text
    assert "row 3, 库存" in text
    assert "to look at" in text


def test_a_rehearsal_begun_in_prepare_opens_the_live_room(console, qtbot):
    desk = console(Stage(kind="preparation"))
    qtbot.mouseClick(desk.window.prepare.session.rehearse, Qt.MouseButton.LeftButton)
    assert desk.stage.state.mode == "rehearsal"
    assert desk.window.room() == "live"
    assert "REHEARSAL" in desk.seen(desk.window.status)


def test_the_operator_is_named_in_prepare(console, qtbot):
    desk = console(Stage(kind="preparation"))
    desk.window.prepare.name.setText("中控甲")
    qtbot.keyClick(desk.window.prepare.name, Qt.Key.Key_Return)
    assert desk.stage.state.operator == "中控甲"


def test_review_lists_sessions_and_asks_for_an_export(console, qtbot):
    desk = console()
    desk.window.show_room("review")
    assert "No session yet" in desk.seen(desk.window.review)
    row = SessionRow(
        id="s7",
        show="秋日",
        kind="live",
        started="2026-11-22T12:00:00.000Z",
        ended="2026-11-22T15:04:00.000Z",
    )
    desk.window.rooms.show_sessions((row,))
    assert desk.window.review.model.rowCount() == 1
    assert desk.window.review.chosen() == row


def test_geometry_is_kept_through_the_callables_only(console):
    kept: dict[str, bytes] = {}
    first = console(kept=kept)
    first.window.resize(1300, 800)
    first.bridge.run("show.end", sure="yes")
    first.window.close()
    assert kept["console.geometry"]
    assert console(kept=kept).kept is kept


def test_the_language_changes_while_running(console, qtbot):
    desk = console()
    desk.bridge.run("show.take")
    desk.window._speak("zh")
    qtbot.waitUntil(lambda: "讲解中" in desk.seen())
    assert "ON AIR" not in desk.seen()
    assert desk.saved == ["zh"]


def test_the_second_ten_cues_are_sent_by_mouse(console, qtbot):
    desk = console()
    pad = desk.window.live.host.cues
    qtbot.mouseClick(pad.more, Qt.MouseButton.LeftButton)
    assert pad.buttons[10].text() == "谢谢,好!"
    qtbot.mouseClick(pad.buttons[10], Qt.MouseButton.LeftButton)
    assert desk.stage.state.cues[-1].preset == 20
    qtbot.mouseClick(pad.more, Qt.MouseButton.LeftButton)
    assert pad.buttons[10].text() == "停!这句别说"


def test_a_cue_that_wants_words_waits_for_them(console, qtbot):
    desk = console()
    pad = desk.window.live.host.cues
    qtbot.mouseClick(pad.buttons[7], Qt.MouseButton.LeftButton)
    assert desk.stage.state.cues == ()
    qtbot.keyClicks(pad.words, "48h")
    qtbot.keyClick(pad.words, Qt.Key.Key_Return)
    assert desk.stage.state.cues[-1].text == "看公屏 答:48h"


def test_without_an_obs_no_lamp_pretends_that_a_scene_is_missing(console):
    desk = console(Stage(cup(scene="特写")))
    desk.stage.take("P03")
    assert desk.window.live.on_air.scene.text() == "No OBS"


def test_closing_on_air_takes_a_second_press(console, qtbot):
    desk = console()
    desk.stage.take("P03")
    with qtbot.assertNotEmitted(desk.window.closed):
        desk.window.close()
    assert "close once more" in desk.seen(desk.window.live.done)
    with qtbot.waitSignal(desk.window.closed, timeout=1000):
        desk.window.close()


def test_a_window_closes_at_once_while_nothing_runs(console, qtbot):
    desk = console()
    desk.bridge.run("show.end", sure="yes")
    with qtbot.waitSignal(desk.window.closed, timeout=1000):
        desk.window.close()


def test_going_live_after_a_rehearsal_says_what_was_kept_and_what_was_not(console):
    desk = console()
    desk.stage.take("P03")
    desk.bridge.run("show.go_live")
    said = desk.window.live.done.notice.text()
    assert said.startswith("Kept: words, order, prices, scenes")
    assert said.endswith("Dropped: airings, stock, cues, timers.")


def on_air_after_another(console):
    desk = console(Stage(cup(), coffee(), opening()))
    desk.bridge.run("show.take_item", item="P03")
    desk.stage.wait(30)
    desk.bridge.run("show.take_item", item="P04")
    return desk


def test_back_within_ten_seconds_says_that_a_misfire_was_taken_back(console):
    desk = on_air_after_another(console)
    desk.stage.wait(5)
    desk.bridge.run("show.back")
    assert desk.window.live.done.notice.text() == "Misfire taken back: Link 4. Link 3 goes on, airing 1"


def test_back_after_ten_seconds_says_that_another_airing_has_begun(console):
    desk = on_air_after_another(console)
    desk.stage.wait(15)
    desk.bridge.run("show.back")
    live = desk.window.live
    assert live.done.notice.text() == "Back to Link 3: airing 2 has begun"
    assert live.done.undo.text() == "Undo: back to Link 3"
    desk.stage.wait(15)
    desk.bridge.run("undo")
    assert live.done.notice.text() == "Back to Link 4: airing 2 has begun"
    assert (live.on_air.link_no.text(), live.next.title.text()) == ("4", "开场")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_the_sign_of_undo_stands_whole_behind_a_past_act_at_every_size(console, size):
    desk = console()
    desk.window.resize(*size)
    desk.bridge.run("price.set", item="P03", price="88")
    act = desk.window.live.done.acts[0]
    assert act.text().endswith("↶")
    assert act.width() >= QPushButton.sizeHint(act).width()


def test_what_was_undone_is_named(console):
    desk = console()
    desk.stage.take("P03")
    desk.bridge.run("price.set", price="88")
    desk.bridge.run("undo")
    assert desk.window.live.done.notice.text() == "Taken back: Link 3 price ¥89 → ¥88"
    QApplication.processEvents()
    desk.bridge.run("price.set", price="87")
    assert not desk.window.live.done.notice.isVisible()


def test_as_many_of_the_last_acts_are_named_as_there_is_room_for(console, qtbot):
    desk = console(Stage(cup(), coffee(), opening()))
    done = desk.window.live.done

    def shown() -> list[str]:
        return [act.text() for act in done.acts if act.isVisible()]

    for item in ("P03", "P04", "S01"):
        desk.stage.take(item)
    qtbot.waitUntil(lambda: len(shown()) == 3 and "…" not in "".join(shown()))
    desk.bridge.run("price.set", item="P03", price="88", confirm="yes")
    desk.bridge.run("price.set", item="P03", price="86.5", confirm="yes")
    qtbot.waitUntil(lambda: len(shown()) == 2 and "…" not in "".join(shown()))
    done.resize(640, done.height())
    assert (len(shown()), "…" in "".join(shown())) == (2, True)


def test_an_and_in_a_name_is_written_where_the_act_is_named(console, qtbot):
    desk = console(Stage(opening(title="Opening & house rules"), cup()))
    desk.stage.take("S01")
    act = desk.window.live.done.acts[0]
    qtbot.waitUntil(lambda: act.isVisible() and "…" not in act.text())
    assert "Opening && ho" in act.text(), "a button takes a single & for the letter of a key"
    assert act.shortcut().isEmpty()


def test_under_the_safe_picture_no_lamp_says_that_the_item_is_on_screen(console):
    desk = console(Stage(cup(scene="特写")))
    record = desk.stage.show.record
    ready = e.ObsReady(version="31", scene="", scenes=("特写", "稍等"), inputs=("hc:price",), transition_ms=0)
    record((ready,), actor="obs")
    desk.stage.take("P03")
    shown_on_air(desk, "特写", order=1)
    record((e.TextsShown(names=("price",), ms=2.0),), actor="obs")
    card = desk.window.live.on_air
    assert ("On screen" in card.scene.text(), card.texts.isVisible()) == (True, True)
    desk.bridge.run("obs.safe_scene")
    shown_on_air(desk, "稍等", order=2)
    assert (card.scene.text(), card.scene.shape, card.scene.tone) == ("Safe picture", "half", "waiting")
    assert not card.texts.isVisible()
    assert out_short(desk.stage.state, 0, desk.stage.rules) == ("half", "Safe picture", "waiting")
    desk.bridge.run("obs.safe_scene")
    shown_on_air(desk, "特写", order=3)
    assert ("On screen" in card.scene.text(), card.texts.isVisible()) == (True, True)


def shown_on_air(desk, scene: str, *, order: int) -> None:
    for event in (
        e.SceneAsked(scene=scene, order=order),
        e.SceneAccepted(scene=scene, order=order, ms=2.0),
        e.SceneShown(scene=scene, order=order, ms=20.0),
    ):
        desk.stage.show.record((event,), actor="obs")


def test_a_note_for_before_the_take_is_not_called_late_after_it(console):
    desk = console(Stage(opening(cues="T-20s 灯光就位|T0 打点"), coffee()))
    desk.stage.take("S01")
    desk.stage.wait(2)
    desk.window._tick()
    steps = [button for button in desk.window.live.do_line.steps if button.isVisible()]
    words = [button.text() for button in steps]
    assert "灯光就位 (was for before the take)" in words
    assert not any("late" in text for text in words)
    desk.stage.wait(14)
    desk.window._tick()
    assert next(button.text() for button in steps if button.isVisible()) == "打点 (late 00:16)"


def test_who_did_it_is_said_in_the_windows_language_when_nobody_gave_a_name(console, speech):
    desk = console(Stage(cup(), coffee()))
    speech.speak("zh")
    desk.stage.take("P03")
    desk.bridge.run("link.up", now="yes")
    desk.bridge.run("stock.count", qty="148")
    desk.window.live.handover.open()
    told = desk.seen()
    assert "中控" in desk.seen(desk.window.live.on_air)
    assert "controller" not in told


def test_batch_gone_is_offered_once_something_can_be_bought_and_named_for_what_there_is(console):
    desk = console(Stage(coffee(), cup()))
    button = desk.window.live.on_air.air_actions.buttons["batch.gone"]
    desk.stage.take("P04")
    assert (button.isEnabled(), button.text()) == (False, "All gone")
    desk.bridge.run("link.up", now="yes")
    assert button.isEnabled()
    desk.stage.take("P03")
    assert (button.isEnabled(), button.text()) == (False, "Batch gone")
    desk.bridge.run("link.up", now="yes")
    assert button.isEnabled()


def test_all_is_well_only_where_what_goes_out_is_watched(console):
    desk = console(Stage(opening(), kind="preparation"))
    record, row = desk.stage.show.record, desk.window.alert
    desk.bridge.run("show.go_live")
    assert (row.words.text(), row.lamp.shape) == ("No OBS: nobody watches what goes out", "ring")
    record((e.ObsLinkChanged(was="off", now="simulated"),), actor="obs")
    assert (row.words.text(), row.lamp.shape) == ("OBS is simulated: nothing goes out", "ring")
    record((e.ObsReady(version="31", scene="", scenes=("A",), inputs=(), transition_ms=0),), actor="obs")
    assert row.words.text() == "No alert · nothing is recorded"
    record((outputs(streaming=True, recording=True),), actor="obs")
    assert (row.words.text(), row.lamp.shape) == ("All well", "check")


@pytest.mark.parametrize(("language", "said"), [("en", "Not recording"), ("zh", "没有录像")])
def test_live_without_a_recording_is_a_red_cross_and_a_rehearsal_a_quiet_ring(
    console, speech, language: str, said: str
) -> None:
    desk = console(Stage(opening(), kind="preparation"))
    speech.speak(language)
    ready = e.ObsReady(version="31", scene="", scenes=("A",), inputs=(), transition_ms=0)
    lamp, record = desk.window.status.rec, desk.stage.show.record
    record((ready,), actor="obs")
    assert (lamp.text(), lamp.shape, lamp.tone) == (said, "ring", "faint")
    desk.bridge.run("show.go_live")
    record((outputs(streaming=True),), actor="obs")
    assert (lamp.text(), lamp.shape, lamp.tone) == (said, "cross", "bad")
    assert "OBS" in lamp.explanation()
    record((outputs(streaming=True, recording=True),), actor="obs")
    assert (lamp.shape, lamp.tone) == ("disc", "fine")


def test_an_obs_that_does_not_answer_is_not_said_to_be_starting(console):
    desk = console()
    connecting = e.ObsLinkChanged(was="off", now="connecting", why="connection refused")
    desk.stage.show.record((connecting,), actor="obs")
    assert desk.window.status.obs.text() == "OBS starting"
    desk.stage.wait(4)
    desk.window._tick()
    assert (desk.window.status.obs.text(), desk.window.status.obs.shape) == ("OBS not there", "cross")
    assert "OBS is not there" in desk.window.alert.words.text()


def test_going_on_after_a_crash_says_since_when_and_that_obs_was_left_alone(console):
    desk = console()
    desk.stage.take("P03")
    left = desk.stage.state
    desk.stage.wait(125)
    desk.stage.show.resume(left, simulated=False)
    assert desk.window.live.done.notice.text() == (
        f"Carried on from {clock_of('2026-11-23T12:00:02Z')}; nothing was sent to OBS"
    )


def test_after_a_restart_the_lamp_says_whether_obs_shows_the_scene_that_nobody_sent(console):
    desk = console(Stage(cup(scene="特写")))
    desk.stage.take("P03")
    lamp = desk.window.live.on_air.scene
    for shown, words in (("别的", "Scene not sent yet"), ("特写", "On screen")):
        ready = e.ObsReady(version="31", scene=shown, scenes=("特写", "别的"), inputs=(), transition_ms=0)
        desk.stage.show.record((ready,), actor="obs")
        assert lamp.text() == words


def test_going_live_leaves_the_keyboard_with_the_queue_not_with_the_end(console, qtbot):
    desk = console()
    live = desk.window.live
    live.session.go_live.setFocus()
    assert live.session.go_live.hasFocus()
    desk.bridge.run("show.go_live")
    assert desk.stage.state.mode == "live"
    assert live.queue.view.hasFocus()


def test_in_prepare_going_live_says_that_it_is_held_and_the_desk_is_handed_over_in_live_alone(console, qtbot):
    desk = console()
    desk.window.show_room("prepare")
    session = desk.window.prepare.session
    qtbot.waitUntil(lambda: session.go_live.width() >= session.go_live.sizeHint().width())
    assert session.go_live.hint == "hold 1 s"
    assert not session.handover.isVisible()
    desk.window.show_room("live")
    assert desk.window.live.session.handover.isVisible()


def test_the_time_of_day_is_the_shows_own_at_the_desk_as_on_the_hosts_screen(console):
    desk = console(Stage(cup(planned_s=660), coffee(planned_s=360)))
    desk.stage.take("P03")
    desk.stage.wait(60)
    desk.window._tick()
    state, now_ms = desk.stage.state, desk.stage.show.now_ms()
    card = host_card(state, now_ms, desk.stage.rules)
    line = desk.window.status
    assert line.clock.text().rpartition(":")[0] == card.wall
    ends = (wall_at(state, now_ms) + timedelta(minutes=10 + 6)).astimezone()
    assert line.late.text() == f"On time · ends {ends:%H:%M}"
    assert f"{ends:%H:%M}" in card.late.text
