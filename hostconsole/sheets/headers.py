"""Which column is which: the names people give the columns of a run-sheet, and the search for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from hostconsole.tables import Cell

HEADER_ROWS = 20
"""The header stands in one of the first this many rows."""

TITLES = ("title", "name_zh", "name_en")

SYNONYMS: dict[str, str] = {
    "row_id": "Row ID, ID, Item ID, 行号, 行编号, 编码",
    "row_type": "Row type, Type, Kind, Item type, 类型, 行类型, 环节类型",
    "seq": "Order, Sequence, 顺序, 播出顺序, 讲解顺序",
    "planned_start": "Start, Start time, Planned start, Time, 开始时间, 开始, 时间, 上架时段, 时间点",
    "planned_minutes": "Minutes, Duration, Planned minutes, Min, Mins, Length, 时长, 讲解时长, "
    "分钟, 讲解分钟, "
    "讲解时间, 预计时长",
    "link_no": "Link, Link number, Link no, No., #, Number, 链接号, 链接, 链接序号, 号链接, 号, 序号",
    "product_id": "Product ID, 商品ID, 产品ID, 商品编号, 产品编号",
    "merchant_sku": "SKU, Merchant SKU, Seller SKU, Item SKU, SKU code, 商家编码, 货号, SKU编码, "
    "款号, 商品编码",
    "title": "Title, Product, Product name, Item, Item name, Product title, Name, 品名, 产品名称, "
    "商品名称, 商品名, "
    "产品名, 商品标题, 商品, 产品, 标题, 名称, 款名, 宝贝, 宝贝名称, 宝贝标题, 商品名稱, 產品名稱, 名稱",
    "name_zh": "Name zh, Chinese name, Title zh, 中文名, 中文名称, 中文品名",
    "name_en": "Name en, English name, Title en, 英文名, 英文名称, 英文品名",
    "role": "Role, 角色, 定位, 款型, 货品角色, 商品定位",
    "category": "Category, Product category, 类目, 品类, 类别, 分类",
    "spec": "Spec, Specs, Specification, 规格, 参数",
    "variants": "Variants, Options, 变体, 颜色尺码, 颜色, 规格库存, SKU明细",
    "variant_skus": "Variant SKUs, 规格编码, 变体编码",
    "bundle_of": "Bundle, Bundle of, Components, 组合, 套装内容, 组合内容",
    "currency": "Currency, 币种, 货币",
    "live_price": "Price, Live price, Sale price, Deal price, 直播价, 直播间价, 直播间价格, "
    "到手价, 券后价, 活动价, "
    "售价, 价格, 单价, 直播價, 售價, 價格",
    "ref_price": "Compare-at price, Compare at, List price, RRP, MSRP, Was, Regular price, Reference price, "
    "Ref price, Original price, 原价, 日常价, 划线价, 参考价, 吊牌价, 市场价, 原價",
    "ref_price_basis": "Price basis, Ref price basis, 划线价依据, 比较价依据",
    "low_7d": "7 day low, Lowest 7d, 7日最低价, 近7日最低价, 7天最低价",
    "low_30d": "30 day low, Lowest 30d, 30日最低价, 近30日最低价, 30天最低价",
    "floor_price": "Floor, Floor price, Min price, Minimum price, 底价, 最低价, 红线价",
    "offer": "Offer, Deal, Promotion, 机制, 直播机制, 优惠, 优惠机制, 权益, 活动机制",
    "offer_zh": "Offer zh",
    "offer_en": "Offer en",
    "gift": "Gift, Gifts, Freebie, 赠品, 赠送",
    "gift_stock": "Gift stock, Gift qty, Gifts in stock, 赠品库存, 赠品数量, 赠品备货",
    "limit_per_buyer": "Limit, Limit per buyer, Max per buyer, 限购, 每人限购, 限购数量",
    "stock_total": "Stock, Stock total, Total stock, Qty, Quantity, Inventory, 库存, 总库存, "
    "直播库存, 备货, 备货量, 备货数量, "
    "数量, 库存数量, 庫存, 數量",
    "buffer_qty": "Buffer, Reserve, Buffer qty, 预留, 预留库存, 缓冲库存, 安全库存",
    "release_plan": "Release, Release plan, 放量计划, 放库存计划, 分批库存, 放量",
    "warn_qty": "Warn, Low stock, Warn qty, 预警, 库存预警, 预警数量",
    "critical_qty": "Critical, Critical qty, 告急, 告急数量",
    "presale_qty": "Presale, Pre-order, Pre-order qty, Preorder, 预售, 预售数量, 预售库存",
    "ship_promise": "Shipping, Ships in, Ship promise, 发货, 发货时效, 发货时间, 发货承诺",
    "obs_scene": "Scene, OBS scene, OBS, 场景, OBS场景, 画面",
    "overlay": "Overlay, Lower third, 贴片, 字幕条",
    "countdown_sec": "Countdown, Countdown sec, 倒计时, 倒数",
    "cues": "Cues, Cue sheet, 中控动作, 中控提示, 动作",
    "default_lang": "Language, Lang, Default lang, 语言, 口播语言",
    "script": "Script, Talking points, Copy, 话术, 口播, 脚本, 口播稿, 讲解话术, 讲解脚本, 口播话术",
    "script_zh": "Script zh, Chinese script, 中文话术, 中文脚本",
    "script_en": "Script en, English script, 英文话术, 英文脚本",
    "key_points": "Key points, Selling points, Points, Highlights, 卖点, 利益点, 核心卖点, "
    "产品卖点, 商品卖点, 要点",
    "must_say": "Must say, Must-say, 必说, 必讲, 必须说, 必播",
    "must_not_say": "Must not say, Must-not-say, Don't say, Do not say, 不能说, 禁说, 不可说, 禁用词, 禁止说",
    "faq": "FAQ, Q&A, Questions, 答疑, 常见问题, 问答",
    "evidence_ref": "Evidence, Evidence ref, Proof, 依据, 证明, 资质, 证明材料",
    "disclosure": "Disclosure, Relation, 声明, 合作关系, 广告标识",
    "draw_spec": "Draw, Draw spec, Giveaway, 抽奖, 抽奖规则",
    "compliance_notes": "Notes, Note, Compliance notes, Remarks, Remark, Comment, 备注, 注意事项, "
    "合规备注, 注意点",
    "owner": "Owner, Host, Presenter, 负责人, 主讲, 讲解人",
    "picture": "Picture, Image, Photo, Image path, Product image, 图片, 主图, 商品图, 产品图, 图",
    "props": "Props, 道具, 备样, 样品",
}
"""For each column, the other names it is met under, the likeliest first; its own name is always one."""

_UNIT = re.compile(r"\([^()]*\)$")
_NUMBER = re.compile(r"[¥$€£]?\d[\d.,:%\-/ ]*")
_JOINTS = re.compile(r"[\s_\-‐–—:*'’.]+")


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """A header in the form that is compared: NFKC, no case, no spaces, joints or marks."""
    return _JOINTS.sub("", unicodedata.normalize("NFKC", name[:200]).strip().strip("\ufeff\u200b").casefold())


def _by_name() -> dict[str, tuple[str, int]]:
    """Normal header → (column, rank): 0 for the column's own name, then as listed."""
    known: dict[str, tuple[str, int]] = {}
    for field, names in SYNONYMS.items():
        for rank, name in enumerate([field, *names.split(",")]):
            known.setdefault(normal(name), (field, rank))
    return known


