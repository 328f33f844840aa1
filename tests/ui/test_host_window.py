from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from hostconsole.keys.clicker import taught
from hostconsole.keys.table import KeyTable
from hostconsole.show.clocks import prompter_at
from hostconsole.show.rules import Rules
from hostconsole.ui import host_surface
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.host_sizes import font_px
from hostconsole.ui.host_surface import HostLook
from hostconsole.ui.host_window import HostWindow
from tests.ui.host_stage import Stage, coffee, cup, opening

Opened = Callable[..., HostWindow]

AWKWARD = {
    "empty": "",
    "one long line": "字" * 50_000,
    "no spaces": "a" * 3_000,
    "emoji": "😀👩‍👩‍👧‍👦🇨🇳" * 300,
    "right to left": "مرحبا بكم في العرض " * 100,
    "control characters": "".join(map(chr, range(32))) * 40 + "\x7f\u202e\u2028\ufeff" * 40,
    "lone surrogates": "\ud800 好 \udfff" * 60,
    "only line ends": "\n" * 2_000,
    "broken markup": "**粗 [[没关 <b> {price {{stock}} \\",
    "unknown tokens": "{no} {{无}} {} {{}} {price:2} {{{{price}}}} {" + "长" * 300 + "} " * 40,
    "broken Markdown": "# \n#### 五\n- \n* \n** ** **a*b** ==没关 ==紫:x== ::何 \n::low\n::low\n]] [[ ]]\n"
    * 9,
}


@pytest.fixture
def opened(qtbot) -> Iterator[Opened]:
    # pytest-qt keeps windows weakly: without this a shown window could be collected in mid-test.
    windows: list[HostWindow] = []

    def show(stage: Stage, *, size=(1920, 1080), **more) -> HostWindow:
        window = HostWindow(
            Bridge(show=stage.show),
            rules=stage.rules,
            remember=lambda name, value: None,
            recall=lambda name: None,
            tell=lambda shown, why: None,
            **more,
        )
        windows.append(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.grab()
        return window

    yield show
    for window in windows:
        window.leave()
        window.deleteLater()


def on_sale() -> Stage:
    stage = Stage(cup(), coffee(), opening())
    stage.take("P03")
    stage.do("link.up", now="yes")
    return stage


def press(
    window: HostWindow, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier, *, again: bool = False
) -> None:
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, held, "", again))


def seen(window: HostWindow) -> str:
    window.surface._look_again()
    window.grab()
    return "\n".join(window.surface.texts())


def test_the_title_names_the_show(opened: Opened):
    assert opened(Stage()).windowTitle() == "秋日居家夜 — Host Screen"


def test_a_take_is_on_the_hosts_screen_at_once(opened: Opened):
    stage = Stage(cup(), coffee())
    window = opened(stage)
    stage.take("P03")
    window.grab()
    assert {"3号", "¥89", "¥129", "现场测温"} <= set(window.surface.texts())


def test_a_new_price_and_a_new_count_replace_the_old_ones(opened: Opened):
    stage = on_sale()
    window = opened(stage)
    stage.do("price.set", price="86")
    stage.do("stock.count", qty="148")
    texts = seen(window).split("\n")
    assert ("¥86" in texts, "148" in texts, "¥89" in texts, "刚改" in texts) == (True, True, False, True)


