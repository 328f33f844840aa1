"""The report in a few lines, for a message: plain text, and the same as JSON values."""

from __future__ import annotations

from typing import Any

from hostconsole.report import figures as f
from hostconsole.report.headline import headline
from hostconsole.report.look import RETAIN_DAYS, Look, moment, retain_until, session_kind
from hostconsole.report.product_pages import counted, money
from hostconsole.report.reading import fitted, name_of, span
from hostconsole.report.sentences import sentences

MOST_PRODUCTS = 60


def summary(night: f.Night, look: Look) -> str:
    """Title, three sentences, figures, one line per product that aired, actions; lines end in a line feed."""
    head = night.head
    date = f"{moment(head.started_at).astimezone(look.zone):%Y-%m-%d %H:%M}"
    lines = [f"{fitted(head.show, 80)} · {session_kind(head, look)} · {date} · {span(head.length_ms)}", ""]
    lines += [f"{n}. {said.text}" for n, said in enumerate(sentences(night, look), start=1)]
    lines += ["", " · ".join(f"{one.title} {one.text}" for one in headline(night, look)[:6]), ""]
    aired = [product for product in night.products if product.airings]
    lines += [_product(product, look) for product in aired[:MOST_PRODUCTS]]
    lines += [f"… +{len(aired) - MOST_PRODUCTS}"] if len(aired) > MOST_PRODUCTS else []
    if night.actions:
        lines += ["", look.word("actions"), *(f"{'✔' if a.done else '○'} {a.text}" for a in night.actions)]
    return "\n".join(lines).rstrip() + "\n"


def _product(product: f.ProductFacts, look: Look) -> str:
    name = name_of(product.link_no, product.title, look, longest=40)
    price = money(product.price_last, product.currency)
    sold = f"{look.word('sold')} {counted(product.sold, look)}"
    return f"{name} · {price} · {span(product.aired_ms)} · {sold}"


def summary_json(night: f.Night, look: Look, *, retain_days: int = RETAIN_DAYS) -> dict[str, Any]:
    """Sentences with evidence, figures, actions, the text, and until when the session is to be kept."""
    return {
        "session": night.head.session,
        "show": night.head.show,
        "kind": night.head.kind,
        "simulated": night.head.simulated,
        "last_hash": night.head.last_hash,
        "retain_until": retain_until(night.head, retain_days),
        "text": summary(night, look),
        "sentences": [
            {"text": said.text, "evidence": [{"clock": row.clock, "text": row.text} for row in said.evidence]}
            for said in sentences(night, look)
        ],
        "figures": [
            {"key": one.key, "title": one.title, "text": one.text, "value": one.value, "formula": one.formula}
            for one in headline(night, look)
        ],
        "actions": [{"seq": a.seq, "text": a.text, "by": a.by, "done": a.done} for a in night.actions],
    }
