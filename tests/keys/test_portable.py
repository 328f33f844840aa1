"""Names of keys are those of Qt."""

from __future__ import annotations

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence

from hostconsole.keys.portable import MODIFIERS, NAMED, KeyRefused, normalise, parse

signs = st.characters(categories=["L", "N", "P", "S"], max_codepoint=0xFF)
names = st.sampled_from(NAMED) | signs.filter(lambda sign: unicodedata.is_normalized("NFKC", sign))
strokes = st.builds(
    lambda held, name: "+".join([*held, name]), st.lists(st.sampled_from(MODIFIERS), unique=True), names
)


@given(st.text() | strokes)
def test_any_text_is_a_key_in_one_form_or_is_refused(text: str) -> None:
    with contextlib.suppress(KeyRefused):
        assert normalise(normalise(text)) == normalise(text)


@given(strokes)
def test_letter_case_and_order_of_modifiers_do_not_matter(text: str) -> None:
    *held, name = text.split("+") if not text.endswith("+") else [*text[:-1].split("+")[:-1], "+"]
    assert normalise(text) == normalise("+".join([*(part.lower() for part in reversed(held)), name]))


@given(
    st.lists(st.sampled_from(["Meta", "Ctrl", "Alt", "Shift"]), unique=True),
    st.sampled_from([*NAMED, *"AZ09[]+,-;"]),
)
def test_the_form_is_that_of_qt(held: list[str], name: str) -> None:
    text = "+".join([*held, name])
    assert normalise(text) == QKeySequence(text).toString(QKeySequence.SequenceFormat.PortableText)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ctrl + alt + enter", "Ctrl+Alt+Return"),
        ("Ｃｔｒｌ＋１", "Ctrl+1"),
        ("PageUp", "PgUp"),
        ("Insert", "Ins"),
        ("Alt+Ctrl+Delete", "Ctrl+Alt+Del"),
        ("Ctrl++", "Ctrl++"),
        ("+", "+"),
        ("win+escape", "Meta+Esc"),
    ],
)
def test_other_names_are_understood(text: str, form: str) -> None:
    assert normalise(text) == form


def test_a_stroke_knows_its_function_number() -> None:
    assert [parse(key).function_number for key in ("F", "Ctrl+F", "F1", "F24", "5")] == [0, 0, 1, 24, 0]
