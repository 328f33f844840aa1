from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtGui import QColor

from hostconsole.keys.portable import REASONS as KEY_REASONS
from hostconsole.keys.table import KeyTable
from hostconsole.show.commands import COMMANDS
from hostconsole.show.errors import REASONS
from hostconsole.ui.language import resources_folder
from hostconsole.ui.texts import ALERT_TEXTS, COMMAND_TEXTS, REFUSAL_TEXTS
from hostconsole.ui.theme import COLOURS, GROUNDS, TEXTS

ROOT = Path(__file__).resolve().parents[2]
TS = resources_folder() / "translations" / "hostconsole_zh.ts"
TOOLS = Path(sys.executable).parent


def messages(path: Path) -> dict[tuple[str, str], ElementTree.Element]:
    """Every text of a translation file by context and source."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found[name, message.findtext("source") or ""] = translation
    return found


def fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _how in Formatter().parse(text) if name}


def test_no_text_lacks_its_chinese():
    lacking = [key for key, said in messages(TS).items() if said.get("type") or not (said.text or "").strip()]
    assert lacking == []


def test_translations_have_no_field_that_their_source_has_not():
    strange = [
        source for (_name, source), said in messages(TS).items() if fields(said.text or "") - fields(source)
    ]
    assert strange == []


def test_the_file_knows_every_text_of_the_windows(tmp_path):
    fresh = tmp_path / "fresh.ts"
    shutil.copy(TS, fresh)
    sources = sorted(
        str(path) for room in ("app", "ui") for path in (ROOT / "hostconsole" / room).glob("*.py")
    )
    options = ["-no-obsolete", "-locations", "none"]
    subprocess.run(
        [TOOLS / "pyside6-lupdate", *sources, "-ts", fresh, *options], check=True, capture_output=True
    )
    assert messages(fresh).keys() == messages(TS).keys()


def test_no_text_is_where_the_file_is_not_told_of_it():
    """lupdate looks into two folders, and into no f-string."""
    calls = [
        (path, call)
        for path in sorted((ROOT / "hostconsole").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("translate", "QT_TRANSLATE_NOOP")
    ]
    said = [
        (path.name, context.value, text.value)
        for path, call in calls
        if len(call.args) >= 2
        for context, text in [call.args[:2]]
        if isinstance(context, ast.Constant) and isinstance(text, ast.Constant)
    ]
    assert len(said) > 500
    known = messages(TS).keys()
    assert [(name, text) for name, context, text in said if (context, text) not in known] == []


def test_the_compiled_translation_is_fresh(tmp_path):
    fresh = tmp_path / "fresh.qm"
    subprocess.run([TOOLS / "pyside6-lrelease", TS, "-qm", fresh], check=True, capture_output=True)
    assert fresh.read_bytes() == TS.with_suffix(".qm").read_bytes()


def test_every_command_and_every_act_on_a_key_has_a_title():
    on_keys = {binding.command for binding in KeyTable.build().bindings}
    assert (COMMANDS.keys() | on_keys) - COMMAND_TEXTS.keys() == set()


def test_every_reason_has_a_text_with_no_field_it_does_not_get():
    reasons = {**REASONS, **KEY_REASONS}
    assert reasons.keys() - REFUSAL_TEXTS.keys() == set()
    for code, text in REFUSAL_TEXTS.items():
        assert fields(text) <= {name.split("!")[0] for name in fields(reasons[code])}, code


def test_every_alert_has_a_text():
    rooms = sorted((ROOT / "hostconsole" / "show").glob("*alerts.py"))
    source = "".join(room.read_text("utf-8") for room in rooms)
    codes = set(re.findall(r'code="(\w+)"', source))
    assert codes
    assert codes - ALERT_TEXTS.keys() == set()


def test_the_pre_flight_says_the_same_in_windows_and_in_check():
    from hostconsole.show.preflight.texts import WORDS
    from hostconsole.ui.preflight_texts import REMARK_TEXTS

    assert REMARK_TEXTS == WORDS


def luminance(name: str) -> float:
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(text, ground):
    assert contrast(getattr(COLOURS, text), getattr(COLOURS, ground)) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on_fill", "bad_fill"),
        ("on_next", "next"),
        ("waiting", "waiting_ground"),
        ("rehearsal", "rehearsal_ground"),
        ("text", "on_air_ground"),
        ("text", "next_ground"),
        ("faint", "next_ground"),
        ("faint", "on_air_ground"),
        ("on_air", "on_air_ground"),
        ("next", "next_ground"),
    ],
)
def test_texts_on_tinted_grounds_can_be_read(text, ground):
    assert contrast(getattr(COLOURS, text), getattr(COLOURS, ground)) >= 4.5


def test_every_code_of_a_finding_has_a_text() -> None:
    from hostconsole.ui.finding_texts import FINDING_TEXTS

    sheets = Path(__file__).parents[2] / "hostconsole" / "sheets"
    said = re.compile(r'(?:say\(|Finding\(|level=)[^"]*"(?:warning|error|ok)",\s*"([a-z_]+)"')
    codes = {code for path in sheets.rglob("*.py") for code in said.findall(path.read_text("utf-8"))}
    assert len(codes) > 10
    assert codes <= set(FINDING_TEXTS), codes - set(FINDING_TEXTS)
