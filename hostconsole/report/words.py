"""The words of a report in both languages."""

from __future__ import annotations

from typing import Literal

from hostconsole.report.phrases import PHRASES

Language = Literal["en", "zh"]

_WORDS: dict[str, tuple[str, str]] = {
    "airings": ("Airings", "讲解"),
    "misfires": ("Misfires", "误切"),
    "products": ("Products", "商品"),
    "events": ("Events", "日志"),
    "price_changes": ("Price changes", "改价"),
    "marks": ("Marks", "打点"),
    "incidents": ("Incidents", "异常"),
    "cues": ("Cues", "提示"),
    "session": ("Session", "场次"),
    "preparation": ("Preparation", "备播"),
    "rehearsal": ("REHEARSAL", "彩排"),
    "live": ("Live", "直播"),
    "simulated": ("SIMULATED", "模拟"),
    "rehearsal_note": ("A rehearsal: none of these figures belong to a live show.",
                       "这是彩排:以下数字不计入直播。"),
    "simulated_note": ("OBS was simulated: nothing left this computer.", "OBS 为模拟:画面没有真的播出。"),
    "not_counted": ("not counted", "未统计"),
    "unknown": ("–", "–"),
    "still_on_air": ("still on air", "讲解中"),
    "not_over": ("not over", "未结束"),
    "not_seen": ("not seen", "未看到"),
    "misfire": ("misfire", "误切"),
    "show": ("Show", "直播场次"),
    "kind": ("Kind", "类型"),
    "started": ("Started", "开始"),
    "ended": ("Ended", "结束"),
    "length": ("Length", "时长"),
    "operators": ("At the desk", "中控"),
    "sheet": ("Run-sheet", "排品表"),
    "event_count": ("Events", "事件数"),
    "last_hash": ("Last hash", "末条哈希"),
    "times_in": ("Times are {zone}.", "时间均为 {zone}。"),
    "counted_note": (
        "“Sold” is what was counted between the take and the end of the airing; "
        "what nobody counted is “not counted”, never guessed.",
        "“卖出”是切上到讲完之间统计到的件数;没人统计的写“未统计”,不估算。",
    ),
    "open_events": ("All events", "全部事件"),
    "none": ("None.", "无。"),
    "link_no": ("Link", "链接"),
    "item": ("Item", "编号"),
    "title": ("Title", "品名"),
    "item_kind": ("Kind", "类型"),
    "product": ("product", "商品"),
    "segment": ("segment", "环节"),
    "encore": ("encore", "返场"),
    "sku": ("SKU", "SKU"),
    "n": ("Airing", "第几次"),
    "note": ("Note", "备注"),
    "planned_start": ("Planned start", "计划开始"),
    "started_local": ("Start ({zone})", "开始 ({zone})"),
    "started_utc": ("Start (UTC)", "开始 (UTC)"),
    "at_local": ("Time ({zone})", "时间 ({zone})"),
    "at_utc": ("Time (UTC)", "时间 (UTC)"),
    "clock": ("Show clock", "整场时钟"),
    "until": ("Until", "到"),
    "planned_min": ("Planned min", "计划分钟"),
    "aired_min": ("Aired min", "实际分钟"),
    "held_min": ("Safe picture min", "救场分钟"),
    "currency": ("Currency", "币种"),
    "price_at_take": ("Price at take", "切上时价格"),
    "price_at_end": ("Price at end", "结束时价格"),
    "price_first": ("First price", "起始价格"),
    "price_last": ("Last price", "最后价格"),
    "stock_before": ("Left before", "讲前可卖"),
    "stock_before_source": ("Source before", "讲前来源"),
    "stock_after": ("Left after", "讲后可卖"),
    "stock_after_source": ("Source after", "讲后来源"),
    "stock_first": ("Left at start", "开场可卖"),
    "stock_left": ("Left at end", "最后可卖"),
    "stock_left_source": ("Source", "来源"),
    "sold": ("Sold", "卖出"),
    "scene_asked": ("Scene asked", "请求场景"),
    "accepted_ms": ("Accepted ms", "接受 毫秒"),
    "on_air_ms": ("On air ms", "上屏 毫秒"),
    "scene_failed": ("Scene failed", "场景失败"),
    "points": ("Points said", "要点"),
    "airing_count": ("Airings", "讲解次数"),
    "misfire_count": ("Misfires", "误切次数"),
    "seq": ("No.", "序号"),
    "was": ("Was", "原价"),
    "now": ("Now", "现价"),
    "actor": ("By", "操作人"),
    "reason": ("Reason", "原因"),
    "on_air": ("On air", "讲解中"),
    "yes": ("yes", "是"),
    "no": ("", ""),
    "label": ("Label", "说明"),
    "rec": ("Recording", "录像时间"),
    "what": ("What", "事件"),
    "text": ("Text", "内容"),
    "seconds": ("Seconds", "秒"),
    "answer_s": ("Seen after s", "看到用时 秒"),
    "data": ("Details (JSON)", "内容 (JSON)"),
    "cut": ("… ({n} more characters in the .jsonl export)", "…(另有 {n} 字,见 .jsonl 导出)"),
    "obs_lost": ("OBS lost", "OBS 断开"),
    "safe_picture": ("Safe picture", "救场画面"),
    "stream_reconnecting": ("Stream reconnecting", "推流重连"),
    "network": ("Network drops frames", "网络丢帧"),
    "computer": ("PC too slow", "电脑跟不上"),
    "stream_stuck": ("Stream did not arrive", "推流不通"),
    "oversold": ("Oversold", "超卖"),
    "mic_silent": ("No sound", "没声音"),
    "not_running": ("Console not running", "控台未运行"),
    "trouble": ("Trouble", "故障"),
    "routine": ("routine", "普通"),
    "must": ("must", "必须"),
    "source_sheet": ("sheet", "排品表"),
    "source_hand": ("by hand", "手记"),
    "source_plan": ("plan", "放量计划"),
    "source_undo": ("undo", "撤销"),
    "source_feed": ("feed {name}", "数据源 {name}"),
    "who_controller": ("controller", "中控"),
    "who_host": ("host", "主播"),
    "who_console": ("console", "控制台"),
    "who_obs": ("OBS", "OBS"),
    **PHRASES,
}  # fmt: skip

ROLES = ("controller", "host", "console", "obs")
"""Actors of the log that are no names."""


def word(key: str, language: Language, **fields: object) -> str:
    """The text of `key`; raises KeyError for one there is none of."""
    text = _WORDS[key][0 if language == "en" else 1]
    return text.format(**fields) if fields else text


def source(name: str, by: str, language: Language) -> str:
    """Whose number it is, as read: "by hand 甲", "feed shop"; "" stays ""."""
    if not name:
        return ""
    feed = name.removeprefix("feed:")
    if feed != name:
        return word("source_feed", language, name=feed)
    known = f"source_{name}"
    text = word(known, language) if known in _WORDS else name
    return f"{text} {by}" if by else text
