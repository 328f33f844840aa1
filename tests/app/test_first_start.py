"""The first start: the sample show and the host's screen speak the windows' language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hostconsole import app
from hostconsole.app.wanted import Wanted
from hostconsole.bundled import sample
from hostconsole.settings import FILE_NAME, Settings


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Settings, Wanted]]:
    """What the windows would be opened with."""
    found: list[tuple[Settings, Wanted]] = []

    def keep(_directory: Path, settings: Settings, wanted: Wanted, _log: object) -> int:
        found.append((settings, wanted))
        return 0

    monkeypatch.setattr(app, "_run", keep)
    return found


@pytest.fixture
def speaking(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes the system's language the one that is named."""
    from PySide6.QtCore import QLocale

    return lambda name: monkeypatch.setattr(QLocale, "system", lambda: QLocale(name))


@pytest.mark.parametrize(("system", "language"), [("en_GB", "en"), ("zh_CN", "zh"), ("de_DE", "en")])
def test_the_sample_and_the_host_speak_the_systems_language(
    opened: list[tuple[Settings, Wanted]], speaking: Any, tmp_path: Path, system: str, language: str
) -> None:
    speaking(system)
    assert app.open_console(directory=tmp_path, demo=True, kind="rehearsal", obs="simulated") == 0
    settings, wanted = opened[0]
    assert wanted.plan is not None
    assert wanted.plan.sheet == str(sample(language).absolute())
    assert wanted.plan.name == {"en": "Sample show", "zh": "示例场次"}[language]
    assert settings.rules.host_language == language


def test_what_was_set_once_stays(
    opened: list[tuple[Settings, Wanted]], speaking: Any, tmp_path: Path
) -> None:
    speaking("zh_CN")
    (tmp_path / FILE_NAME).write_text('language = "en"\n', "utf-8")
    app.open_console(directory=tmp_path, demo=True, kind="rehearsal", obs="simulated")
    settings, wanted = opened[0]
    assert wanted.plan is not None
    assert wanted.plan.sheet == str(sample("en").absolute())
    assert settings.rules.host_language == Settings().rules.host_language


def test_a_sheet_named_on_the_command_line_is_opened_with_the_settings_as_they_are(
    opened: list[tuple[Settings, Wanted]], speaking: Any, tmp_path: Path
) -> None:
    speaking("en_GB")
    app.open_console(directory=tmp_path, sheet=sample("zh"), obs="off")
    assert opened[0][0] == Settings()
