"""The quick bar: what it says before Enter, what Enter does, and that it leaves no trace."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.language import Speech
from hostconsole.ui.quick_bar import QuickBar
from tests.show.stage import Stage, encore, on_air, on_stage, product

# The offscreen platform cannot raise windows, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Focus:
    """What the bar asked of the window system."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def remember(self) -> None:
        self.asked.append("remember")

    def claim(self, window: int) -> None:
        self.asked.append("claim")

    def give_back(self) -> None:
        self.asked.append("give back")


class Hand:
    """A person at the bar."""

    def __init__(self, qtbot, stage: Stage) -> None:
        self.qtbot, self.stage, self.focus = qtbot, stage, Focus()
        self.bar = QuickBar(Bridge(show=stage.show), focus=self.focus)
        qtbot.addWidget(self.bar)

    def opens(self) -> Hand:
        self.bar.open()
        self.qtbot.waitUntil(lambda: self.bar.isVisible() and self.bar.isActiveWindow())
        return self

    def types(self, text: str) -> Hand:
        self.qtbot.keyClicks(self.bar.line, text)
        return self

    def presses(self, *keys: Qt.Key) -> Hand:
        for key in keys:
            self.qtbot.keyClick(self.bar.line, key)
        return self

    def enters(self) -> Hand:
        return self.presses(Qt.Key.Key_Return)

    @property
    def said(self) -> str:
        return self.bar.answer.text()

    @property
    def open(self) -> bool:
        return self.bar.isVisible()


def shop() -> tuple:
    cup = product(
        "P3", title="保温杯", price="89", floor="70", stock=300, release=[(200, "open"), (100, "manual")]
    )
    return (
        cup,
        product("P4", title="挂耳咖啡", price="45"),
        product("P12", title="家居鞋"),
        encore("R3", of=cup),
    )


@pytest.fixture
def hand(qtbot, speech: Speech) -> Callable[..., Hand]:
    def made(stage: Stage | None = None) -> Hand:
        if stage is None:
            stage = on_air(*shop())
            stage.does("link.up", now="yes")
        return Hand(qtbot, stage).opens()

    return made


def test_it_says_what_it_understood_before_enter(hand) -> None:
    at = hand()
    assert at.types("=79.9").said == "Link 3  price ¥89 → ¥79.9   保温杯"
    assert at.stage.row("P3").price == 8900
    at.enters()
    assert at.stage.row("P3").price == 7990
    assert not at.open


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("k148", "Link 3  left 200 → 148   保温杯"),
        ("s52", "Link 3  sold so far 52 · left 200 → 148   保温杯"),
        ("+100", "Link 3  release 100 · left 200 → 300 · 0 held back   保温杯"),
        ("-3", "Link 3  stock by -3 · left 200 → 197   保温杯"),
        ("12*20", "Link 12  encore with 20   家居鞋"),
        ("=", "Link 3  price ¥89 → …   保温杯"),
        ("12", "Link 12  家居鞋  ▸ next"),
        ("#换白色", "To the host: 换白色"),
        ("/prompter.top", "Prompter: to the top"),
        ("/price.set ", "Set the price: price= is missing"),
        ("zzz", "Not understood: no item is called “zzz”"),
        ("/zzz", "There is no command zzz."),
        ("+999", "Link 3  release 999   保温杯  ·  Only 100 are held back, not 999."),
    ],
)
def test_every_form_is_said_plainly(hand, line: str, said: str) -> None:
    at = hand()
    at.bar.line.setText(line)
    assert at.said == said


def test_chinese_speaks_chinese(hand, speech: Speech) -> None:
    at = hand()
    speech.speak("zh")
    assert at.types("=79.9").said == "3 号  价格 ¥89 → ¥79.9   保温杯"


def test_one_enter_is_next_and_the_bar_waits_for_the_second(hand, qtbot) -> None:
    at = hand().types("12").enters()
    assert at.stage.next == "P12"
    assert at.stage.on_air == "P3"
    assert "Enter again: on air" in at.said
    with qtbot.waitSignal(at.bar.closed):
        pass
    assert at.stage.on_air == "P3"
    assert at.focus.asked == ["remember", "claim", "give back"]


