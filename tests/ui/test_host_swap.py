"""The display's own clock for the moving words, on an X server that draws OpenGL."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.host_look import HostLook
from hostconsole.ui.host_surface import HostSurface
from tests.bench.screen import screen
from tests.ui.host_stage import Stage, opening

ROOT = Path(__file__).parents[2]


def test_words_follow_the_swaps_and_look_as_they_do_without():
    with screen("1280x720x24") as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        said = subprocess.run(
            [sys.executable, "-m", "tests.ui.host_by_swaps"],
            env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
    assert said.returncode == 0, said.stderr
    told = json.loads(said.stdout.splitlines()[-1])
    assert told["frames"] >= 12
    assert told["differs"] < 0.01
    assert (told["timer"], told["hidden_by_stop"]) == (False, True)


def test_where_nothing_draws_opengl_the_timer_is_the_clock(qtbot):
    stage = Stage(opening("字" * 300))
    stage.take("S01")
    bridge = Bridge(show=stage.show)
    surface = HostSurface(bridge, rules=stage.rules, look=HostLook(clock="display"), parent=None)
    qtbot.addWidget(surface)
    surface.resize(800, 450)
    surface.show()
    stage.do("prompter.toggle")
    assert surface.frame_timer.isActive()