def test_link_number_is_the_largest_and_price_and_left_are_large_enough_from_afar(opened: Opened):
    window = opened(on_sale(), look=HostLook(distance_m=1.5))
    size = {written.part: written.px for written in window.surface.written()}
    enough = font_px(40, distance_m=1.5, dots_per_mm=window.screen().physicalDotsPerInch() / 25.4)
    assert size["link"] > size["price"] >= enough
    assert size["left"] >= enough


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1080, 1920), (960, 540)])
@pytest.mark.parametrize("cued", [False, True])
def test_nothing_on_the_card_overlaps_or_leaves_the_screen(opened: Opened, size, language, cued):
    stage = Stage(
        cup(must_say=("必须说的话" * 30,), notes="注" * 80), coffee(), rules=Rules(host_language=language)
    )
    stage.take("P03")
    stage.do("link.up", now="yes")
    stage.do("price.set", price="87.55")
    stage.wait(900)
    if cued:
        stage.do("cue.send", preset="3")
        stage.do("cue.send", preset="15", text="是240克不是250克")
    window = opened(stage, size=size)
    whole = QRectF(0, 0, *size)
    boxes = [
        (w.text, w.box.adjusted(1, w.box.height() * 0.2, -1, -w.box.height() * 0.2))
        for w in window.surface.written()
    ]
    assert [text for text, box in boxes if not whole.contains(box)] == []
    crossing = [
        (a, b) for n, (a, one) in enumerate(boxes) for b, other in boxes[n + 1 :] if one.intersects(other)
    ]
    assert crossing == []


def test_the_label_of_a_change_does_not_cover_the_number(opened: Opened):
    for price in ("86", "87.55", "1299.50"):
        stage = Stage(cup(price=8900, floor_price=None), coffee(), rules=Rules(host_language="en"))
        stage.take("P03")
        stage.do("price.set", price=price, confirm="yes")
        for size in ((1920, 1080), (1280, 720), (1080, 1920)):
            box = {written.part: written.box for written in opened(stage, size=size).surface.written()}
            assert not box["changed"].intersects(box["price"]), (price, size)


def test_from_three_metres_words_stay_large_and_turn_over_pages_instead(opened: Opened):
    points = tuple(f"第{n}点,一句话说清楚,不长不短正好一行" for n in range(1, 10))
    stage = Stage(cup(key_points=points))
    stage.take("P03")
    look = HostLook(distance_m=3.0)
    window = opened(stage, look=look)
    dots = window.screen().physicalDotsPerInch() / 25.4
    ease = font_px(20, distance_m=3.0, dots_per_mm=dots)
    sizes = {written.px for written in window.surface.written() if written.part.startswith("point")}
    assert min(sizes) >= 0.6 * ease
    pages: set[str] = set()
    for _page in range(6):
        pages.add(seen(window))
        stage.wait(6)
    assert all(any(f"第{n}点" in page for page in pages) for n in range(1, 10))


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_time_of_day_and_the_shows_end_are_never_cut(opened: Opened, size):
    stage = Stage(cup(), coffee(planned_s=40_000), rules=Rules(host_language="en"))
    stage.take("P03")
    stage.wait(3 * 3600)
    window = opened(stage, size=size)
    clock = next(written.text for written in window.surface.written() if written.part == "clock")
    assert "ends" in clock
    assert "…" not in clock


def test_words_that_cannot_fit_turn_over_pages_and_all_are_shown(opened: Opened):
    points = tuple(f"第{n}点 " + "说得很长" * 40 for n in range(1, 9))
    stage = Stage(cup(key_points=points))
    stage.take("P03")
    window = opened(stage, size=(1280, 720))
    pages: set[str] = set()
    for _page in range(12):
        pages.add(seen(window))
        stage.wait(6)
    missing = [n for n in range(1, 9) if not any(f"第{n}点" in page for page in pages)]
    assert (len(pages) > 1, missing) == (True, [])


def test_no_figure_the_host_must_not_know_is_ever_painted(opened: Opened):
    stage = on_sale()
    window = opened(stage)
    painted = seen(window)
    for step in (
        "stock.release",
        "batch.gone",
        "stock.release",
        "cue.send preset=8",
        "batch.gone",
        "link.down",
    ):
        command, _, preset = step.partition(" preset=")
        stage.do(command, **({"preset": preset} if preset else {}))
        painted += seen(window)
    window.surface.other_layout()
    painted += seen(window)
    assert [secret for secret in ("85.71", "93", "607", "357") if secret in painted] == []


