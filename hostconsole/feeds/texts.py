"""Texts of `feeds.toml` with places to be filled: `{env:NAME}`, `{sku}`, `{since}`, `{cursor}` and so on.

A value is escaped for where it stands: percent-encoded in a URL, as JSON in a JSON body, and once more
inside a GraphQL string in a JSON body. In a body `variants{sku}` is GraphQL's own brace and stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, quote_plus

Spot = Literal["url", "header", "body"]

_NAMES = "sku|since|size|page|offset|cursor|token"
_PLACE = re.compile(
    r'(?P<open>\\?")?\{(?P<name>(?:env|keyring):[A-Za-z_][\w.-]*|' + _NAMES + r')\}(?P<close>\\?")?'
)
_WHOLE = re.compile(r"(?:env|keyring):[A-Za-z_][\w.-]*")
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})")
_NO_CURSOR = re.compile(r"[^?&=]+=\{cursor\}&?")


@dataclass(frozen=True, slots=True, repr=False)
class Text:
    """One text of the file. `source` may hold a secret that a user wrote down all the same, so the repr
    does not show it."""

    source: str
    spot: Spot

    def __repr__(self) -> str:
        return f"Text({self.spot}, {len(self.source)} characters)"

    @property
    def references(self) -> frozenset[str]:
        """The secrets it needs: "env:NAME", "keyring:NAME"."""
        return frozenset(name for name in self._names() if ":" in name)

    def asks(self, name: str) -> bool:
        """Whether it has a place `{name}`."""
        return name in self._names()

    def filled(self, values: Mapping[str, str | None]) -> str:
        """The text with each place whose name is in `values`; others stay as they are. None means that
        there is no value yet (the first cursor): `null` in JSON, no parameter in a URL."""
        source = self.source
        if self.spot == "url" and "cursor" in values and values["cursor"] is None:
            source = _NO_CURSOR.sub("", source).rstrip("?&")
        return _PLACE.sub(lambda place: self._put(place, values), source)

    def _names(self) -> set[str]:
        return {place["name"] for place in _PLACE.finditer(self.source) if not self._is_graphql(place)}

    def _is_graphql(self, place: re.Match[str]) -> bool:
        """A selection of a field (`variants{sku}`) follows a name, a bracket or a brace; a value does not."""
        if self.spot != "body" or place["open"] or ":" in place["name"]:
            return False
        if _depth(place.string[: place.start()]) == 2:
            return False
        before = _before(place)
        return before.isalnum() or before in {"_", ")", "{", "}"}

    def _put(self, place: re.Match[str], values: Mapping[str, str | None]) -> str:
        name = place["name"]
        if name not in values or self._is_graphql(place):
            return place[0]
        opened, closed = place["open"] or "", place["close"] or ""
        value = values[name]
        depth = _depth(place.string[: place.start()]) if self._is_json else 0
        if self._is_json and not opened and self._stands_alone(place, depth):
            return _literal(value, depth)
        if value is None:
            return "null" if self.spot == "body" and opened and closed else opened + closed
        if self.spot == "url" and place.start() == 0:
            return value + closed  # the address itself comes from outside
        twice = opened == '\\"' or depth == 2
        return opened + self._escaped(value, twice=twice) + closed

    @property
    def _is_json(self) -> bool:
        return self.spot == "body" and self.source.lstrip()[:1] in {"{", "["}

    def _stands_alone(self, place: re.Match[str], depth: int) -> bool:
        """Whether a place without quotes is a value of its own: of the JSON, or (a cursor) of the GraphQL
        in one of its texts."""
        return depth == 0 or (depth == 1 and place["name"] == "cursor" and _before(place) == ":")

    def _escaped(self, value: str, *, twice: bool) -> str:
        if self.spot == "url":
            return quote(value, safe="")
        if self.spot == "header":
            return value
        if self._is_json:
            value = _in_json(value)
            return _in_json(value) if twice else value
        return value if self.source.lstrip()[:1] == "<" else quote_plus(value)


def text_at(source: str, spot: Spot) -> Text:
    """A text of the file; one that is "env:NAME" as a whole is that secret. Line breaks in a JSON body
    (a query written over several lines) become spaces: JSON has none within texts."""
    if spot == "body" and source.lstrip()[:1] in {"{", "["}:
        source = " ".join(source.splitlines())
    return Text("{" + source + "}" if _WHOLE.fullmatch(source) else source, spot)


def _in_json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]


def _before(place: re.Match[str]) -> str:
    """The last sign before a place, spaces apart."""
    return place.string[: place.start()].replace("\\n", " ").rstrip()[-1:]


def _literal(value: str | None, depth: int) -> str:
    """A value where no quotes stand around it: a number as it is, a text with the quotes it needs."""
    if value is None:
        return "null"
    if _NUMBER.fullmatch(value):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _in_json(quoted) if depth else quoted


def _depth(before: str) -> int:
    """Where what follows `before` stands: 0 in the JSON itself, 1 in a text of it, 2 in a text (GraphQL's)
    within such a text."""
    outer = inner = False
    for mark in re.findall(r'\\\\|\\"|"', before):
        if mark == '"':
            outer, inner = not outer, False
        elif mark == '\\"':
            inner = outer and not inner
    return 2 if inner else 1 if outer else 0
