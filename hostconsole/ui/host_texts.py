"""The words of the host's screen, in both languages side by side.

The host's language is a setting of its own, apart from the console's: the host may read Chinese while the
controller works in English, so these texts do not go through the application's translator.
"""

from __future__ import annotations

from collections.abc import Mapping

from hostconsole.show.rules import Language

TEXTS: Mapping[str, tuple[str, str]] = {
    "window": ("{show} — Host Screen", "{show} — Host Screen"),
    "link": ("{no}号", "Link {no}"),
    "encore": ("返场", "Encore"),
    "rehearsal": ("彩排", "Rehearsal"),
    "simulated": ("模拟", "Simulated"),
    "left": ("剩", "left"),
    "about": ("约{n}", "about {n}"),
    "not_counted": ("未计数", "not counted"),
    "sold_out": ("售罄", "SOLD OUT"),
    "batch_gone": ("本批售罄", "batch gone"),
    "oversold": ("超卖 {n}", "oversold {n}"),
    "not_open": ("待上链接", "opens with the link"),
    "batch": ("第{n}/{of}批", "Batch {n} of {of}"),
    "each_unknown": ("各款未计数", "not counted each"),
    "others": ("其他", "others"),
    "gift": ("赠 {what}", "Gift {what}"),
    "gift_gone": ("赠品没了:{what}", "No more: {what}"),
    "limit": ("限{n}件", "Limit {n}"),
    "no_price": ("未定价", "no price"),
    "basis_store_7d_low": ("近7日最低", "7-day low"),
    "basis_store_30d_low": ("近30日最低", "30-day low"),
    "basis_msrp": ("建议零售价", "MSRP"),
    "basis_bundle_sum": ("单买合计", "singles sum"),
    "changed": ("刚改", "CHANGED"),
    "points": ("要点", "Points"),
    "must_say": ("必说", "Say"),
    "must_not_say": ("别说", "Don't say"),
    "note": ("注意", "Note"),
    "ship": ("发货 {what}", "Ships {what}"),
    "airing": ("讲解 {time}", "On air {time}"),
    "airing_of": ("讲解 {time} / {plan}", "On air {time} / {plan}"),
    "over": ("超 {time}", "over by {time}"),
    "sale": ("在售 {time}", "On sale {time}"),
    "link_none": ("链接未上", "Link not up"),
    "link_down": ("链接已下", "Link down"),
    "countdown": ("上链接", "Link in"),
    "counting": ("倒计时", "Countdown"),
    "late": ("晚 {time}", "Late {time}"),
    "early": ("早 {time}", "Early {time}"),
    "on_time": ("准时", "On time"),
    "ends": ("{time}完", "ends {time}"),
    "next": ("下一款", "Next"),
    "nothing_next": ("后面没有了", "Nothing after this"),
    "prepare": ("备:{what}", "Ready: {what}"),
    "safe": ("救场画面 · 观众看不到你", "Safe picture · viewers do not see you"),
    "idle": ("稍候开播", "Starting soon"),
    "idle_nothing": ("没有讲解中的款", "Nothing on air"),
    "ended": ("本场结束", "The show has ended"),
    "seen": ("空格 = 看到了", "Space = seen"),
    "time_left": ("还有 {time}", "{time} to read"),
    "paused": ("已停", "Paused"),
    "pace": ("{n} 字/分", "{n} chars/min"),
    "you_said": ("刚说{said},现在{now}", "you said {said}, now {now}"),
    "you_said_words": ("刚说的是:{said}", "you said: {said}"),
    "you_said_stock": ("刚说有,现在售罄", "you said there are some, now sold out"),
    "say_again": ("再说一遍", "say it again"),
    "no_script": ("没有稿子", "No script"),
    "page": ("{n}/{of}", "{n}/{of}"),
    "test_stand": ("站到 {distance} 米远的地方看", "Stand {distance} m away and look"),
    "test_glance": ("3号 ¥89 剩148", "Link 3 ¥89 148 left"),
    "test_words": ("这一行要能不费力地读", "You should read this line at ease"),
    "test_small": ("这一行读不清也没关系", "This line may be too small"),
    "test_ruler": (
        "拿尺子量:这条线应长 10 厘米。不是的话,用“字号”调到看得清",
        "Take a ruler: this line is 10 cm long. If it is not, set the text size until you can read",
    ),
}  # fmt: skip


def say(language: Language, key: str, **fields: object) -> str:
    """The text of `key` in `language` with its fields filled in. Raises KeyError for an unknown key."""
    zh, en = TEXTS[key]
    return (zh if language == "zh" else en).format(**fields)
