"""What stands in a scene the console makes, for each system's OBS."""

from __future__ import annotations

from typing import Any

import pytest

from hostconsole.obs.lower_third import lower_third
from hostconsole.obs.scenery import Piece, Workshop, newest, pieces
from hostconsole.show.rules import Language
from hostconsole.show.target import COMPANIONS

LINUX = ("image_source", "color_source_v3", "slideshow", "text_ft2_source_v2")
WINDOWS = ("image_source", "color_source_v3", "text_ft2_source_v2", "text_gdiplus_v2", "text_gdiplus_v3")

ASKED = {"link", "title", "price", "ref_price", "stock", "countdown", "picture", "notice"}
"""What a scene must have, whatever else helps it."""


def furnished(
    kinds: tuple[str, ...] = LINUX, *, platform: str = "debian", language: Language = "zh", **more: Any
) -> dict[str, Piece]:
    shop = Workshop(
        width=1920, height=1080, kinds=kinds, platform=platform,
        **{"inputs": frozenset(), "scenes": frozenset(), **more},
    )  # fmt: skip
    found = pieces(lower_third(1920, 1080, style="goods"), shop, language)
    return {piece.name: piece for piece in found}


def test_every_input_that_is_asked_for_stands_in_the_scene() -> None:
    names = {name.removeprefix("hc:") for name, piece in furnished().items() if piece.ours}
    assert names == ASKED | set(COMPANIONS)


def test_blocks_lie_under_the_texts() -> None:
    drawn = [piece.ours for piece in furnished().values()]
    assert drawn == sorted(drawn)


@pytest.mark.parametrize(
    ("kinds", "platform", "kind", "face"),
    [
        (LINUX, "debian", "text_ft2_source_v2", "Noto Sans CJK SC"),
        (LINUX, "macos", "text_ft2_source_v2", "PingFang SC"),
        (WINDOWS, "windows", "text_gdiplus_v3", "Microsoft YaHei"),
        (WINDOWS[:-1], "windows", "text_gdiplus_v2", "Microsoft YaHei"),
    ],
)
def test_texts_are_of_the_systems_newest_kind_in_a_font_that_has_chinese(
    kinds: tuple[str, ...], platform: str, kind: str, face: str
) -> None:
    title = furnished(kinds, platform=platform)["hc:title"]
    assert (title.kind, title.settings["font"]["face"]) == (kind, face)


def test_windows_strikes_the_price_out_itself_others_lay_a_line_over_it() -> None:
    windows, linux = furnished(WINDOWS, platform="windows"), furnished()
    assert windows["hc:ref_price"].settings["font"]["flags"] & 8
    assert "hc:ref_strike" not in windows
    assert not linux["hc:ref_price"].settings["font"]["flags"] & 8
    price, line = linux["hc:ref_price"], linux["hc:ref_strike"]
    assert line.settings["font"] == price.settings["font"]
    assert line.placed["positionY"] < price.placed["positionY"]


def test_a_compared_price_that_was_there_before_gets_a_line_in_its_own_font() -> None:
    font = {"face": "SimHei", "size": 50, "style": "Regular", "flags": 0}
    found = furnished(WINDOWS, platform="windows", inputs=frozenset({"hc:ref_price"}), ref_font=font)
    assert found["hc:ref_strike"].settings["font"] == font


def test_chinese_titles_break_anywhere_english_ones_between_words() -> None:
    assert furnished(language="zh")["hc:title"].settings["word_wrap"] is False
    assert furnished(language="en")["hc:title"].settings["word_wrap"] is True


def test_a_text_is_empty_until_the_console_says_what_is_true() -> None:
    for kinds in (LINUX, WINDOWS):
        texts = [piece for piece in furnished(kinds).values() if piece.ours and piece.kind != "image_source"]
        assert {piece.settings["text"] for piece in texts} == {""}


def test_an_obs_without_texts_or_colours_gets_nothing() -> None:
    assert furnished(("image_source", "text_ft2_source_v2")) == {}
    assert furnished(("image_source", "color_source_v3")) == {}


def test_the_tenth_version_is_newer_than_the_second() -> None:
    assert newest(["a_v2", "a_v10", "a", "b_v11"], ["a"]) == "a_v10"
    assert newest(["ab_v2"], ["a"]) is None
