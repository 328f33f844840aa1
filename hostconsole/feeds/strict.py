"""TOML read strictly: every key is known and of its kind, and a fault names its line and its key."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from hostconsole.show.errors import Trouble

_HEADER = re.compile(r"\s*\[\[?\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?$")


class Section:
    """One table of the file. Each method takes a key once; `finish` refuses what was not taken.

    All of them raise Trouble "feeds_file" with `line` (0 if it cannot be told) and `key`."""

    def __init__(self, values: Mapping[str, Any], *, text: str, table: str, number: int) -> None:
        self._values = values
        self._text = text
        self._table = table
        self._number = number
        self._known: list[str] = []

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """The text at `key`, never empty. Without a default the key must be there."""
        value = self._take(key)
        if value is None:
            if default is None:
                self.missing(key, why=f"{key} = … is missing")
            return default
        if not isinstance(value, str) or not value.strip():
            self.wrong(key, f"{key} must be a text in quotes")
        return value.strip()

    def number(self, key: str, default: float, *, least: float, most: float) -> float:
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            self.wrong(key, f"{key} must be a number from {least:g} to {most:g}")
        return value

    def one_of(self, key: str, choices: Sequence[str], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in choices:
            self.wrong(key, f"{key} must be one of {', '.join(choices)}")
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.wrong(key, f"{key} must be true or false")
        return value

    def texts(self, key: str) -> frozenset[str] | None:
        """A list of texts (numbers are taken as texts); None if it is not there."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(one, str | int) for one in value):
            self.wrong(key, f"{key} must be a list of texts")
        return frozenset(str(one).strip() for one in value)

    def pairs(self, key: str) -> dict[str, str]:
        """A table of texts, such as headers; empty if it is not there."""
        value = self._take(key)
        if value is None:
            return {}
        if not isinstance(value, Mapping) or not all(isinstance(one, str) for one in value.values()):
            self.wrong(key, f'{key} must be a table of texts: {{ Name = "…" }}')
        return dict(value)

    def section(self, key: str) -> Section | None:
        """A table within this one."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self.wrong(key, f"{key} must be a table of its own: [{self._table}.{key}]")
        return Section(value, text=self._text, table=f"{self._table}.{key}", number=self._number)

    def finish(self) -> None:
        """Refuses the first key that nobody asked for."""
        for key in self._values:
            if key not in self._known:
                near = difflib.get_close_matches(key, self._known, 1)
                hint = f"; did you mean {near[0]}?" if near else f"; known here: {', '.join(self._known)}"
                self.wrong(key, f"{key} is not a key of [{self._table}]{hint}")

    def missing(self, *keys: str, why: str) -> NoReturn:
        """One of `keys` is not there; if one is there that looks like it, that is what is wrong."""
        for found in self._values:
            near = difflib.get_close_matches(found, keys, 1) if found not in self._known else []
            if near:
                self.wrong(found, f"{found} is not a key of [{self._table}]; did you mean {near[0]}?")
        self.wrong(keys[0], why)

    def wrong(self, key: str, why: str) -> NoReturn:
        """A sentence with the line; values are not repeated in it, as they may be secrets."""
        line = _line_of(self._text, table=self._table, number=self._number, key=key)
        where = f"line {line}: " if line else ""
        end = "" if why.endswith("?") else "."
        raise Trouble("feeds_file", f"{where}feed {self._number}: {why}{end}", line=line, key=key)

    def _take(self, key: str) -> Any:
        self._known.append(key)
        return self._values.get(key)


def sections(text: str, name: str) -> tuple[Section, ...]:
    """Each `[[name]]` of a TOML text. Raises Trouble "feeds_file"."""
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        line = re.search(r"line (\d+)", str(fault))
        number = int(line[1]) if line else len(text.splitlines())  # the fault is at the end
        raise Trouble("feeds_file", f"It is not valid TOML: {fault}.", line=number, key="") from None
    for key in document:
        if key != name:
            line_number = _line_at_top(text, key)
            why = f"line {line_number}: only [[{name}]] tables are known here, not {key}."
            raise Trouble("feeds_file", why, line=line_number, key=key)
    tables = document.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(one, Mapping) for one in tables):
        raise Trouble("feeds_file", f"Write [[{name}]] with two brackets.", line=0, key=name)
    return tuple(
        Section(values, text=text, table=name, number=number) for number, values in enumerate(tables, 1)
    )


def _line_at_top(text: str, key: str) -> int:
    name = re.compile(rf"\s*(\[+\s*)?[\"']?{re.escape(key)}\b")
    return next((at for at, line in enumerate(text.splitlines(), 1) if name.match(line)), 0)


def _line_of(text: str, *, table: str, number: int, key: str) -> int:
    """The line of a key in the `number`-th `[[feed]]`, else that of its table; 0 if it is not seen."""
    mine = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
    header = re.compile(rf"\s*\[+\s*{re.escape(f'{table}.{key}')}\s*\]")
    at, count, found = "", 0, 0
    for line_number, line in enumerate(text.splitlines(), 1):
        if heading := _HEADER.match(line):
            at = heading[1]
            count += line.lstrip().startswith("[[") and "." not in at
            if count == number and at == table:
                found = found or line_number
        if count == number and (header.match(line) or (at == table and mine.match(line))):
            return line_number
    return found
