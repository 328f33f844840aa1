"""Cue notes as people write them: a hundred lines, and anything at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostconsole.show.cue_times import LONGEST_S, CueNote, cue_notes
from hostconsole.show.cue_words import meaning

LINES: tuple[tuple[str, str, int, str], ...] = (
    # as the sample sheet writes them
    ("T-60s 备样", "t", -60, "备样"),
    ("T-20s 切特写", "t", -20, "切特写"),
    ("T0 三二一上链接", "t", 0, "三二一上链接"),
    ("T+60s 报剩余", "t", 60, "报剩余"),
    ("T+120s 催付", "t", 120, "催付"),
    ("T+240s 加库存250", "t", 240, "加库存250"),
    ("T-30s(末) 过款", "end", -30, "过款"),
    ("末30s 过款", "end", -30, "过款"),
    ("末 预告下场", "end", 0, "预告下场"),
    ("手动 第三批35", "manual", 0, "第三批35"),
    ("售罄 报售罄并下架", "sold_out", 0, "报售罄并下架"),
    ("现货尽 转预售并改贴片", "sold_out", 0, "转预售并改贴片"),
    ("T-600s 公示规则", "t", -600, "公示规则"),
    ("T+300s 下播打点/停录/导出", "t", 300, "下播打点/停录/导出"),
    # the same, typed otherwise
    ("T+4m 加库存250", "t", 240, "加库存250"),
    ("T+4min 加库存250", "t", 240, "加库存250"),
    ("T+4分钟 加库存250", "t", 240, "加库存250"),
    ("T+4分 加库存250", "t", 240, "加库存250"),
    ("T+4分半 加库存250", "t", 270, "加库存250"),
    ("T+1.5m 报库存", "t", 90, "报库存"),
    ("T+1m30s 报库存", "t", 90, "报库存"),
    ("T+1分30秒 报库存", "t", 90, "报库存"),
    ("T+1:30 报库存", "t", 90, "报库存"),
    ("T+1:02:00 换主播", "t", 3720, "换主播"),
    ("T+1h 换主播", "t", 3600, "换主播"),
    ("T+1小时10分钟 换主播", "t", 4200, "换主播"),
    ("T+60 报剩余", "t", 60, "报剩余"),
    ("T+60秒 报剩余", "t", 60, "报剩余"),
    ("T+60秒报剩余", "t", 60, "报剩余"),
    ("T+60s报剩余", "t", 60, "报剩余"),
    ("T + 60 s 报剩余", "t", 60, "报剩余"),
    ("t+60S 报剩余", "t", 60, "报剩余"),
    ("T+60s：报剩余", "t", 60, "报剩余"),
    ("T+60s→报剩余", "t", 60, "报剩余"),
    ("T+60s - 报剩余", "t", 60, "报剩余"),
    ("T＋60s 报剩余", "t", 60, "报剩余"),
    ("Ｔ＋６０ｓ　报剩余", "t", 60, "报剩余"),
    ("T−60s 备样", "t", -60, "备样"),
    ("T–60s 备样", "t", -60, "备样"),
    ("T0: 上链接", "t", 0, "上链接"),
    ("T0上链接", "t", 0, "上链接"),
    ("T0s 上链接", "t", 0, "上链接"),
    ("t 0 上链接", "t", 0, "上链接"),
    ("T-半分钟 备样", "t", -30, "备样"),
    ("T-30s（末） 过款", "end", -30, "过款"),
    ("T-30s (end) wrap up", "end", -30, "wrap up"),
    ("+60s 报剩余", "t", 60, "报剩余"),
    ("-60s 备样", "t", -60, "备样"),
    ("+4:00 加库存", "t", 240, "加库存"),
    ("60秒 报剩余", "t", 60, "报剩余"),
    ("3分钟 讲材质", "t", 180, "讲材质"),
    ("第3分钟 报剩余", "t", 180, "报剩余"),
    ("第90秒 报剩余", "t", 90, "报剩余"),
    # from the take, the link, the end, as written
    ("开讲后2分钟 念声明", "take", 120, "念声明"),
    ("讲解+90s 念声明", "take", 90, "念声明"),
    ("切后30秒 报价", "take", 30, "报价"),
    ("开始+3m 试穿", "take", 180, "试穿"),
    ("take+30s say the brand", "take", 30, "say the brand"),
    ("start+2m try it on", "take", 120, "try it on"),
    ("30s after take: say the brand", "take", 30, "say the brand"),
    ("上链接后60秒 催付", "link", 60, "催付"),
    ("上链接前20秒 切特写", "link", -20, "切特写"),
    ("链接+2m 第二批30", "link", 120, "第二批30"),
    ("开售后1分钟 报剩余", "link", 60, "报剩余"),
    ("link+60s remind to pay", "link", 60, "remind to pay"),
    ("link up+2m add 200", "link", 120, "add 200"),
    ("2 min after link up: add 200", "link", 120, "add 200"),
    ("20s before link close-up", "link", -20, "close-up"),
    ("结束前30秒 过款", "end", -30, "过款"),
    ("结束-1m 收尾", "end", -60, "收尾"),
    ("最后30秒 过款", "end", -30, "过款"),
    ("最后1分钟 催拍", "end", -60, "催拍"),
    ("末1分钟 催拍", "end", -60, "催拍"),
    ("末尾30秒 过款", "end", -30, "过款"),
    ("end-30s wrap up", "end", -30, "wrap up"),
    ("end - 1m wrap up", "end", -60, "wrap up"),
    ("end: next item", "end", 0, "next item"),
    ("last 30s wrap up", "end", -30, "wrap up"),
    ("last 30 seconds: wrap up", "end", -30, "wrap up"),
    ("30s before end wrap up", "end", -30, "wrap up"),
    ("1 min before the end wrap up", "end", -60, "wrap up"),
    # by hand, and when nothing is left
    ("人工 换颜色", "manual", 0, "换颜色"),
    ("随时 喝水", "manual", 0, "喝水"),
    ("manual: third batch 35", "manual", 0, "third batch 35"),
    ("卖完 下链接", "sold_out", 0, "下链接"),
    ("售罄后 下架", "sold_out", 0, "下架"),
    ("sold out: link down", "sold_out", 0, "link down"),
    # what is no time: shown as it stands
    ("备样", "start", 0, "备样"),
    ("T恤 展示正反面", "start", 0, "T恤 展示正反面"),
    ("T3 吹风机", "start", 0, "T3 吹风机"),
    ("20:30 抽奖", "start", 0, "20:30 抽奖"),
    ("+250 加库存", "start", 0, "+250 加库存"),
    ("每5分钟 报库存", "start", 0, "每5分钟 报库存"),
    ("3号链接先别上", "start", 0, "3号链接先别上"),
    ("5分享福利", "start", 0, "5分享福利"),
    ("30% 毛利", "start", 0, "30% 毛利"),
    ("???", "start", 0, "???"),
    ("Take a sip of water", "start", 0, "Take a sip of water"),
    ("end of season words", "start", 0, "end of season words"),
    ("切特写", "start", 0, "切特写"),
)


def test_there_are_a_hundred_lines() -> None:
    assert len(LINES) >= 100
    assert len({line[0] for line in LINES}) == len(LINES)


@pytest.mark.parametrize(("text", "base", "at_s", "words"), LINES)
def test_a_line_is_read_as_it_was_meant(text: str, base: str, at_s: int, words: str) -> None:
    assert cue_notes(text) == (CueNote(words=words, base=base, at_s=at_s, text=text),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "cell",
    [
        "T-60s 备样|T0 上链接|末30s 过款",
        "T-60s 备样｜T0 上链接 ｜ 末30s 过款",
        "T-60s 备样\nT0 上链接\n末30s 过款\n",
        "T-60s 备样；T0 上链接；末30s 过款",
        "|T-60s 备样||T0 上链接|末30s 过款|",
    ],
)
def test_a_cell_is_cut_into_its_notes(cell: str) -> None:
    assert [(note.at_s, note.words) for note in cue_notes(cell)] == [
        (-60, "备样"), (0, "上链接"), (-30, "过款"),
    ]  # fmt: skip


def test_a_semicolon_inside_a_note_does_not_cut_it() -> None:
    (note,) = cue_notes("T0 讲材质;再讲尺码")
    assert note.words == "讲材质;再讲尺码"


def test_a_time_without_words_shows_itself() -> None:
    assert cue_notes("T+60s")[0].words == "T+60s"


def test_what_is_longer_than_a_day_is_no_time() -> None:
    assert cue_notes("T+99999m 收尾")[0].base == "start"


@pytest.mark.parametrize(
    ("words", "what", "number", "price", "preset"),
    [
        ("三二一上链接", "link_up", None, "", 0),
        ("上预售链接", "link_up", None, "", 0),
        ("open the link", "link_up", None, "", 0),
        ("预告上链接时间", "text", None, "", 0),
        ("报售罄并下架", "link_down", None, "", 0),
        ("close the link", "link_down", None, "", 0),
        ("加库存250", "release", 250, "", 0),
        ("第二批30", "release", 30, "", 0),
        ("第2批 30", "release", 30, "", 0),
        ("第2批", "release", None, "", 0),
        ("release batch 2", "release", None, "", 0),
        ("add 250", "release", 250, "", 0),
        ("过款", "take", None, "", 0),
        ("wrap up", "take", None, "", 0),
        ("改价79.9", "price", None, "79.9", 0),
        ("price to $19.99", "price", None, "19.99", 0),
        ("报各色剩余", "cue", None, "", 2),
        ("催付", "cue", None, "", 4),
        ("念声明", "cue", None, "", 13),
        ("开播打点", "mark", None, "", 0),
        ("备热水与温度计", "text", None, "", 0),
    ],
)
def test_words_mean_an_act_where_the_console_has_one(
    words: str, what: str, number: int | None, price: str, preset: int
) -> None:
    meant = meaning(words)
    assert (meant.what, meant.number, meant.price, meant.preset) == (what, number, price, preset)


PIECES = st.sampled_from(
    ["T", "t", "0", "+", "-", "60", "s", "m", "分", "半", "末", "(末)", "上链接", "后", "前", "end", "|", ":",
     " ", "手动", "售罄", "加库存", "9" * 9, "秒", "小时", ".", "第", "批", "take", "before", "１", "\n"]
)  # fmt: skip


@settings(max_examples=500)
@given(st.text(max_size=60) | st.lists(PIECES, max_size=14).map("".join))
def test_nothing_that_is_typed_is_too_much(cell: str) -> None:
    for note in cue_notes(cell):
        assert note.words
        assert abs(note.at_s) <= LONGEST_S
        assert note.text in cell
        assert meaning(note.words).what
