"""What the quick bar says: one sentence for what it understood, and what Enter does."""

from __future__ import annotations

from collections.abc import Mapping

from hostconsole.show.quick import Understood
from hostconsole.show.state import ItemState, State
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import DASH, link_name, price
from hostconsole.ui.texts import command_text, refusal_text


def sentence(found: Understood, state: State) -> str:
    """What the line means now: "Link 3 · price ¥89 → ¥79.9"; "" for an empty line."""
    if found.status == "empty":
        return ""
    if found.status == "unknown":
        return _unknown(found, state)
    if found.code == "cue":
        return _cue(str(found.fields.get("text", "")))
    if found.code == "command":
        return _command(found)
    row = state.items.get(found.item or "")
    words = _wanting(found) if found.status == "partial" else _act(found, row)
    if row is None:
        return words
    name = link_name(row.item)
    if name == row.item.title:
        return f"{name}  {words}"
    if found.code == "next":
        return f"{name}  {row.item.title}  {words}"
    return f"{name}  {words}   {row.item.title}"


def _unknown(found: Understood, state: State) -> str:
    if found.refusal is not None:
        return refusal_text(found.refusal, state)
    return translate("QuickBar", "Not understood: no item is called “{words}”").format(**found.fields)


def _cue(text: str) -> str:
    if not text:
        return translate("QuickBar", "Cue to the host: type the words")
    return translate("QuickBar", "To the host: {text}").format(text=text)


def _command(found: Understood) -> str:
    words = str(found.fields.get("words", ""))
    missing = found.fields.get("name")
    if found.status == "partial" and missing:
        return translate("QuickBar", "{command}: {name}= is missing").format(
            command=command_text(words), name=missing
        )
    if found.status == "partial":
        return translate("QuickBar", "Which command?")
    args = "  ".join(f"{name}={value}" for name, value in found.step.args.items()) if found.step else ""
    return f"{command_text(words)}  {args}".rstrip()


def _act(found: Understood, row: ItemState | None) -> str:
    spoken = {name: _shown(value) for name, value in found.fields.items()}
    words = {
        "next": translate("QuickBar", "▸ next"),
        "price": translate("QuickBar", "price {was} → {now}"),
        "count": translate("QuickBar", "left {was} → {now}"),
        "sold": translate("QuickBar", "sold so far {qty} · left {was} → {now}"),
        "release": translate("QuickBar", "release {qty} · left {was} → {now} · {pool} held back"),
        "adjust": translate("QuickBar", "stock by {by} · left {was} → {now}"),
        "encore": translate("QuickBar", "encore with {qty}"),
    }[found.code]
    if "variant" in spoken:
        words = translate("QuickBar", "{variant}: left {was} → {now}")
    if found.code == "encore" and "qty" not in spoken:
        return translate("QuickBar", "encore")
    known: Mapping[str, str] = {"was": DASH, "now": DASH, "pool": DASH, "qty": DASH, "by": DASH, **spoken}
    if found.status == "refused" and found.code not in ("price", "next"):
        return _heads()[found.code] + " " + known["by" if found.code == "adjust" else "qty"]
    return words.format(**known)


def _heads() -> Mapping[str, str]:
    return {
        "price": translate("QuickBar", "price"),
        "count": translate("QuickBar", "left"),
        "sold": translate("QuickBar", "sold so far"),
        "release": translate("QuickBar", "release"),
        "adjust": translate("QuickBar", "stock by"),
        "encore": translate("QuickBar", "encore with"),
    }


def _wanting(found: Understood) -> str:
    was = found.fields.get("was")
    head = _heads()[found.code]
    return f"{head} {_shown(was)} → …" if was is not None else f"{head} …"


def _shown(value: object) -> str:
    return DASH if value is None else str(value)


def hint(found: Understood) -> str:
    """What Enter does now; "" when it does nothing."""
    if found.status == "ready":
        if found.asks:
            return translate("QuickBar", "Enter twice")
        if found.then is not None:
            return translate("QuickBar", "Enter: next   Enter again: on air")
        return translate("QuickBar", "Enter")
    if found.choices:
        return translate("QuickBar", "Tab completes")
    return ""


def doubt(found: Understood, state: State) -> str:
    """Why it is asked for again."""
    row = state.items.get(found.item or "")
    if found.code in ("count", "sold", "adjust"):
        return translate("QuickBar", "Far more than there ever was. Enter again sets it")
    if row is None or row.item.price is None or found.code != "price":
        return translate("QuickBar", "Enter again to confirm")
    words = translate(
        "QuickBar", "{now}: far from the plan ({planned}) or under the floor. Enter again sets it"
    )
    planned = price(row.item.price, row.item.currency)
    return words.format(now=_shown(found.fields.get("now")), planned=planned)


def examples() -> tuple[tuple[str, str], ...]:
    """What can be typed: the line, and what it does."""
    return (
        ("12", translate("QuickBar", "next is link 12")),
        ("12 ⏎⏎", translate("QuickBar", "on air")),
        ("=79.9", translate("QuickBar", "price")),
        ("k148", translate("QuickBar", "left")),
        ("s52", translate("QuickBar", "sold so far")),
        ("+200", translate("QuickBar", "release")),
        ("-3", translate("QuickBar", "stock by")),
        ("12*20", translate("QuickBar", "encore with 20")),
        ("bwb", translate("QuickBar", "find by initials")),
        ("#…", translate("QuickBar", "words to the host")),
        ("/…", translate("QuickBar", "any command")),
        ("Esc", translate("QuickBar", "close")),
    )
