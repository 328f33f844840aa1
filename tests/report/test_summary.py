"""The few lines for a message, and harmless file names."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.report.export import read_night
from hostconsole.report.look import Look
from hostconsole.report.naming import LONGEST_BYTES, file_name
from hostconsole.report.summary import summary, summary_json

from .golden import golden
from .made import ListLog

ZH = Look(language="zh", zone=timezone(timedelta(hours=8)))


def test_the_summary_of_the_golden_night() -> None:
    night = read_night(ListLog.of(golden(rehearsal=True).log), "s1")
    assert summary(night, ZH).splitlines() == [
        "双十一 晚场 · 彩排 · 2026-11-23 20:00 · 18:10",
        "",
        "1. 1 号 加厚棉柔巾卖得最多:100 件,占统计到的 100 件的 100%,共讲 11:00。",
        "2. 有 1 款没讲到(计划 5:00)。",
        "3. 1 号 加厚棉柔巾讲了 9:00,计划 6:00,最后 5 分钟卖 42 件。",
        "",
        "卖出(统计) 100 · 统计金额 ¥1,920 · 讲解时长 17:30 · 计划完成 91 % · "
        "每分钟卖出 9.1 件/分 · 售罄率 100 %",
        "",
        "1 号 加厚棉柔巾 · ¥18.9 · 11:00 · 卖出 100",
        "2 号 Thermos 480 ml · ¥89 · 4:30 · 卖出 未统计",
    ]
    told = summary_json(night, ZH)
    assert told["sentences"][2]["evidence"][1] == {"clock": "0:05:00", "text": "统计到 30 件"}
    assert told["figures"][0]["value"] == 100


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("双十一 晚场", "双十一 晚场"),
        ("../../etc/passwd", "etc passwd"),
        ("CON", "_CON"),
        ("a\x00b\nc", "a b c"),
        ("...", "_"),
        ("x. ", "x"),
        ("=cmd|'/c calc'!A0", "=cmd ' c calc'!A0"),
        ("🧨🎎", "🧨🎎"),
    ],
)
def test_names_of_files_are_harmless(words: str, name: str) -> None:
    assert file_name(words) == name


@given(st.text(max_size=300))
def test_any_words_make_a_name_that_every_system_takes(words: str) -> None:
    name = file_name(words)
    assert 0 < len(name.encode()) <= LONGEST_BYTES + 1
    assert not set(name) & set('<>:"/\\|?*\x00\n\r\t')
    assert not name.startswith(".")
    assert not name.endswith((" ", "."))
