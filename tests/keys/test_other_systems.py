"""What of the Windows and macOS keys can be known without those systems (the rest is for a person to try),
and which backend is chosen where."""

from __future__ import annotations

import queue
from collections.abc import Iterator

import pytest

from hostconsole.keys.macos import MacKeys, place
from hostconsole.keys.system import NoSystemKeys, Unbound, open_system_keys
from hostconsole.keys.table import PRESETS, KeyTable
from hostconsole.keys.windows import ALREADY_REGISTERED, WM_APP, WM_HOTKEY, WM_TIMER, WindowsKeys, user32
from hostconsole.keys.x11 import X11Keys
from tests.keys.conftest import wait_until

ALT_CTRL_ONCE = 0x4003
ONCE = 0x4000


class Port:
    """Windows' side of the hot keys, with another program that may hold some."""

    def __init__(self) -> None:
        self.messages: queue.Queue[tuple[int, int] | OSError] = queue.Queue()
        self.others: set[tuple[int, int]] = set()
        self.held: dict[int, tuple[int, int]] = {}

    def prepare(self) -> None:
        """Nothing to do here."""

    def register(self, number: int, modifiers: int, code: int) -> int:
        if (modifiers, code) in self.others or (modifiers, code) in self.held.values():
            return ALREADY_REGISTERED
        self.held[number] = (modifiers, code)
        return 0

    def unregister(self, number: int) -> None:
        del self.held[number]

    def code_of(self, sign: str) -> int:
        return {"]": 0xDD, "[": 0xDB}.get(sign, 0)

    def next_message(self) -> tuple[int, int]:
        message = self.messages.get()
        if isinstance(message, OSError):
            raise message
        return message

    def wake(self, message: int) -> None:
        self.messages.put((message, 0))

    def press(self, modifiers: int, code: int) -> None:
        (number,) = (n for n, spot in self.held.items() if spot == (modifiers, code))
        self.messages.put((WM_HOTKEY, number))


class Windows:
    def __init__(self) -> None:
        self.port = Port()
        self.keys = WindowsKeys(port=lambda: self.port)
        self.acts: list[str] = []
        self.told: list[tuple[Unbound, ...]] = []

    def bind(self, table: dict[str, str]) -> None:
        before = len(self.told)
        self.keys.bind(table, self.acts.append, self.told.append)
        wait_until(lambda: len(self.told) > before, what="bind is answered")


@pytest.fixture
def windows() -> Iterator[Windows]:
    windows = Windows()
    yield windows
    windows.keys.stop()


def test_windows_registers_each_default_key_once(windows: Windows) -> None:
    for preset in PRESETS:
        table = KeyTable.build(preset).system_keys()
        windows.bind(table)
        assert windows.told[-1] == ()
        assert len(set(windows.port.held.values())) == len(table)


def test_windows_calls_the_act_and_gives_all_back_at_the_end(windows: Windows) -> None:
    windows.bind({"Pause": "show.take", "Ctrl+Alt+Return": "show.take", "Ctrl+]": "prompter.faster"})
    windows.port.press(ALT_CTRL_ONCE, 0x0D)
    windows.port.press(ONCE | 2, 0xDD)
    wait_until(lambda: windows.acts == ["show.take", "prompter.faster"], what="both acts")
    windows.keys.stop()
    assert windows.port.held == {}


def test_windows_tells_what_is_taken_and_gets_it_later(windows: Windows) -> None:
    windows.port.others.add((ONCE, 0x13))
    windows.bind({"Pause": "show.take", "F13": "show.take", "Ctrl+Ж": "undo"})
    assert {(u.key, u.code) for u in windows.told[0]} == {("Pause", "taken"), ("Ctrl+Ж", "layout")}
    windows.port.others.clear()
    windows.port.wake(WM_TIMER)
    wait_until(lambda: [u.key for u in windows.told[-1]] == ["Ctrl+Ж"], what="Pause is had after all")
    windows.port.press(ONCE, 0x13)
    wait_until(lambda: windows.acts == ["show.take"], what="Pause")


def test_a_press_from_before_a_new_table_is_no_other_act(windows: Windows) -> None:
    windows.bind({"Pause": "show.take"})
    (old,) = windows.port.held
    windows.bind({"Pause": "show.back"})
    windows.port.messages.put((WM_HOTKEY, old))
    windows.port.press(ONCE, 0x13)
    wait_until(lambda: windows.acts, what="the new act")
    assert windows.acts == ["show.back"]


def test_windows_starts_anew_when_it_breaks(windows: Windows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hostconsole.keys.windows.RETRY_S", 0.01)
    windows.bind({"Pause": "show.take"})
    windows.port.messages.put(OSError("broken"))
    wait_until(lambda: len(windows.told) == 3, what="dead, then well")
    assert [[u.code for u in told] for told in windows.told] == [[], ["dead"], []]
    windows.port.wake(WM_APP)
    windows.port.press(ONCE, 0x13)
    wait_until(lambda: windows.acts == ["show.take"], what="Pause")


def test_windows_keys_elsewhere_are_an_error() -> None:
    with pytest.raises(OSError, match="Windows only"):
        user32()


def test_a_mac_has_all_default_keys_but_three() -> None:
    for preset in PRESETS:
        acts, missing = place(KeyTable.build(preset).system_keys())
        assert [(u.key, u.code) for u in missing] == [
            (key, "layout") for key in ("Pause", "Ctrl+Alt+Ins", "F24")
        ]
        assert set(acts.values()) == set(KeyTable.build(preset).system_keys().values()) - {"desk.host_step"}


class Quartz:
    """Reads of an event what Quartz would; an event here is (key code, flags, repeated)."""

    def CGEventGetIntegerValueField(self, event: tuple[int, int, int], field: int) -> int:
        return event[0] if field == 9 else event[2]

    def CGEventGetFlags(self, event: tuple[int, int, int]) -> int:
        return event[1]


def test_a_mac_key_is_consumed_once_with_exactly_its_modifiers() -> None:
    keys, acts = MacKeys(), []
    keys._acts, keys._pressed = place({"Ctrl+Alt+Return": "show.take"})[0], acts.append
    down, caps_lock, command_option, shift = 10, 0x10000, 0x180000, 0x20000
    assert keys._intercept(Quartz(), down, (36, command_option | caps_lock, 0)) is None
    assert keys._intercept(Quartz(), down, (36, command_option, 1)) is None
    for other in ((36, command_option | shift, 0), (36, 0, 0), (0, command_option, 0)):
        assert keys._intercept(Quartz(), down, other) == other
    assert acts == ["show.take"]


def test_the_backend_is_chosen_by_the_system() -> None:
    assert isinstance(open_system_keys(platform="win32"), WindowsKeys)
    assert isinstance(open_system_keys(platform="darwin"), MacKeys)
    x11 = open_system_keys(platform="linux", environ={"DISPLAY": ":1", "XDG_SESSION_TYPE": "x11"})
    assert isinstance(x11, X11Keys)
    x11.stop()


@pytest.mark.parametrize(
    ("environ", "word"), [({}, "display"), ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, "Wayland")]
)
def test_where_there_are_none_each_key_is_told_with_the_reason(environ: dict[str, str], word: str) -> None:
    keys = open_system_keys(platform="linux", environ=environ)
    assert isinstance(keys, NoSystemKeys)
    told: list[tuple[Unbound, ...]] = []
    keys.bind({"Pause": "show.take"}, lambda _: None, told.append)
    keys.stop()
    ((unbound,),) = told
    assert (unbound.key, unbound.code) == ("Pause", "unsupported")
    assert word in unbound.reason
