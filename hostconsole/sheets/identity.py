"""What each row is and what it is called: kind, id, link number, SKU."""

from __future__ import annotations

import re
import unicodedata

from hostconsole.sheets.grid import Grid
from hostconsole.sheets.headers import normal
from hostconsole.show.plan import ItemKind

_PRODUCT = ("product", "item", "sku", "goods", "商品", "产品", "单品", "款", "讲解", "货品")
_SEGMENT = (
    "segment", "section", "break", "draw", "opening", "closing", "intro", "outro", "环节", "流程", "开场",
    "暖场", "休息", "抽奖", "收尾", "下播", "互动", "缓冲", "串场", "预热", "福袋",
)  # fmt: skip
_ENCORE = ("return", "encore", "repeat", "rerun", "返场", "返场款", "复播", "再讲")
_KINDS: dict[str, ItemKind] = {
    **dict.fromkeys(_PRODUCT, "product"),
    **dict.fromkeys(_SEGMENT, "segment"),
    **dict.fromkeys(_ENCORE, "encore"),
}
_BY_NORMAL: dict[str, ItemKind] = {normal(name): kind for name, kind in _KINDS.items()}
_LINK = re.compile(r"^(?:no\.?|link|链接|#|第)?\s*([a-z]?\d{1,6})\s*(?:号|号链接|链接|#)?$", re.IGNORECASE)


def kinds(grid: Grid) -> list[ItemKind]:
    """product, segment or encore; without a word for it in the sheet, a row is a product."""
    texts = grid.texts("row_type")
    found: list[ItemKind] = []
    roles = grid.texts("role")
    for at, (text, role) in enumerate(zip(texts, roles, strict=True)):
        kind = _BY_NORMAL.get(normal(text)) if text else None
        if text and kind is None and "row_type" in grid.columns:
            kind = _part_of(text)
            if kind is None:
                message = f"{text[:40]!r} is no kind of row; it was taken as a product."
                grid.say("warning", "row_type", at, "row_type", message)
        found.append(kind or ("encore" if _BY_NORMAL.get(normal(role)) == "encore" else "product"))
    return found


def _part_of(text: str) -> ItemKind | None:
    """抽奖环节, 返场商品: the word inside a longer one; what is said first about encores wins."""
    for word in ("返场", "encore", "return"):
        if word in text.lower():
            return "encore"
    matches = [kind for name, kind in _KINDS.items() if len(name) > 1 and name in text.lower()]
    return "segment" if "segment" in matches else matches[0] if matches else None


def ids(grid: Grid) -> list[str]:
    """The row's own id; else R and its place among the items. None is used twice."""
    own = [_id_text(text) for text in grid.texts("row_id")]
    used = set(own) - {""}
    seen: set[str] = set()
    counts: dict[str, int] = {}
    found: list[str] = []
    for at, text in enumerate(own):
        if text and text not in seen:
            identity = text
        else:
            identity = _fresh(text or f"R{at + 1}", used, counts)
            if text:
                message = f"{text!r} is the id of an earlier row already; this row is called {identity!r}."
                grid.say("error", "duplicate_id", at, "row_id", message)
        seen.add(identity)
        used.add(identity)
        found.append(identity)
    return found


def _id_text(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).strip()
    return text.lstrip("'")[:200]


def _fresh(wanted: str, used: set[str], counts: dict[str, int]) -> str:
    """`wanted`, or with the first free number behind it; `counts` remembers how far each has come."""
    if wanted not in used:
        return wanted
    number = counts.get(wanted, 1) + 1
    while f"{wanted}-{number}" in used:
        number += 1
    counts[wanted] = number
    return f"{wanted}-{number}"


def link_numbers(grid: Grid) -> list[str]:
    """ "3号链接", "No. 3" and 3.0 are all link 3; other texts stay as written."""
    texts = grid.texts("link_no")
    known = {text: _link(text) for text in set(texts)}
    return [known[text] for text in texts]


def _link(text: str) -> str:
    clean = unicodedata.normalize("NFKC", text).strip().lstrip("'")
    found = _LINK.match(clean)
    return found[1] if found else clean


def skus(grid: Grid, ids: list[str], kinds: list[ItemKind]) -> list[str]:
    """A product's SKU is its own or, without one, its id; segments have none, encores get theirs later."""
    own = [_id_text(text) for text in grid.texts("merchant_sku")]
    return [
        "" if kind == "segment" else sku or (identity if kind == "product" else "")
        for sku, identity, kind in zip(own, ids, kinds, strict=True)
    ]
