"""Which column of a platform's figures is which: the names platforms give them, and those a person names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hostconsole.sheets.figure_cells import amount_of
from hostconsole.sheets.headers import normal
from hostconsole.tables import Cell

HEADER_ROWS = 20

KEYS: Mapping[str, str] = {
    "sku": "SKU, 商家编码, 货号, Seller SKU, Merchant SKU, SKU编码, SKU ID",
    "link_no": "Link, Link no, No., #, 链接号, 链接序号, 序号, 讲解序号",
    "title": "Title, Product, Product name, 商品, 商品名称, 商品标题, 品名, 产品名称",
    "at": "Time, Minute, Timestamp, 时间, 时刻, 分钟, 时间点",
    "name": "Metric, Indicator, 指标, 指标名称, 数据项",
    "value": "Value, 数值, 值, 数据",
}
"""Columns that say whose a figure is, or which."""

MEASURES: Mapping[str, str] = {
    "sold": "Sold, Units sold, Items sold, Quantity, Units, 成交件数, 销量, 卖出, 件数, 支付件数, 商品销量",
    "orders": "Orders, Paid orders, Orders paid, 成交订单数, 支付订单数, 订单数, 成交单数",
    "created": "Orders created, Created orders, 下单数, 创建订单数, 提交订单数",
    "buyers": "Buyers, Customers, 成交人数, 支付人数, 买家数, 成交用户数",
    "gmv": "GMV, Gross revenue, Gross sales, Sales, Revenue, 成交金额, 支付金额, 销售额, 直播间成交金额",
    "refunds": "Refunds, Refund amount, Refunded amount, 退款金额, 退款额",
    "returned": "Returned, Returned orders, Refunded orders, Returns, 退款单数, 退货单数, 退款订单数, 退货数",
    "clicks": "Clicks, Product clicks, Product clickers, 商品点击人数, 点击人数, 商品点击次数, 点击数, 点击",
    "viewers": "Viewers, Unique viewers, UV, 观看人数, 观众人数, 观众数, 看播人数, 累计观看人数, 在线人数",
    "views": "Views, PV, 观看次数, 场观, 观看人次, 累计观看人次, 直播间观看次数",
    "exposed": "Impressions, Exposed, LIVE impressions, 曝光人数, 直播间曝光人数, 曝光次数, 曝光",
    "interactors": "Interactions, Engaged viewers, 互动人数, 互动用户数",
    "followers": "New followers, Follows, 新增粉丝, 新增粉丝数, 涨粉, 新增关注",
    "watch_s": "Watch seconds, Total watch seconds, 观看总时长(秒), 总观看秒数",
    "stay_s": "Average stay, Avg. watch time, Average watch seconds, 人均观看时长(秒), 平均停留时长(秒)",
    "ad_spend": "Ad spend, Spend, Cost, 投放消耗, 广告消耗, 推广花费, 消耗",
}
"""What is counted. Each column's own name is one too."""

MONEY = frozenset({"gmv", "refunds", "ad_spend"})
OF_ITEMS = ("sold", "clicks", "orders", "buyers", "gmv", "returned", "refunds")
OF_MINUTES = ("viewers", "clicks", "orders", "gmv")


def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for fields in (KEYS, MEASURES):
        for field, names in fields.items():
            for name in (field, *names.split(",")):
                found.setdefault(normal(name), field)
    return found


_KNOWN = _known()


def field_of(header: Cell, said: Mapping[str, str]) -> str:
    """The field a header means, "" if it is not known. `said` is normal header → field, and comes first."""
    key = normal(header) if isinstance(header, str) else ""
    bare = key.partition("(")[0]
    return said.get(key) or _KNOWN.get(key) or _KNOWN.get(bare, "") if key else ""


def header_row(rows: Sequence[Sequence[Cell]], said: Mapping[str, str]) -> int | None:
    """The row that names most fields among the first; None if none names two, or one measure."""
    best, most = None, 0
    for at, row in enumerate(rows[:HEADER_ROWS]):
        fields = {field_of(cell, said) for cell in row} - {""}
        if any(amount_of(cell) is not None for cell in row):
            continue  # a name with its figure beside it is a line of a list
        if len(fields) > most and (len(fields) > 1 or fields <= set(MEASURES)):
            best, most = at, len(fields)
    return None if most == 1 and best is not None and _in_a_list(rows, best, said) else best


def _in_a_list(rows: Sequence[Sequence[Cell]], at: int, said: Mapping[str, str]) -> bool:
    """Whether a row with one known name is a line of a list whose figure cannot be read, and no header:
    another line begins with the name of a figure too."""
    return any(n != at and row and field_of(row[0], said) in MEASURES for n, row in enumerate(rows))


def columns_of(header: Sequence[Cell], said: Mapping[str, str]) -> dict[str, int]:
    """Field → index of its column; the first of two with the same meaning."""
    found: dict[str, int] = {}
    for at, cell in enumerate(header):
        field = field_of(cell, said)
        if field:
            found.setdefault(field, at)
    return found