_KNOWN = _by_name()


def known_as(name: str) -> tuple[str, int] | None:
    """The column a header means and how sure that is (0 is surest), None if it is not known.

    A unit in brackets is left out: 直播价(元) is 直播价.
    """
    key = normal(name)
    return _KNOWN.get(key) or _KNOWN.get(_UNIT.sub("", key))


def known_headers(row: Sequence[Cell]) -> int:
    """How many different columns the cells of a row name; 0 if none of them is a title.

    A row with more numbers than names is an item, whatever words stand in it: "product", "hero"."""
    fields = _named(row)
    if not fields.intersection(TITLES):
        return 0
    return len(fields) if sum(map(_is_number, row[:500])) <= len(fields) else 0


def _named(row: Sequence[Cell]) -> set[str]:
    return {found[0] for cell in row[:500] if isinstance(cell, str) and cell and (found := known_as(cell))}


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return _NUMBER.fullmatch(cell.strip()) is not None
    return cell is not None and not isinstance(cell, bool)


def header_row(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Index of the row that names most columns among the first rows, None if none names a title."""
    counts = [known_headers(row) for row in rows[:HEADER_ROWS]]
    best = max(counts, default=0)
    return counts.index(best) if best else None


def untitled_header(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Index of the row that names most columns, whether one of them is a title or not; two at least, and no
    number beside them, as words alone make no header of goods. None if there is none."""
    counts = [0 if any(map(_is_number, row[:500])) else len(_named(row)) for row in rows[:HEADER_ROWS]]
    best = max(counts, default=0)
    return counts.index(best) if best > 1 else None


def columns_of(
    header: Sequence[Cell], said: Mapping[str, str] | None = None
) -> tuple[dict[str, int], list[int]]:
    """Column name → index, and the indexes of named columns that are not known.

    Of two columns with the same meaning the surer name wins; the other stays among the unknown. What people
    have `said` (normal header → column, "" for none) is surer than any name.
    """
    best: dict[str, tuple[int, int]] = {}
    named = [(at, cell) for at, cell in enumerate(header) if isinstance(cell, str) and cell.strip()]
    for at, cell in named:
        meant = said.get(normal(cell)) if said else None
        if meant == "":
            continue
        if found := (meant, -1) if meant else known_as(cell):
            field, rank = found
            best[field] = min(best.get(field, (rank, at)), (rank, at))
    columns = {field: at for field, (_, at) in best.items()}
    taken = set(columns.values())
    return columns, [at for at, _ in named if at not in taken]
