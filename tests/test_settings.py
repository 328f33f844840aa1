"""Settings: what is documented can be read, what is wrong is named, what is saved is read back."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

from hostconsole.settings import HostSettings, KeySettings, ObsSettings, Settings, load, save
from hostconsole.show.bands import Band
from hostconsole.show.rules import Rules

DOC = Path(__file__).parents[1] / "docs" / "settings.md"


def documented() -> str:
    found = re.search(r"```toml\n(.*?)```", DOC.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_the_documented_file_is_all_defaults_but_for_its_examples(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(documented(), "utf-8")
    settings, warnings = load(path)
    assert warnings == ()
    plain = replace(
        settings,
        rules=replace(settings.rules, scene_by_role={}),
        keys=replace(settings.keys, changes={}),
        bands={},
    )
    assert plain == Settings()


def test_every_setting_is_documented() -> None:
    text = documented()
    for part in (Settings, Rules, ObsSettings, KeySettings, HostSettings):
        for field in fields(part):
            assert re.search(rf"\b{field.name}\b", text), field.name


def test_a_missing_file_is_all_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == (Settings(), ())


def test_what_does_not_fit_is_named_and_the_default_is_used(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('colour = "red"\n[rules]\nguard_ms = "soon"\npace = 300\n', "utf-8")
    settings, warnings = load(path)
    assert (settings.rules.guard_ms, settings.rules.pace) == (600, 300)
    assert len(warnings) == 2
    assert "colour" in warnings[0]
    assert "rules.guard_ms" in warnings[1]


def test_a_part_that_is_no_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("rules = 5\n", "utf-8")
    settings, warnings = load(path)
    assert settings == Settings()
    assert "rules" in warnings[0]


def test_broken_toml_is_named_and_harmless(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe = [")
    assert load(path)[0] == Settings()
    path.write_text("a = [", "utf-8")
    settings, warnings = load(path)
    assert settings == Settings()
    assert "TOML" in warnings[0]


def test_saved_settings_are_read_back_and_comments_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('# mine\noperator = "A"  # the boss\n', "utf-8")
    wanted = Settings(
        operator="B",
        language="zh",
        rules=Rules(guard_ms=800, scene_by_role={"hero": "Top"}),
        keys=KeySettings(changes={"cue.send preset=1": ["F13"]}),
    )
    save(path, wanted)
    assert load(path) == (wanted, ())
    assert "# mine" in path.read_text("utf-8")
    save(path, Settings())
    assert load(path) == (Settings(), ())


def test_bands_of_metrics_are_read_and_a_name_that_is_no_metric_is_said(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[bands]\nclick = { at_least = 5 }\nrefund = { at_most = 15 }\n", "utf-8")
    settings, warnings = load(path)
    assert settings.bands == {"click": Band(at_least=5), "refund": Band(at_most=15)}
    assert warnings == ()
    path.write_text(
        "[bands]\nclicks = { at_least = 5 }\npay = { at_least = 3 }\naov = { at_least = 9, at_most = 8 }\n",
        "utf-8",
    )
    settings, warnings = load(path)
    assert settings.bands == {"pay": Band(at_least=3)}
    assert ["bands.clicks" in warnings[0], "bands.aov" in warnings[1], len(warnings)] == [True, True, 2]


def test_bands_are_kept_when_another_setting_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[bands]\nclick = { at_least = 5 } # mine\n", "utf-8")
    save(path, replace(load(path)[0], operator="Ann"))
    assert load(path)[0].bands == {"click": Band(at_least=5)}
