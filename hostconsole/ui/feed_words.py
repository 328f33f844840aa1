"""A feed in words: its lamp, what it found, what it failed with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hostconsole.show.feed_view import FRESH_S, FeedView, OddFigure
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate
from hostconsole.ui.outputs import LampLook

MOST_NAMED = 6

ERROR_TEXTS: Mapping[str, str] = {
    "feed_unreachable": QT_TRANSLATE_NOOP("Feeds", "Cannot be reached"),
    "feed_slow": QT_TRANSLATE_NOOP("Feeds", "Did not answer in time"),
    "feed_busy": QT_TRANSLATE_NOOP("Feeds", "Is busy and asks for a pause"),
    "feed_status": QT_TRANSLATE_NOOP("Feeds", "Answers with an error"),
    "feed_html": QT_TRANSLATE_NOOP("Feeds", "Answers with a web page"),
    "feed_answer": QT_TRANSLATE_NOOP("Feeds", "The answer cannot be read"),
    "feed_rows": QT_TRANSLATE_NOOP("Feeds", "The answer has no list where rows = … says"),
    "feed_error": QT_TRANSLATE_NOOP("Feeds", "The shop reports an error"),
    "feed_login": QT_TRANSLATE_NOOP("Feeds", "The login was refused"),
    "feed_secret": QT_TRANSLATE_NOOP("Feeds", "A secret is not there"),
    "feed_tls": QT_TRANSLATE_NOOP("Feeds", "Cannot prove who it is"),
    "feed_redirect": QT_TRANSLATE_NOOP("Feeds", "Points to another place"),
    "feed_pages": QT_TRANSLATE_NOOP("Feeds", "The pages do not end"),
    "feed_file": QT_TRANSLATE_NOOP("Feeds", "The file cannot be used"),
    "feed_too_large": QT_TRANSLATE_NOOP("Feeds", "The answer is too large"),
}


ODD_TEXTS: Mapping[str, str] = {
    "null": QT_TRANSLATE_NOOP("Feeds", "nothing said"),
    "text": QT_TRANSLATE_NOOP("Feeds", "no number"),
    "absurd": QT_TRANSLATE_NOOP("Feeds", "far too much"),
    "fraction": QT_TRANSLATE_NOOP("Feeds", "rounded down"),
    "oversold": QT_TRANSLATE_NOOP("Feeds", "oversold in the shop"),
    "reserved": QT_TRANSLATE_NOOP("Feeds", "what is reserved is no number"),
    "twice": QT_TRANSLATE_NOOP("Feeds", "there twice, the lower one taken"),
    "unfit": QT_TRANSLATE_NOOP("Feeds", "the expression does not fit"),
    "sold_out": QT_TRANSLATE_NOOP("Feeds", "sold out, the shop says"),
}
"""What is odd about a figure."""


def feed_lamp(feed: FeedView) -> LampLook:
    """Shape, word and tone of one feed."""
    if feed.status == "failed":
        return "cross", translate("Feeds", "Down: count by hand"), "bad"
    if feed.age_s is None:
        waiting = feed.status == "waiting"
        words = (
            translate("Feeds", "Waiting for the first answer")
            if waiting
            else translate("Feeds", "No numbers")
        )
        return "half", words, "waiting"
    words = translate("Feeds", "{age} s ago").format(age=round(feed.age_s))
    return ("disc", words, "fine") if feed.age_s <= FRESH_S else ("half", words, "waiting")


def stock_lamp(feeds: Sequence[FeedView]) -> LampLook | None:
    """The worst of all feeds, for the top line; None without feeds."""
    if not feeds:
        return None
    failed = [feed.name for feed in feeds if feed.status == "failed"]
    if failed:
        return "cross", translate("Feeds", "Feed down: {names}").format(names=", ".join(failed)), "bad"
    worst = max(feeds, key=lambda feed: 1e9 if feed.age_s is None else feed.age_s)
    shape, words, tone = feed_lamp(worst)
    return shape, translate("Feeds", "Stock {words}").format(words=words), tone


def found_words(feed: FeedView) -> str:
    words = translate("Feeds", "{found} of {wanted} SKUs have a number").format(
        found=feed.found, wanted=feed.wanted
    )
    if feed.missing:
        named = ", ".join(feed.missing[:MOST_NAMED]) + (" …" if len(feed.missing) > MOST_NAMED else "")
        words += " · " + translate("Feeds", "not known to the shop: {names}").format(names=named)
    return words


def error_words(feed: FeedView) -> str:
    """What failed, in the windows' language; behind it the sentence of the log, which names the place."""
    if feed.status != "failed":
        return ""
    source = ERROR_TEXTS.get(feed.code, "")
    words = translate("Feeds", source) if source else ""
    return feed.error if words == source else f"{words} · {feed.error}"


def odd_words(feed: FeedView) -> str:
    odd = " · ".join(_odd(one) for one in feed.odd[:MOST_NAMED])
    told = [translate("Feeds", "Odd figures: {odd}").format(odd=odd)] if odd else []
    return "\n".join((*told, *feed.notes))


def _odd(figure: OddFigure) -> str:
    source = ODD_TEXTS.get(figure.code, "")
    words = f"{figure.sku}: {translate('Feeds', source) if source else figure.code}"
    return f"{words} ({figure.seen})" if figure.seen else words
