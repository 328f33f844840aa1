"""Lists inside one cell: release plans, variants, bundles, points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from hostconsole.sheets.numerals import plain
from hostconsole.sheets.quantities import count_of
from hostconsole.show.plan import Component, ReleasePart, ReleaseWhen, Variant

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The parts of a cell that could be read, and in words what is wrong with the others."""

    parts: tuple[T, ...] = ()
    guess: str = ""
    error: str = ""


_PART = re.compile(r"^(presale|预售)?\s*:?\s*(\d{1,9})\s*(?:件|pcs)?\s*@\s*(.+)$", re.IGNORECASE)
_AFTER = re.compile(
    r"^(?:t\s*)?\+\s*(?:(\d{1,2})\s*(?:h|小时))?\s*(?:(\d{1,4})\s*(?:m(?:in)?|分钟?|'))?\s*(?:(\d{1,5})\s*(?:s(?:ec)?|秒))?$",
    re.IGNORECASE,
)
_WHEN: dict[str, ReleaseWhen] = {
    "open": "open", "开": "open", "上链接": "open", "t0": "open", "t": "open",
    "return": "return", "encore": "return", "返场": "return",
    "manual": "manual", "hand": "manual", "手动": "manual",
}  # fmt: skip
_NAMED = re.compile(r"^(.*\S)\s*[=::]\s*([^=::]*)$", re.DOTALL)
_TIMES = re.compile(
    r"^(.+?)\s*(?:[×✕*]|(?<=[\s\W])x(?=\s*\d+$)|x(?=\d+$))\s*(\d{1,6})$", re.IGNORECASE | re.DOTALL
)


def release_of(text: str) -> Listed[ReleasePart]:
    """`200@open;250@t+4m;presale:200@manual`. A part that cannot be read is left out and named."""
    parts: list[ReleasePart] = []
    wrong: list[str] = []
    for piece in re.split(r"[;,\n|]", plain(text)):
        if piece.strip():
            part = _release_part(piece.strip())
            parts.append(part) if part else wrong.append(piece.strip()[:40])
    error = f"{', '.join(map(repr, wrong[:5]))} is not a batch such as 200@open or 250@t+4m" if wrong else ""
    return Listed(tuple(parts), error=error)


def _release_part(text: str) -> ReleasePart | None:
    found = _PART.match(text)
    if not found:
        return None
    presale, qty, moment = bool(found[1]), int(found[2]), found[3].strip().lower()
    if moment in _WHEN:
        return ReleasePart(qty=qty, when=_WHEN[moment], presale=presale)
    after = _AFTER.match(moment)
    if not after or not any(after.groups()):
        return None
    hours, minutes, seconds = (int(n or 0) for n in after.groups())
    return ReleasePart(qty=qty, when="after", after_s=hours * 3600 + minutes * 60 + seconds, presale=presale)


def variants_of(text: str) -> Listed[Variant]:
    """`雾霾蓝=300|奶油白=350`. A part without a number counts 0 and is named."""
    pieces = _pieces(text)
    found: list[Variant] = []
    wrong: list[str] = []
    for piece in pieces:
        named = _NAMED.match(piece)
        qty = count_of(named[2].strip()) if named else None
        if named and qty and qty.value is not None and not qty.error:
            found.append(Variant(name=named[1].strip(), qty=qty.value))
        else:
            wrong.append(piece[:40])
    if wrong and not found:
        return Listed(guess=f"{text[:60]!r} gives no numbers per variant and was left out")
    error = f"{', '.join(map(repr, wrong[:5]))} is not a variant such as blue=300" if wrong else ""
    return Listed(tuple(found), error=error)


def bundle_of(text: str) -> Listed[Component]:
    """`SOAP-LAV×1|SOAP-MINT×1`; a part without a number is one."""
    parts: list[Component] = []
    for piece in _pieces(text):
        found = _TIMES.match(piece)
        parts.append(
            Component(sku=found[1].strip(), qty=int(found[2])) if found else Component(sku=piece, qty=1)
        )
    return Listed(tuple(part for part in parts if part.qty > 0))


def points_of(text: str) -> tuple[str, ...]:
    """Points by `|`; without one by lines, then `;`, then the Chinese comma."""
    for pattern in (r"[|｜]", r"\n", r"[;；]", r"、"):
        if re.search(pattern, text):
            return tuple(filter(None, (_bare(piece) for piece in re.split(pattern, text))))
    return tuple(filter(None, (_bare(text),)))


def _bare(text: str) -> str:
    """Without the numbering and bullets that lines of a list begin with."""
    return re.sub(r"^(?:\d{1,2}[.、)）]\s*(?=\D)|[-•·*●]\s+)", "", text.strip()).strip()


def _pieces(text: str) -> list[str]:
    pattern = r"[|｜]" if re.search(r"[|｜]", text) else r"[;；,，\n、]"
    return [piece.strip() for piece in re.split(pattern, text) if piece.strip()]