def test_two_enters_are_on_air(hand) -> None:
    at = hand().types("12").enters().enters()
    assert at.stage.on_air == "P12"
    assert not at.open


def test_typing_on_forgets_the_second_enter(hand) -> None:
    at = hand().types("12").enters().types("4")
    assert at.bar.line.text() == "4"
    at.enters()
    assert (at.stage.next, at.stage.on_air) == ("P4", "P3")


def test_a_guarded_price_is_asked_again_in_place(hand) -> None:
    at = hand().types("=60").enters()
    assert at.stage.row("P3").price == 8900
    assert "Enter again sets it" in at.said
    at.enters()
    assert at.stage.row("P3").price == 6000
    assert not at.open


def test_another_price_is_asked_about_anew(hand) -> None:
    at = hand().types("=60").enters().types("9").enters()
    assert at.stage.row("P3").price == 8900
    assert "¥609" in at.said


def test_a_refusal_is_said_in_place_and_the_line_stays(hand) -> None:
    stage = on_air(*shop())
    at = hand(stage).types("+9999").enters()
    assert "Only 300 are held back" in at.said
    assert at.open
    assert at.bar.line.text() == "+9999"


def test_before_the_show_runs_one_enter_is_all(hand) -> None:
    at = hand(on_stage(*shop(), kind="preparation")).types("12").enters()
    assert at.stage.next == "P12"
    assert not at.open


def test_a_held_enter_is_one_enter(hand, qtbot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    at = hand().types("12").enters()
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QGuiApplication.sendEvent(at.bar.line, held)
    assert at.stage.on_air == "P3"


def test_esc_leaves_no_trace(hand) -> None:
    at = hand().types("12=30")
    seq = at.stage.state.seq
    at.presses(Qt.Key.Key_Escape)
    assert not at.open
    assert at.stage.state.seq == seq
    assert at.focus.asked == ["remember", "claim", "give back"]
    at.bar.open()
    at.qtbot.waitUntil(lambda: at.open)
    assert at.bar.line.text() == ""


def test_going_elsewhere_puts_it_away_and_takes_no_focus_back(hand, qtbot) -> None:
    from PySide6.QtWidgets import QWidget

    at = hand().types("12")
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(lambda: not at.open)
    assert at.focus.asked == ["remember", "claim"]


def test_the_arrows_choose_and_tab_completes(hand) -> None:
    at = hand().types("bwb")
    assert [choice.item for choice in at.bar.choices.choices] == ["R3", "P3"]
    at.presses(Qt.Key.Key_Down)
    assert at.bar.choices.picked == 1
    assert "on air already" in at.said
    at.presses(Qt.Key.Key_Up).enters()
    assert at.stage.next == "R3"


def test_tab_completes_to_the_link_number(hand) -> None:
    at = hand().types("gekf=40").presses(Qt.Key.Key_Tab)
    assert at.bar.line.text() == "4=40"


def test_a_click_chooses(hand, qtbot) -> None:
    from PySide6.QtCore import QPoint

    at = hand().types("bwb")
    qtbot.mouseClick(at.bar.choices, Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
    assert at.bar.choices.picked == 1
    assert "保温杯" in at.said


def test_enter_on_half_a_command_completes_it(hand) -> None:
    at = hand().types("/pri").enters()
    assert at.bar.line.text() == "/price.set "
    at.types("price=80").enters()
    assert at.stage.row("P3").price == 8000


def test_the_input_method_is_on_for_words_only(hand) -> None:
    at = hand()
    on = {}
    for line in ("", "12", "=79", "bwb", "#", "#换", "/cue.send text=", "/price.set price="):
        at.bar.line.setText(line)
        on[line] = at.bar.line.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert [line for line, allowed in on.items() if allowed] == ["#", "#换", "/cue.send text="]


def test_it_follows_the_show_while_it_is_open(hand) -> None:
    at = hand().types("=79.9")
    at.stage.does("price.set", price="85")
    assert at.said == "Link 3  price ¥85 → ¥79.9   保温杯"


def test_an_empty_line_shows_what_can_be_typed(hand) -> None:
    at = hand()
    assert at.bar.examples.isVisible()
    at.types("1")
    assert not at.bar.examples.isVisible()
