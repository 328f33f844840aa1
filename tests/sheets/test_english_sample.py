"""The English sample show is the Chinese one in other words: no number, no row and no batch differs."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from hostconsole.bundled import is_sample, sample
from hostconsole.sheets import Reading, read_show
from hostconsole.show.plan import Item

from .making import codes

WORDS = {
    "title", "title_en", "offer", "offer_en", "script", "script_en", "lang", "key_points", "faq", "evidence",
    "notes", "disclosure", "spec", "gift", "ship_promise", "owner", "cues", "scene", "variants", "draw",
}  # fmt: skip


@pytest.fixture(scope="module")
def english() -> Reading:
    return read_show(sample("en"))


@pytest.fixture(scope="module")
def chinese() -> Reading:
    return read_show(sample("zh"))


def test_it_is_read_without_error_or_warning(english: Reading) -> None:
    assert codes(english) == ["readable"]
    assert english.encoding == "utf-8-sig"


def test_no_cell_has_a_chinese_character(english: Reading) -> None:
    text = sample("en").read_text("utf-8-sig")
    assert re.findall(r"[\u3000-\u9fff\uff00-\uffef]+", text) == []
    assert {item.lang for item in english.plan.items} == {"en"}


def test_every_number_is_that_of_the_chinese_sample(english: Reading, chinese: Reading) -> None:
    assert [numbers(item) for item in english.plan.items] == [numbers(item) for item in chinese.plan.items]


def test_what_the_chinese_sample_says_is_said_in_english_too(english: Reading, chinese: Reading) -> None:
    for said, meant in zip(english.plan.items, chinese.plan.items, strict=True):
        assert said.title == meant.title_en
        for name in ("offer", "key_points", "faq", "evidence", "notes", "cues", "gift"):
            assert bool(getattr(said, name)) == bool(getattr(meant, name)), (said.id, name)
        assert said.script
        assert len(said.key_points) == len(meant.key_points), said.id
        assert [v.qty for v in said.variants] == [v.qty for v in meant.variants]
        assert said.scene.partition("_")[0] == meant.scene.partition("_")[0]


def test_either_is_known_as_the_sample_show() -> None:
    assert is_sample(str(sample("en")))
    assert is_sample(str(sample("zh")))
    assert not is_sample("/shows/tonight.csv")


def numbers(item: Item) -> dict[str, object]:
    """All of a row that is not words."""
    return {name: getattr(item, name) for name in (f.name for f in fields(item)) if name not in WORDS}
