"""The English of the pre-flight by code: why, and how to mend it. Windows have the same by translation."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    # goods
    "no_stock": ("No stock is given.", "Fill it in, or count it by hand on air."),
    "stock_short": (
        "{stock} in stock; at {speed} a minute, as in the last shows, {minutes} minutes sell {demand}.",
        "Bring more, or plan fewer minutes.",
    ),
    "buffer_too_large": ("{buffer} are kept back of a stock of {stock}.", "Keep back fewer."),
    "variants_differ": ("The variants add up to {variants}, the stock is {stock}.", "Count them again."),
    "release_differs": (
        "The batches add up to {batches}; stock without reserve is {stock}.",
        "Change the release plan or the stock.",
    ),
    "release_late": (
        "A batch opens {after} min after the link, but the item has {minutes} min.",
        "Release it earlier, or give the item more time.",
    ),
    "presale_differs": (
        "The presale batches add up to {batches}, the presale quantity is {presale}.",
        "Make the two agree.",
    ),
    "no_link": ("It has no link number: host and viewers cannot name it.", "Give it its number in the shop."),
    "no_links": (
        "No product has a link number: host and viewers cannot name them.",
        "Number them as in the shop.",
    ),
    "duplicate_link": ("Link {link} is that of {other} too.", "Give one of them another number."),
    "no_part": ("Not in the show, but in this bundle: {part}.", "Add it, or count the bundle by hand."),
    "no_encore": (
        "{count} products and no encore: who comes late never sees the first ones.",
        "Plan an encore of the best.",
    ),
    # prices
    "no_price": ("It has no price.", "Fill in what viewers pay."),
    "no_prices": ("No product has a price.", "Fill in what viewers pay."),
    "below_floor": ("The price {price} is below the floor {floor}.", "Raise it, or agree on a lower floor."),
    "above_reference": (
        "The price {price} is above the compared price {ref}.",
        "Correct one of them: nothing is saved.",
    ),
    "no_basis": (
        "{ref} is struck through without a basis.",
        "Name it (7-day low, last deal, list price, bundle), or take it out.",
    ),
    "above_low_7d": (
        "{ref} is struck through, but the 7-day low is {low}.",
        "Compare with {low}, or name another basis.",
    ),
    "low_unknown": ("The basis is the 7-day low, which is not given.", "Fill in low_7d: it is the proof."),
    "list_price": (
        "A list price is no former price: what is saved is {saving}.",
        "Call it list price on screen, and say {saving}.",
    ),
    "bundle_sum": (
        "The parts cost {sum}, the compared price says {ref}.",
        "Compare with {sum}.",
    ),
    "above_low_30d": (
        "The price is not below the 30-day low of {low}: in the EU it is no reduction.",
        "Say no “reduced” there, or lower the price.",
    ),
    "encore_cheaper": (
        "The encore costs {price}, the first airing {first}: earlier buyers will ask.",
        "Keep the price, or have an answer ready.",
    ),
    "encore_dearer": ("The encore costs {price}, the first airing {first}.", "Say why, or keep the price."),
    # words
    "no_script": ("It has no script and no key points.", "Write at least two points."),
    "no_scripts": ("No product has a script or key points.", "Write at least two points for each."),
    "few_points": ("It has fewer than two key points: {points}.", "Write what the host must not forget."),
    "few_all": ("No product has two key points.", "Write what the host must not forget."),
    "script_long": (
        "The script takes {script} min to read, {minutes} min are planned.",
        "Shorten it, or plan more time.",
    ),
    "no_evidence": ("“{word}” needs proof, and none is named.", "Name the report, or say it another way."),
    "no_draw_rules": ("A draw without rules.", "Write prize, number, way and time before it starts."),
    # pictures
    "no_scene": ("It has no OBS scene: the take leaves the picture as it is.", "Choose its scene."),
    "no_scenes": ("No product has an OBS scene: takes leave the picture as it is.", "Choose the scenes."),
    "no_picture": ("It has no picture.", "Put one beside the sheet and name it."),
    "no_pictures": ("No product has a picture.", "Put them beside the sheet and name them."),
    # people
    "no_minutes": ("No minutes are planned for it.", "Plan some: the clock and the end depend on it."),
    "no_minutes_all": ("No minutes are planned.", "Plan some: the clock and the end depend on it."),
    "overruns": (
        "It is planned until {until}, the next one starts at {start}.",
        "Take {over} min out, or move the start.",
    ),
    "ends_late": (
        "{planned} min are planned, {have} min are there: it ends {over} min late.",
        "Take something out, or end later.",
    ),
    "no_operator": ("Nobody has said who sits at the desk.", "Write the name: it stands in the log."),
}  # fmt: skip

ALL: Mapping[str, str] = {
    "no_link": "no_links",
    "no_price": "no_prices",
    "no_script": "no_scripts",
    "few_points": "few_all",
    "no_scene": "no_scenes",
    "no_picture": "no_pictures",
    "no_minutes": "no_minutes_all",
}
"""The code for all products of what a single one lacks."""
