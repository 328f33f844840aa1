"""The command line's own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hostconsole import verbs
from hostconsole.obs.way import is_this_pc


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would be opened, in place of windows."""
    found: list[dict[str, Any]] = []
    monkeypatch.setattr(verbs, "_open", lambda _directory, **options: found.append(options))
    return found


@pytest.mark.parametrize(
    "words",
    [
        ("run", "show.csv", "--obs"),
        ("run", "show.csv", "--obs", "--rehearse"),
        ("run", "--obs", "--live", "show.csv"),
        ("run", "show.csv", "--obs", "this-pc"),
        ("demo", "--obs"),
    ],
)
def test_obs_without_an_address_is_the_one_on_this_pc(words, opened, tmp_path: Path) -> None:
    said(*words, directory=tmp_path)
    assert is_this_pc(opened[0]["obs"])


def test_an_obs_with_an_address_is_that_one(opened, tmp_path: Path) -> None:
    said("run", "show.csv", "--obs", "ws://192.168.1.20:4455", "--live", directory=tmp_path)
    assert opened[0]["obs"] == "ws://192.168.1.20:4455"
    assert opened[0]["kind"] == "live"


def test_without_a_word_of_obs_the_setting_counts(opened, tmp_path: Path) -> None:
    said("run", "show.csv", directory=tmp_path)
    assert opened[0]["obs"] is None


@pytest.mark.parametrize("verb", ["run", "demo", "check", "scenes"])
def test_the_help_says_so(verb: str, tmp_path: Path) -> None:
    told = " ".join(said(verb, "--help", directory=tmp_path).split())
    assert "--obs [ADDRESS]" in told
    assert "Without an address: the OBS on this PC." in told


def test_a_sheet_is_checked_with_the_obs_on_this_pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    sheet = tmp_path / "show.csv"
    sheet.write_text("title,obs_scene\nCup,A\n", "utf-8")
    assert "no OBS is set up on this PC" in said("check", str(sheet), "--obs", directory=tmp_path, code=None)


def said(*words: str, directory: Path, code: int | None = 0) -> str:
    """What the command line answers. `code`: the exit code that is due, None for any."""
    result = CliRunner().invoke(verbs.console, ["--data-dir", str(directory), *words])
    assert code is None or result.exit_code == code, result.output
    return result.output
