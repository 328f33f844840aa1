"""What a finding means, by its code. English windows show the finding's own sentence, which also quotes
the cell; other languages show this, with the sentence as the tool tip."""

from __future__ import annotations

from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate

FINDING_TEXTS: dict[str, str] = {
    "above_reference": QT_TRANSLATE_NOOP("Findings", "the price is above the compared price"),
    "bad_characters": QT_TRANSLATE_NOOP("Findings", "some characters could not be read"),
    "bad_value": QT_TRANSLATE_NOOP("Findings", "this cell cannot be taken as it is"),
    "below_floor": QT_TRANSLATE_NOOP("Findings", "the price is below the floor"),
    "buffer_too_large": QT_TRANSLATE_NOOP("Findings", "the reserve is larger than the stock"),
    "columns": QT_TRANSLATE_NOOP("Findings", "what the columns were read as"),
    "currency": QT_TRANSLATE_NOOP("Findings", "the currency was guessed or is unknown"),
    "duplicate_id": QT_TRANSLATE_NOOP("Findings", "this id is there twice; the row got one of its own"),
    "duplicate_link": QT_TRANSLATE_NOOP("Findings", "this link number is there twice"),
    "duplicate_sku": QT_TRANSLATE_NOOP("Findings", "this SKU is there twice; the rows share its stock"),
    "encore_stock": QT_TRANSLATE_NOOP("Findings", "an encore has its product's stock, not its own"),
    "guessed": QT_TRANSLATE_NOOP("Findings", "this cell was guessed: look at it"),
    "guessed_encoding": QT_TRANSLATE_NOOP("Findings", "the file's encoding was guessed"),
    "heading": QT_TRANSLATE_NOOP("Findings", "taken as a heading, not as an item"),
    "huge_cell": QT_TRANSLATE_NOOP("Findings", "a cell is too large and was cut"),
    "misfit": QT_TRANSLATE_NOOP(
        "Findings", "a cell of another kind stands here: the row is shifted and was left out"
    ),
    "no_header": QT_TRANSLATE_NOOP("Findings", "no title column in the first 20 rows: nothing can be read"),
    "no_items": QT_TRANSLATE_NOOP("Findings", "the sheet has no items"),
    "no_picture": QT_TRANSLATE_NOOP("Findings", "the picture's file is not there"),
    "no_price": QT_TRANSLATE_NOOP("Findings", "no price"),
    "no_scene": QT_TRANSLATE_NOOP("Findings", "no OBS scene"),
    "no_script": QT_TRANSLATE_NOOP("Findings", "no script and no key points"),
    "no_stock": QT_TRANSLATE_NOOP("Findings", "no stock"),
    "no_title": QT_TRANSLATE_NOOP("Findings", "no title: the row was left out"),
    "not_for_sale": QT_TRANSLATE_NOOP("Findings", "the shop does not sell it now"),
    "other_sheets": QT_TRANSLATE_NOOP("Findings", "other sheets look like this one and were not read"),
    "oversold": QT_TRANSLATE_NOOP("Findings", "the shop has sold more than it has; taken as 0"),
    "presale_differs": QT_TRANSLATE_NOOP("Findings", "pre-order quantity and release plan differ"),
    "price": QT_TRANSLATE_NOOP("Findings", "the price was read from a text: look at it"),
    "readable": QT_TRANSLATE_NOOP("Findings", "the sheet was read"),
    "release_differs": QT_TRANSLATE_NOOP("Findings", "release plan and stock differ"),
    "rounded_number": QT_TRANSLATE_NOOP(
        "Findings", "this long number was rounded by the spreadsheet: store it as text"
    ),
    "row_type": QT_TRANSLATE_NOOP("Findings", "this kind of row is unknown"),
    "script_file": QT_TRANSLATE_NOOP("Findings", "the script's file cannot be read"),
    "setting": QT_TRANSLATE_NOOP("Findings", "a setting cannot be used"),
    "sku_twice": QT_TRANSLATE_NOOP(
        "Findings", "this SKU is there twice in the shop's file: the row was left out"
    ),
    "stock_kept": QT_TRANSLATE_NOOP("Findings", "the file has no quantities: the stock stays as it is"),
    "times_of_day": QT_TRANSLATE_NOOP("Findings", "planned starts are times of day"),
    "too_many_cells": QT_TRANSLATE_NOOP("Findings", "more cells than headings: the row was left out"),
    "totals": QT_TRANSLATE_NOOP("Findings", "taken as a row of totals, not as an item"),
    "unclosed_quote": QT_TRANSLATE_NOOP("Findings", "a quotation mark is never closed"),
    "unknown_columns": QT_TRANSLATE_NOOP("Findings", "columns that are kept but not used"),
    "unknown_parent": QT_TRANSLATE_NOOP("Findings", "the product of this variation is not in the file"),
    "unknown_product": QT_TRANSLATE_NOOP("Findings", "the encore's product is not in the sheet"),
    "variants_differ": QT_TRANSLATE_NOOP("Findings", "variants and stock differ"),
    "variants_uncounted": QT_TRANSLATE_NOOP(
        "Findings", "not every variant is counted: the variants and their counts were left out"
    ),
}


_LISTS = ("columns", "other_sheets", "unknown_columns")


def finding_text(code: str, message: str) -> str:
    """The sentence of a finding in the windows' language."""
    source = FINDING_TEXTS.get(code)
    if source is None:
        return message
    told = translate("Findings", source)
    if told == source:
        return message
    # These are lists of the sheet's own words: they are said as they are, after the translation.
    return f"{told}: {message.partition(': ')[2]}" if code in _LISTS else told
