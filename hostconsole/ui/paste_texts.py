"""What the columns of a run-sheet and the kinds of files are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate

COLUMN_TEXTS: Mapping[str, str] = {
    "title": QT_TRANSLATE_NOOP("Columns", "Title"),
    "link_no": QT_TRANSLATE_NOOP("Columns", "Link number"),
    "merchant_sku": QT_TRANSLATE_NOOP("Columns", "SKU"),
    "live_price": QT_TRANSLATE_NOOP("Columns", "Price"),
    "ref_price": QT_TRANSLATE_NOOP("Columns", "Compared price"),
    "stock_total": QT_TRANSLATE_NOOP("Columns", "Stock"),
    "planned_minutes": QT_TRANSLATE_NOOP("Columns", "Minutes"),
    "planned_start": QT_TRANSLATE_NOOP("Columns", "Start"),
    "obs_scene": QT_TRANSLATE_NOOP("Columns", "OBS scene"),
    "key_points": QT_TRANSLATE_NOOP("Columns", "Key points"),
    "script": QT_TRANSLATE_NOOP("Columns", "Script"),
    "offer": QT_TRANSLATE_NOOP("Columns", "Offer"),
    "gift": QT_TRANSLATE_NOOP("Columns", "Gift"),
    "limit_per_buyer": QT_TRANSLATE_NOOP("Columns", "Limit a buyer"),
    "variants": QT_TRANSLATE_NOOP("Columns", "Variants"),
    "spec": QT_TRANSLATE_NOOP("Columns", "Spec"),
    "category": QT_TRANSLATE_NOOP("Columns", "Category"),
    "role": QT_TRANSLATE_NOOP("Columns", "Role"),
    "row_type": QT_TRANSLATE_NOOP("Columns", "Kind of row"),
    "row_id": QT_TRANSLATE_NOOP("Columns", "Row id"),
    "product_id": QT_TRANSLATE_NOOP("Columns", "Product id"),
    "floor_price": QT_TRANSLATE_NOOP("Columns", "Floor price"),
    "low_7d": QT_TRANSLATE_NOOP("Columns", "Lowest of 7 days"),
    "release_plan": QT_TRANSLATE_NOOP("Columns", "Release plan"),
    "ship_promise": QT_TRANSLATE_NOOP("Columns", "Shipping"),
    "must_say": QT_TRANSLATE_NOOP("Columns", "Must say"),
    "must_not_say": QT_TRANSLATE_NOOP("Columns", "Must not say"),
    "faq": QT_TRANSLATE_NOOP("Columns", "Questions"),
    "evidence_ref": QT_TRANSLATE_NOOP("Columns", "Proof"),
    "picture": QT_TRANSLATE_NOOP("Columns", "Picture"),
    "props": QT_TRANSLATE_NOOP("Columns", "Props"),
    "cues": QT_TRANSLATE_NOOP("Columns", "Cues"),
    "owner": QT_TRANSLATE_NOOP("Columns", "Host"),
    "compliance_notes": QT_TRANSLATE_NOOP("Columns", "Notes"),
}

_KINDS: Mapping[str, str] = {
    "run-sheet": QT_TRANSLATE_NOOP("Paste", "A run-sheet"),
    "shopify-products": QT_TRANSLATE_NOOP("Paste", "Products of Shopify"),
    "shopify-inventory": QT_TRANSLATE_NOOP("Paste", "Inventory of Shopify"),
    "woocommerce": QT_TRANSLATE_NOOP("Paste", "Products of WooCommerce"),
    "tiktok": QT_TRANSLATE_NOOP("Paste", "A template of TikTok Shop"),
    "taobao": QT_TRANSLATE_NOOP("Paste", "Items of the Taobao assistant"),
}


def column_text(column: str) -> str:
    """A column in the windows' language; its own name if it is a rare one."""
    source = COLUMN_TEXTS.get(column)
    return column if source is None else translate("Columns", source)


def kind_text(kind: str) -> str:
    return translate("Paste", _KINDS[kind]) if kind in _KINDS else kind


def offered_columns(meant: Sequence[str]) -> list[tuple[str, str]]:
    """(column, words) of everything a column may be, "" first; rare ones only where they were found."""
    rare = [column for column in dict.fromkeys(meant) if column and column not in COLUMN_TEXTS]
    return [("", translate("Paste", "not used")), *((c, column_text(c)) for c in (*COLUMN_TEXTS, *rare))]


def pasted_name(when: str) -> str:
    """What a show is called that came by the clipboard."""
    return translate("Paste", "Pasted {when}").format(when=when)


def nothing_changes() -> str:
    return translate("Paste", "Nothing in this show would change.")
