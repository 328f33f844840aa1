"""The pre-flight's sentences by code, in the windows' language: why, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from hostconsole.show.preflight import Remark
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate

REMARK_TEXTS: Mapping[str, tuple[str, str]] = {
    "no_stock": (
        QT_TRANSLATE_NOOP("Preflight", "No stock is given."),
        QT_TRANSLATE_NOOP("Preflight", "Fill it in, or count it by hand on air."),
    ),
    "stock_short": (
        QT_TRANSLATE_NOOP(
            "Preflight",
            "{stock} in stock; at {speed} a minute, as in the last shows, {minutes} minutes sell {demand}.",
        ),
        QT_TRANSLATE_NOOP("Preflight", "Bring more, or plan fewer minutes."),
    ),
    "buffer_too_large": (
        QT_TRANSLATE_NOOP("Preflight", "{buffer} are kept back of a stock of {stock}."),
        QT_TRANSLATE_NOOP("Preflight", "Keep back fewer."),
    ),
    "variants_differ": (
        QT_TRANSLATE_NOOP("Preflight", "The variants add up to {variants}, the stock is {stock}."),
        QT_TRANSLATE_NOOP("Preflight", "Count them again."),
    ),
    "release_differs": (
        QT_TRANSLATE_NOOP("Preflight", "The batches add up to {batches}; stock without reserve is {stock}."),
        QT_TRANSLATE_NOOP("Preflight", "Change the release plan or the stock."),
    ),
    "release_late": (
        QT_TRANSLATE_NOOP(
            "Preflight", "A batch opens {after} min after the link, but the item has {minutes} min."
        ),
        QT_TRANSLATE_NOOP("Preflight", "Release it earlier, or give the item more time."),
    ),
    "presale_differs": (
        QT_TRANSLATE_NOOP(
            "Preflight", "The presale batches add up to {batches}, the presale quantity is {presale}."
        ),
        QT_TRANSLATE_NOOP("Preflight", "Make the two agree."),
    ),
    "no_link": (
        QT_TRANSLATE_NOOP("Preflight", "It has no link number: host and viewers cannot name it."),
        QT_TRANSLATE_NOOP("Preflight", "Give it its number in the shop."),
    ),
    "no_links": (
        QT_TRANSLATE_NOOP("Preflight", "No product has a link number: host and viewers cannot name them."),
        QT_TRANSLATE_NOOP("Preflight", "Number them as in the shop."),
    ),
    "duplicate_link": (
        QT_TRANSLATE_NOOP("Preflight", "Link {link} is that of {other} too."),
        QT_TRANSLATE_NOOP("Preflight", "Give one of them another number."),
    ),
    "no_part": (
        QT_TRANSLATE_NOOP("Preflight", "Not in the show, but in this bundle: {part}."),
        QT_TRANSLATE_NOOP("Preflight", "Add it, or count the bundle by hand."),
    ),
    "no_encore": (
        QT_TRANSLATE_NOOP(
            "Preflight", "{count} products and no encore: who comes late never sees the first ones."
        ),
        QT_TRANSLATE_NOOP("Preflight", "Plan an encore of the best."),
    ),
    "no_price": (
        QT_TRANSLATE_NOOP("Preflight", "It has no price."),
        QT_TRANSLATE_NOOP("Preflight", "Fill in what viewers pay."),
    ),
    "no_prices": (
        QT_TRANSLATE_NOOP("Preflight", "No product has a price."),
        QT_TRANSLATE_NOOP("Preflight", "Fill in what viewers pay."),
    ),
    "below_floor": (
        QT_TRANSLATE_NOOP("Preflight", "The price {price} is below the floor {floor}."),
        QT_TRANSLATE_NOOP("Preflight", "Raise it, or agree on a lower floor."),
    ),
    "above_reference": (
        QT_TRANSLATE_NOOP("Preflight", "The price {price} is above the compared price {ref}."),
        QT_TRANSLATE_NOOP("Preflight", "Correct one of them: nothing is saved."),
    ),
    "no_basis": (
        QT_TRANSLATE_NOOP("Preflight", "{ref} is struck through without a basis."),
        QT_TRANSLATE_NOOP("Preflight", "Name it (7-day low, last deal, list price, bundle), or take it out."),
    ),
    "above_low_7d": (
        QT_TRANSLATE_NOOP("Preflight", "{ref} is struck through, but the 7-day low is {low}."),
        QT_TRANSLATE_NOOP("Preflight", "Compare with {low}, or name another basis."),
    ),
    "low_unknown": (
        QT_TRANSLATE_NOOP("Preflight", "The basis is the 7-day low, which is not given."),
        QT_TRANSLATE_NOOP("Preflight", "Fill in low_7d: it is the proof."),
    ),
    "list_price": (
        QT_TRANSLATE_NOOP("Preflight", "A list price is no former price: what is saved is {saving}."),
        QT_TRANSLATE_NOOP("Preflight", "Call it list price on screen, and say {saving}."),
    ),
    "bundle_sum": (
        QT_TRANSLATE_NOOP("Preflight", "The parts cost {sum}, the compared price says {ref}."),
        QT_TRANSLATE_NOOP("Preflight", "Compare with {sum}."),
    ),
    "above_low_30d": (
        QT_TRANSLATE_NOOP(
            "Preflight", "The price is not below the 30-day low of {low}: in the EU it is no reduction."
        ),
        QT_TRANSLATE_NOOP("Preflight", "Say no “reduced” there, or lower the price."),
    ),
    "encore_cheaper": (
        QT_TRANSLATE_NOOP(
            "Preflight", "The encore costs {price}, the first airing {first}: earlier buyers will ask."
        ),
        QT_TRANSLATE_NOOP("Preflight", "Keep the price, or have an answer ready."),
    ),
    "encore_dearer": (
        QT_TRANSLATE_NOOP("Preflight", "The encore costs {price}, the first airing {first}."),
        QT_TRANSLATE_NOOP("Preflight", "Say why, or keep the price."),
    ),
    "no_script": (
        QT_TRANSLATE_NOOP("Preflight", "It has no script and no key points."),
        QT_TRANSLATE_NOOP("Preflight", "Write at least two points."),
    ),
    "no_scripts": (
        QT_TRANSLATE_NOOP("Preflight", "No product has a script or key points."),
        QT_TRANSLATE_NOOP("Preflight", "Write at least two points for each."),
    ),
    "few_points": (
        QT_TRANSLATE_NOOP("Preflight", "It has fewer than two key points: {points}."),
        QT_TRANSLATE_NOOP("Preflight", "Write what the host must not forget."),
    ),
    "few_all": (
        QT_TRANSLATE_NOOP("Preflight", "No product has two key points."),
        QT_TRANSLATE_NOOP("Preflight", "Write what the host must not forget."),
    ),
    "script_long": (
        QT_TRANSLATE_NOOP("Preflight", "The script takes {script} min to read, {minutes} min are planned."),
        QT_TRANSLATE_NOOP("Preflight", "Shorten it, or plan more time."),
    ),
    "no_evidence": (
        QT_TRANSLATE_NOOP("Preflight", "“{word}” needs proof, and none is named."),
        QT_TRANSLATE_NOOP("Preflight", "Name the report, or say it another way."),
    ),
    "no_draw_rules": (
        QT_TRANSLATE_NOOP("Preflight", "A draw without rules."),
        QT_TRANSLATE_NOOP("Preflight", "Write prize, number, way and time before it starts."),
    ),
    "no_scene": (
        QT_TRANSLATE_NOOP("Preflight", "It has no OBS scene: the take leaves the picture as it is."),
        QT_TRANSLATE_NOOP("Preflight", "Choose its scene."),
    ),
    "no_scenes": (
        QT_TRANSLATE_NOOP("Preflight", "No product has an OBS scene: takes leave the picture as it is."),
        QT_TRANSLATE_NOOP("Preflight", "Choose the scenes."),
    ),
    "no_picture": (
        QT_TRANSLATE_NOOP("Preflight", "It has no picture."),
        QT_TRANSLATE_NOOP("Preflight", "Put one beside the sheet and name it."),
    ),
    "no_pictures": (
        QT_TRANSLATE_NOOP("Preflight", "No product has a picture."),
        QT_TRANSLATE_NOOP("Preflight", "Put them beside the sheet and name them."),
    ),
    "no_minutes": (
        QT_TRANSLATE_NOOP("Preflight", "No minutes are planned for it."),
        QT_TRANSLATE_NOOP("Preflight", "Plan some: the clock and the end depend on it."),
    ),
    "no_minutes_all": (
        QT_TRANSLATE_NOOP("Preflight", "No minutes are planned."),
        QT_TRANSLATE_NOOP("Preflight", "Plan some: the clock and the end depend on it."),
    ),
    "overruns": (
        QT_TRANSLATE_NOOP("Preflight", "It is planned until {until}, the next one starts at {start}."),
        QT_TRANSLATE_NOOP("Preflight", "Take {over} min out, or move the start."),
    ),
    "ends_late": (
        QT_TRANSLATE_NOOP(
            "Preflight", "{planned} min are planned, {have} min are there: it ends {over} min late."
        ),
        QT_TRANSLATE_NOOP("Preflight", "Take something out, or end later."),
    ),
    "no_operator": (
        QT_TRANSLATE_NOOP("Preflight", "Nobody has said who sits at the desk."),
        QT_TRANSLATE_NOOP("Preflight", "Write the name: it stands in the log."),
    ),
}


def remark_texts(remark: Remark) -> tuple[str, str]:
    """Why, and how to mend it; the English ones if the code is unknown here."""
    sources = REMARK_TEXTS.get(remark.code)
    if sources is None:
        return remark.why, remark.mend
    why, mend = (translate("Preflight", source).format(**remark.fields) for source in sources)
    return why, mend