def test_space_answers_the_cue_and_else_runs_the_prompter(opened: Opened):
    stage = Stage(opening(), cup())
    stage.take("S01")
    window = opened(stage)
    stage.do("cue.send", preset="3")
    press(window, Qt.Key.Key_Space)
    assert (stage.state.cues[-1].seen_ms is not None, stage.state.prompter.running) == (True, False)
    press(window, Qt.Key.Key_Space)
    assert stage.state.prompter.running


def test_a_held_space_toggles_once(opened: Opened):
    stage = Stage(opening(), cup())
    stage.take("S01")
    window = opened(stage)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Space, again=True)
    press(window, Qt.Key.Key_Space, again=True)
    assert stage.state.prompter.running


def test_a_clicker_ticks_points_on_a_card_and_takes_the_tick_back(opened: Opened):
    stage = on_sale()
    window = opened(stage)
    press(window, Qt.Key.Key_PageDown)
    press(window, Qt.Key.Key_PageDown)
    assert stage.state.items["P03"].said == (1, 2)
    press(window, Qt.Key.Key_PageUp)
    assert stage.state.items["P03"].said == (1,)


def test_a_clicker_moves_lines_in_the_scroll_and_speed_has_its_keys(opened: Opened):
    stage = Stage(opening(script="第一句。第二句。第三句。"), cup())
    stage.take("S01")
    window = opened(stage)
    press(window, Qt.Key.Key_PageDown)
    press(window, Qt.Key.Key_PageDown)
    assert stage.state.prompter.at == 8.0
    press(window, Qt.Key.Key_Home)
    assert stage.state.prompter.at == 0.0
    press(window, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert stage.state.prompter.pace == 260


def test_the_host_may_read_a_card_as_a_scroll_until_the_next_item(opened: Opened):
    stage = on_sale()
    window = opened(stage)
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.surface.card.layout == "scroll"
    stage.take("P04")
    assert window.surface.card.layout == "card"


def test_stop_is_the_only_thing_to_read(opened: Opened):
    stage = on_sale()
    window = opened(stage)
    stage.do("cue.send", preset="10")
    assert seen(window).split("\n") == ["停!这句别说", "空格 = 看到了"]


def test_frames_run_only_while_the_words_move(opened: Opened):
    stage = Stage(opening(script="字" * 100), cup())
    stage.take("S01")
    window = opened(stage)
    frames = window.surface.frame_timer
    assert not frames.isActive()
    stage.do("prompter.toggle")
    assert (frames.isActive(), frames.timerType()) == (True, Qt.TimerType.PreciseTimer)
    stage.do("prompter.toggle")
    assert not frames.isActive()
    stage.do("prompter.toggle")
    stage.wait(60)
    window.surface._look_again()
    assert not frames.isActive(), "the text is read to its end"
    assert window.surface.place() == 100


def test_the_line_at_the_mark_stays_when_the_window_changes_its_size(opened: Opened):
    stage = Stage(opening(script="".join(f"这是第{n}句话,说得不长不短。" for n in range(400))), cup())
    stage.take("S01")
    stage.do("prompter.toggle")
    window = opened(stage)
    stage.wait(300)
    at = round(prompter_at(stage.state, stage.show.now_ms()))
    for size in ((1920, 1080), (1280, 720), (1080, 1920), (3840, 2160)):
        window.resize(*size)
        window.grab()
        line = window.surface.prompter.lines.at(at)
        assert line.start <= at < line.end
        top = next(y for found, y in window.surface.prompter.placed(at) if found.key == line.key)
        mark = window.surface.prompter.mark_y
        assert top <= mark <= top + window.surface.prompter.lines.height


def test_ten_minutes_of_reading_keep_the_set_pace_over_two_resizes(opened: Opened):
    stage = Stage(opening(script="字" * 6_000), cup(), rules=Rules(pace=300))
    stage.take("S01")
    stage.do("prompter.toggle")
    stage.do("prompter.faster")
    stage.do("prompter.slower")
    pace = stage.state.prompter.pace
    window = opened(stage)
    began = window.surface.place()
    for minute in range(10):
        stage.wait(60)
        if minute in (3, 7):
            window.resize(1280 if minute == 3 else 1600, 720)
        window.grab()
    read = window.surface.place() - began
    assert read == pytest.approx(10 * pace, rel=0.01)
    assert window.surface.place() == pytest.approx(prompter_at(stage.state, stage.show.now_ms()), abs=0.02)


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_texts_are_shown_as_text(opened: Opened, name: str):
    text = AWKWARD[name]
    stage = Stage(
        opening(script=text), cup(title=text, key_points=(text or "无",), must_say=(text,), script=text)
    )
    stage.take("S01")
    window = opened(stage, size=(1280, 720))
    stage.do("prompter.toggle")
    for _step in range(20):
        stage.wait(7)
        seen(window)
    stage.take("P03")
    seen(window)
    assert window.surface.card.layout == "card"


@pytest.mark.parametrize("mirror", [(True, False), (False, True), (True, True)])
@pytest.mark.parametrize("item", ["P03", "S01"])
def test_a_mirrored_screen_is_the_mirror_of_the_plain_one(opened: Opened, mirror, item: str):
    stage = Stage(opening(script="字句。" * 400), cup())
    stage.take(item)
    across, down = mirror
    plain = opened(stage, size=(960, 540)).surface.grab().toImage()
    look = HostLook(mirror_horizontally=across, mirror_vertically=down)
    turned = opened(stage, size=(960, 540), look=look).surface.grab().toImage()
    back = (
        turned.flipped(_sides(across, down)) if hasattr(turned, "flipped") else turned.mirrored(across, down)
    )
    different = sum(
        abs(plain.pixelColor(x, y).lightness() - back.pixelColor(x, y).lightness()) > 90
        for x in range(0, 960, 3)
        for y in range(0, 540, 3)
    )
    assert different < 0.01 * (960 * 540 / 9)


def _sides(across: bool, down: bool) -> Qt.Orientation:
    sides = Qt.Orientation(0)
    if across:
        sides |= Qt.Orientation.Horizontal
    if down:
        sides |= Qt.Orientation.Vertical
    return sides


def test_the_hosts_language_changes_while_it_runs(opened: Opened):
    window = opened(on_sale())
    window.set_rules(Rules(host_language="en"))
    assert "Link 3" in seen(window).split("\n")


def test_showing_it_takes_no_focus_and_no_input_method(opened: Opened):
    window = opened(on_sale())
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


@pytest.mark.parametrize("key", [Qt.Key.Key_F5, Qt.Key.Key_Escape])
def test_a_clickers_start_key_runs_and_pauses_the_prompter_and_sees_a_cue(opened: Opened, key):
    stage = Stage(opening())
    stage.take("S01")
    window = opened(stage)
    press(window, key)
    assert stage.state.prompter.running
    stage.do("cue.send", preset="3")
    press(window, key)
    assert (stage.state.prompter.running, stage.state.cues[-1].seen_ms) == (True, 0)
    press(window, key)
    assert not stage.state.prompter.running


def test_a_clickers_full_stop_changes_card_and_scroll(opened: Opened):
    stage = on_sale()
    window = opened(stage)
    press(window, Qt.Key.Key_Period)
    assert window.surface.card.layout == "scroll"


def test_a_page_on_brings_what_stood_low_to_the_mark_and_a_page_back_returns(opened: Opened):
    stage = Stage(opening("".join(f"第{n}段,说一说。\n" for n in range(60))))
    stage.take("S01")
    window = opened(stage, size=(1280, 720))
    in_sight = [line.start for line, _y in window.surface.prompter.placed(0.0)]
    press(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert stage.state.prompter.at in in_sight[1:]
    press(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert stage.state.prompter.at == 0.0


def test_the_wheel_steps_by_lines_and_small_steps_add_up(opened: Opened):
    stage = Stage(opening("一。二。三。四。"))
    stage.take("S01")
    window = opened(stage)
    for turned in (-120, -60, -60, 120):
        turn_wheel(window, turned)
    assert stage.state.prompter.at == 2.0


def turn_wheel(widget: QWidget, by: int, *, held=Qt.KeyboardModifier.NoModifier, at_ms: int = 0) -> None:
    spot, none = QPointF(9, 9), Qt.MouseButton.NoButton
    turn = QWheelEvent(spot, spot, QPoint(), QPoint(0, by), none, held, Qt.ScrollPhase.NoScrollPhase, False)
    turn.setTimestamp(at_ms)
    QApplication.sendEvent(widget, turn)


def test_the_wheel_ticks_no_points_of_a_card(opened: Opened):
    stage = on_sale()
    window = opened(stage)
    turn_wheel(window, -120)
    assert stage.state.items["P03"].said == ()


def test_the_wheel_does_what_it_was_bound_to_once_a_turn_or_notch_by_notch(opened: Opened):
    stage = Stage(opening("一。二。三。四。"))
    stage.take("S01")
    table = taught(KeyTable.build(), "host.space", ("WheelDown",))
    table = taught(table, "prompter.faster", ("Ctrl+WheelUp",))
    window = opened(stage, bindings=taught(table, "host.nothing", ("WheelUp",)).bindings)
    turn_wheel(window, -120, at_ms=10_000)
    turn_wheel(window, -120, at_ms=10_080)
    assert (stage.state.prompter.running, stage.state.prompter.at) == (True, 0.0), "one turn, one act"
    turn_wheel(window, -120, at_ms=12_000)
    assert not stage.state.prompter.running
    turn_wheel(window, 240, held=Qt.KeyboardModifier.ControlModifier, at_ms=13_000)
    turn_wheel(window, 120, at_ms=14_000)
    assert (stage.state.prompter.pace, stage.state.prompter.at) == (280, 0.0)


@pytest.mark.parametrize("name", AWKWARD)
def test_tokens_of_an_awkward_card_are_text(opened: Opened, name: str):
    stage = Stage(cup(key_points=(AWKWARD[name] + "{price}",), must_say=("{{价格}} {no}",)))
    stage.take("P03")
    window = opened(stage)
    assert "必说 ¥89 {no}" in seen(window)


def _seen_from_afar(window: HostWindow) -> list[int]:
    """The picture at a twentieth of its size, in grey from 0 to 255: the edges of glyphs, which fall a
    fraction of a pixel otherwise each time they are laid out, hardly count."""
    small = (
        window.surface.grab()
        .toImage()
        .scaled(96, 54, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    )
    return [QColor(small.pixel(x, y)).lightness() for y in range(54) for x in range(96)]


def test_a_take_paints_what_matters_first_and_the_rest_in_the_next_turns(opened: Opened, qtbot, monkeypatch):
    stage = Stage(cup(), coffee())
    window = opened(stage)
    monkeypatch.setattr(host_surface, "_TURN_S", 0.0)
    stage.take("P03")
    assert window.surface.card.item == "P03"
    assert list(window.surface._written) == ["whole", "top"], "nothing is painted within the key press"
    window.surface._paint_change()
    assert list(window.surface._written) == ["name"]
    qtbot.waitUntil(lambda: not window.surface._due)
    assert {"name", "price", "left", "words", "times", "next", "top"} == set(window.surface._written)
    fresh = opened(stage)
    assert window.surface.written() == fresh.surface.written()
    pairs = zip(_seen_from_afar(window), _seen_from_afar(fresh), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 10


def test_escape_closes_the_hosts_help_and_does_nothing_else(opened: Opened):
    stage = Stage(opening())
    stage.take("S01")
    window = opened(stage)
    press(window, Qt.Key.Key_F1)
    assert window.help.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert (window.help.isVisible(), stage.state.prompter.running) == (False, False)
