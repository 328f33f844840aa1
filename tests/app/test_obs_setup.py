"""What is set on the OBS page is carried out at once and kept: which OBS, its password, how the picture
leaves."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from hostconsole.app.obs_setup import ObsSetup
from hostconsole.app.opening import Opener
from hostconsole.app.stills import Stills
from hostconsole.desk.desk import Desk
from hostconsole.desk.obs_preflight import ObsPreflight
from hostconsole.desk.opening import new_session_id
from hostconsole.log.clock import SystemClock
from hostconsole.obs.own_files import CONFIG
from hostconsole.settings import Settings
from hostconsole.show.events import ObsChecked
from hostconsole.show.plan import Item, Plan
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.obs_page import ObsPage
from hostconsole.ui.stills import StillsPanel
from tests.obs.fake_server import FakeObs
from tests.waiting import until

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PASSWORD = "geheim-4711"


class Setup:
    """A desk with the OBS page before it, and what was kept of it."""

    def __init__(self, directory: Path) -> None:
        self.desk = Desk(
            directory=directory,
            rules=Settings().rules,
            clock=SystemClock(),
            new_session=new_session_id,
            loop=asyncio.get_running_loop(),
        )
        item = Item(id="P1", kind="product", title="杯", scene="B")
        self.desk.begin(Plan(name="x", items=(item,)), operator="甲", simulated=False, kind="preparation")
        self.kept = [Settings()]
        self.opener = Opener(desk=self.desk, settings=Settings())
        bridge = Bridge(show=self.desk.show)
        bridge.changed.connect(lambda state, _entries: self.page.show_state(state, 0))
        self.page = ObsPage(bridge)
        self.panel = StillsPanel(bridge)
        self.checked: list[ObsChecked] = []
        self.desk.show.subscribe(
            lambda _state, entries: self.checked.extend(
                entry.event for entry in entries if isinstance(entry.event, ObsChecked)
            )
        )
        self.preflight = ObsPreflight(
            desk=self.desk,
            settings=lambda: self.kept[-1],
            address=lambda: self.opener.address,
            password=self.opener.passwords.known,
        )
        self.setup = ObsSetup(
            self.page,
            desk=self.desk,
            opener=self.opener,
            preflight=self.preflight,
            stills=Stills(self.panel, desk=self.desk, opener=self.opener),
            settings=lambda: self.kept[-1],
            save=self.kept.append,
            obey=self.desk.set_rules,
        )

    @property
    def link(self) -> str:
        return self.desk.show.state.obs.link


@asynccontextmanager
async def opened(directory: Path) -> AsyncIterator[Setup]:
    made = Setup(directory)
    made.page.show()
    try:
        yield made
    finally:
        made.page.close()
        made.panel.close()
        made.preflight.stop()
        await made.desk.close()


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """obs-websocket's own file on this PC."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("HOSTCONSOLE_OBS_PASSWORD", raising=False)
    file = tmp_path / "config" / "obs-studio" / CONFIG
    file.parent.mkdir(parents=True)
    return file


def write(config: Path, **told: object) -> None:
    config.write_text(json.dumps({"server_enabled": True, "auth_required": True} | told))


async def test_with_consent_the_obs_of_this_pc_is_found_connected_and_looked_at(
    qapp: QApplication, tmp_path: Path, config: Path
) -> None:
    async with FakeObs(password=PASSWORD) as fake, opened(tmp_path / "data") as made:
        write(config, server_port=fake.port, server_password=PASSWORD)
        made.opener.connect_to("ws://127.0.0.1:1")
        made.setup.look()
        await until(lambda: made.page.where.place.found)
        await until(lambda: made.link == "connecting")
        made.page.where.read.click()
        await until(lambda: made.link == "ready")
        assert made.kept[-1].obs.address == "this-pc"
        assert PASSWORD not in repr(made.kept)
        await until(lambda: made.checked, 10)
        fake.break_off()
        await until(lambda: made.link != "ready")
        await until(lambda: made.link == "ready")
        assert len(made.checked) == 1
        assert "scenes_ok" not in {remark.code for remark in made.checked[-1].remarks}


async def test_once_the_tick_is_set_in_obs_the_page_connects_by_itself(
    qapp: QApplication, tmp_path: Path, config: Path
) -> None:
    async with FakeObs(password=PASSWORD) as fake, opened(tmp_path / "data") as made:
        write(config, server_enabled=False)
        made.opener.connect_to("this-pc")
        made.setup.look()
        await until(made.page.picture.isVisible)
        write(config, server_port=fake.port, server_password=PASSWORD)
        await until(lambda: made.link == "ready")
        assert not made.page.picture.isVisible()


async def test_an_address_that_is_none_is_said_in_place_and_changes_nothing(
    qapp: QApplication, tmp_path: Path, config: Path
) -> None:
    async with opened(tmp_path / "data") as made:
        made.opener.connect_to("off")
        made.page.address_chosen.emit("http://studio", "")
        await until(made.page.answer.text)
        assert made.opener.address == "off"
        assert made.kept == [Settings()]


async def test_how_the_picture_leaves_and_the_safe_picture_count_at_once_and_are_kept(
    qapp: QApplication, tmp_path: Path, config: Path
) -> None:
    async with opened(tmp_path / "data") as made:
        made.page.output_chosen.emit("virtual_camera")
        made.page.safe_chosen.emit("Safe BRB")
        rules = made.desk.show.rules
        assert (rules.output, rules.safe_scene) == ("virtual_camera", "Safe BRB")
        assert made.kept[-1].rules == rules


async def test_another_obs_leaves_nothing_known_of_the_first(
    qapp: QApplication, tmp_path: Path, config: Path
) -> None:
    async with FakeObs() as fake, opened(tmp_path / "data") as made:
        made.opener.connect_to(f"ws://127.0.0.1:{fake.port}")
        await until(lambda: made.link == "ready")
        made.page.address_chosen.emit("off", "")
        await until(lambda: made.link == "off")
        assert made.desk.show.state.obs.checked is None
        assert made.kept[-1].obs.address == "off"


async def test_stills_are_fetched_once_wanted_and_no_more_after(
    qapp: QApplication, tmp_path: Path, config: Path
) -> None:
    async with FakeObs() as fake, opened(tmp_path / "data") as made:
        made.opener.connect_to(f"ws://127.0.0.1:{fake.port}")
        await until(lambda: made.link == "ready")
        made.page.stills_wanted.emit(True)
        await until(lambda: fake.counted["GetSourceScreenshot"] >= 2)
        assert made.kept[-1].obs.stills
        made.page.stills_wanted.emit(False)
        assert not made.panel.isVisible()
