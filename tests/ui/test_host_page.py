"""The settings page of the host's screen, before the host's own window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from hostconsole.app.host import HostScreen
from hostconsole.app.remembered import Remembered
from hostconsole.keys.table import KeyTable
from hostconsole.settings import Settings
from hostconsole.show.rules import Rules
from hostconsole.show.show import Show
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.host_page import HostPage
from hostconsole.ui.host_sizes import font_px
from hostconsole.ui.host_theme import PALETTES, Palette
from tests.ui.conftest import Console
from tests.ui.host_stage import Stage, coffee, cup, opening
from tests.ui.test_host_window import turn_wheel

Opened = Callable[..., "Desk"]


class Desk:
    """A console with its page open, and the host's window; `saved` are the settings as they are kept."""

    def __init__(self, console: Console, folder: Path) -> None:
        self.console, self.show = console, console.stage.show
        self.saved = Settings()
        self.host = HostScreen(
            bridge=console.bridge,
            settings=lambda: self.saved,
            save=self._save,
            obey=lambda rules: _obey(console.bridge, self.show, rules),
            remembered=Remembered(folder),
            tell=lambda shown, why: None,
            keys=KeyTable.build(),
        )
        console.window.host_page_opened.connect(self.host.serve)
        console.window.open_host_settings()
        assert console.window.prepare is not None
        assert console.window.prepare.host_page is not None
        self.page: HostPage = console.window.prepare.host_page

    def _save(self, settings: Settings) -> None:
        self.saved = settings

    def seen(self) -> str:
        self.host.window.surface._look_again()
        self.host.window.grab()
        return "\n".join(self.host.window.surface.texts())


def _obey(bridge: Bridge, show: Show, rules: Rules) -> None:
    show.rules = bridge.rules = rules


@pytest.fixture
def opened(console, tmp_path: Path) -> Iterator[Opened]:
    made: list[Desk] = []

    def open_page(stage: Stage | None = None) -> Desk:
        made.append(Desk(console(stage or Stage(opening(), cup(), coffee())), tmp_path))
        return made[-1]

    yield open_page
    for desk in made:
        desk.host.window.leave()
        desk.host.window.deleteLater()


def click(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_page_is_reached_from_the_prepare_room_and_left_again(opened: Opened, qtbot):
    desk = opened()
    room = desk.console.window.prepare
    assert desk.page.isVisible()
    click(qtbot, desk.page._close)
    assert room.plan.isVisible()
    click(qtbot, room.host)
    assert desk.page.isVisible()


def test_a_larger_distance_enlarges_price_and_left_at_once_and_is_kept(opened: Opened, qtbot):
    stage = Stage(cup(), coffee())
    stage.take("P03")
    desk = opened(stage)
    desk.host.window.resize(1920, 1080)
    for _step in range(5):
        click(qtbot, desk.page.distance.more)
    assert desk.saved.host.distance_m == 2.0
    size = {written.part: written.px for written in desk.host.window.surface.written()}
    dots = desk.host.window.screen().physicalDotsPerInch() / 25.4
    assert size["price"] >= font_px(40, distance_m=2.0, dots_per_mm=dots)


def test_language_and_automatic_cues_are_rules_of_the_show_from_now_on(opened: Opened, qtbot):
    stage = Stage(cup(), coffee())
    stage.take("P03")
    desk = opened(stage)
    click(qtbot, desk.page.language.buttons["en"])
    click(qtbot, desk.page.cues.buttons["on"])
    assert "Link 3" in desk.seen().split("\n")
    assert (desk.show.rules.host_language, desk.show.rules.auto_cues) == ("en", True)
    assert (desk.saved.rules.host_language, desk.saved.rules.auto_cues) == ("en", True)


@pytest.mark.parametrize(
    ("way", "mirror"),
    [("across", (True, False)), ("down", (False, True)), ("both", (True, True)), ("plain", (False, False))],
)
def test_the_screen_is_mirrored_as_chosen(opened: Opened, qtbot, way: str, mirror):
    desk = opened()
    click(qtbot, desk.page.mirror.buttons[way])
    assert desk.host.window.look.mirror == mirror
    assert (desk.saved.host.mirror_horizontally, desk.saved.host.mirror_vertically) == mirror


@pytest.mark.parametrize("colours", list(PALETTES))
@pytest.mark.parametrize("item", ["P03", "S01"])
def test_colours_change_the_whole_screen(opened: Opened, qtbot, colours, item: str):
    stage = Stage(cup(), opening())
    stage.take(item)
    desk = opened(stage)
    click(qtbot, desk.page.colours.buttons[colours])
    picture = desk.host.window.surface.grab().toImage()
    middle = picture.width() // 2
    edge = QColor(picture.pixel(middle, picture.height() - 1))
    assert edge == PALETTES[colours].ground
    assert _share(picture, PALETTES[colours].text) > 0


def _share(picture, colour: QColor) -> int:
    return sum(
        QColor(picture.pixel(x, y)) == colour
        for x, y in product(range(0, picture.width(), 2), range(0, picture.height(), 2))
    )


def test_margins_leave_the_edge_free_and_type_grows_by_its_factor(opened: Opened, qtbot):
    stage = Stage(opening("".join(f"第{n}句话。" for n in range(90))), cup())
    stage.take("S01")
    desk = opened(stage)
    window = desk.host.window
    window.resize(1280, 720)
    plain = window.surface.prompter.look.font.pixelSize()
    for _step in range(5):
        click(qtbot, desk.page.margin.more)
        click(qtbot, desk.page.type_size.less)
    left = min(written.box.left() for written in window.surface.written())
    assert left >= 36
    assert window.surface.prompter.rect.left() == 36
    assert window.surface.prompter.look.font.pixelSize() < 0.6 * plain
    assert (desk.saved.host.margin_percent, desk.saved.host.font_scale) == (5, 0.6)


def test_the_line_at_the_mark_stays_when_type_and_margins_change(opened: Opened, qtbot):
    stage = Stage(opening("".join(f"第{n}句话,说得不长不短。" for n in range(200))), cup())
    stage.take("S01")
    stage.do("prompter.to", at="700")
    desk = opened(stage)
    surface = desk.host.window.surface
    for button in (desk.page.type_size.more, desk.page.margin.more, desk.page.type_size.less):
        click(qtbot, button)
        line = surface.prompter.lines.at(700)
        top = next(y for found, y in surface.prompter.placed(700) if found.key == line.key)
        assert line.start <= 700 < line.end
        assert top <= surface.prompter.mark_y <= top + surface.prompter.lines.height


def test_the_test_card_covers_the_hosts_screen_until_something_goes_on_air(opened: Opened, qtbot):
    stage = Stage(cup(), coffee())
    desk = opened(stage)
    click(qtbot, desk.page.test)
    window = desk.host.window
    assert window.testing
    window.grab()
    texts = [written.text for written in window._test.written]
    assert "站到 1.5 米远的地方看" in texts
    stage.take("P03")
    assert not window.testing
    assert (desk.page.test.isEnabled(), desk.page.test.isChecked()) == (False, False)


def test_the_test_card_goes_with_the_page(opened: Opened, qtbot):
    desk = opened()
    click(qtbot, desk.page.test)
    click(qtbot, desk.page._close)
    assert not desk.host.window.testing


def test_a_closed_host_window_is_shown_again_from_here(opened: Opened, qtbot):
    desk = opened()
    assert desk.page.present.text() == "Hide it"
    click(qtbot, desk.page.present)
    assert (desk.host.window.isVisible(), desk.page.present.text()) == (False, "Show it")
    click(qtbot, desk.page.present)
    assert desk.host.window.isVisible()


def test_an_unplugged_display_is_named_and_waited_for(opened: Opened):
    desk = opened()
    desk.page.show_screens((), stands="", lost=True)
    assert desk.page.screens.currentText() == "Its display is unplugged: it waits"
    assert desk.page.present.text() == "Show it"


def test_with_one_display_there_is_nothing_to_choose_and_it_is_said(opened: Opened):
    desk = opened()
    assert not desk.page.screens.isEnabled()
    assert desk.page.screens.currentText() == "A window"
    assert "second display" in desk.page.note.text()
    assert desk.page.note.isVisible()


def test_the_picture_shows_the_row_that_comes_as_card_and_as_prompter(opened: Opened, qtbot):
    desk = opened()
    preview = desk.page.preview
    qtbot.waitUntil(lambda: not preview.picture._shown.isNull())
    card = preview.picture._shown.toImage()
    click(qtbot, preview.layouts.buttons["scroll"])
    qtbot.waitUntil(lambda: preview.picture._shown.toImage() != card)


def test_keys_step_a_number_and_stop_at_its_ends(opened: Opened, qtbot):
    desk = opened()
    for _step in range(30):
        qtbot.keyClick(desk.page.margin, Qt.Key.Key_Up)
    assert (desk.saved.host.margin_percent, desk.page.margin.more.isEnabled()) == (20, False)


def learn(desk: Desk, qtbot, *keys: Qt.Key) -> None:
    click(qtbot, desk.page.clicker.ear)
    for key in keys:
        qtbot.keyClick(desk.page.clicker.ear, key)


def choose_act(desk: Desk, qtbot, act: str) -> None:
    acts = desk.page.clicker.acts
    acts.setCurrentIndex(acts.findData(act))
    click(qtbot, desk.page.clicker.use)


def test_a_clickers_start_button_is_learned_with_both_its_keys(opened: Opened, qtbot):
    desk = opened()
    panel = desk.page.clicker
    learn(desk, qtbot, Qt.Key.Key_F5)
    assert "once more" in panel.said.text()
    qtbot.keyClick(panel.ear, Qt.Key.Key_Escape)
    assert panel.said.text() == "One button that sends F5 and Esc in turns."
    assert desk.page.isVisible(), "Esc was heard, it did not leave"
    choose_act(desk, qtbot, "prompter.line_forward")
    assert desk.console.saved[-1].find("prompter.line_forward", (), context="host").keys[1:] == ("F5", "Esc")


def test_while_a_button_is_learned_no_key_acts(opened: Opened, qtbot):
    stage = Stage(cup(), coffee())
    desk = opened(stage)
    listening: list[bool] = []
    desk.console.window.listening.connect(listening.append)
    learn(desk, qtbot, Qt.Key.Key_F1)
    assert desk.console.window.keys_panel is None
    assert listening == [True, False]
    assert desk.page.clicker.said.text() == "F1 arrived."


def test_a_button_of_another_act_is_refused_and_can_be_taken_from_it(opened: Opened, qtbot):
    desk = opened()
    panel = desk.page.clicker
    learn(desk, qtbot, Qt.Key.Key_PageDown)
    assert panel.acts.currentData() == "prompter.line_forward", "what it does now"
    choose_act(desk, qtbot, "prompter.mark")
    assert "belongs to" in panel.said.text()
    assert desk.console.saved == []
    click(qtbot, panel.take_over)
    table = desk.console.saved[-1]
    assert table.find("prompter.mark", (), context="host").keys == ("Ctrl+M", "PgDown")
    assert not panel.take_over.isVisible()


def test_a_system_wide_key_is_not_given_to_a_clicker(opened: Opened, qtbot):
    desk = opened()
    learn(desk, qtbot, Qt.Key.Key_Pause)
    choose_act(desk, qtbot, "prompter.mark")
    assert "belongs to 'Take'" in desk.page.clicker.said.text()
    assert not desk.page.clicker.take_over.isVisible()
    assert desk.console.saved == []


def test_the_wheel_is_learned_over_the_button_that_hears(opened: Opened, qtbot):
    desk = opened()
    click(qtbot, desk.page.clicker.ear)
    turn_wheel(desk.page.clicker.ear, 120)
    assert desk.page.clicker.said.text() == "WheelUp arrived."
    assert desk.page.clicker.acts.currentData() == "prompter.line_back", "what it does now"
    choose_act(desk, qtbot, "prompter.slower")
    assert desk.console.saved[-1].find("prompter.slower", (), context="host").keys == ("Ctrl+[", "WheelUp")


def test_a_learned_button_is_made_system_wide_and_is_shown_as_such(opened: Opened, qtbot):
    desk = opened()
    panel = desk.page.clicker
    learn(desk, qtbot, Qt.Key.Key_PageDown)
    assert panel.where.value() == "host"
    click(qtbot, panel.where.buttons["global"])
    choose_act(desk, qtbot, "prompter.line_forward")
    assert desk.console.saved[-1].system_keys()["PgDown"] == "prompter.line_forward"
    shown = [known.text() for known in panel._known.findChildren(QLabel)]
    assert "WheelDown  PgDown (any window)" in shown
    learn(desk, qtbot, Qt.Key.Key_PageDown)
    assert (panel.where.value(), panel.acts.currentData()) == ("global", "prompter.line_forward")


def test_a_button_that_every_program_needs_cannot_be_system_wide(opened: Opened, qtbot):
    desk = opened()
    learn(desk, qtbot, Qt.Key.Key_F5, Qt.Key.Key_Escape)
    click(qtbot, desk.page.clicker.where.buttons["global"])
    choose_act(desk, qtbot, "host.space")
    assert desk.page.clicker.said.text() == "F5 reloads or resizes the page in a browser."
    assert desk.console.saved == []


TEXTS = ("text", "quiet", "amber", "red", "green", "blue")


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2 counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("name", list(PALETTES))
def test_every_colour_of_the_hosts_screen_can_be_read_on_its_grounds(name):
    ink: Palette = PALETTES[name]
    least = 7.0 if name == "contrast" else 4.5
    for text, ground in product(TEXTS, ("ground", "panel")):
        assert contrast(getattr(ink, text), getattr(ink, ground)) >= least, (text, ground)
    assert contrast(ink.faint, ink.panel) >= 3.0
    assert contrast(ink.on_stop, ink.stop) >= 4.5
    for filled in (ink.amber, ink.green, ink.blue):
        assert contrast(ink.on_fill, filled) >= 4.5
