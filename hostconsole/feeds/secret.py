"""Secrets of a feed: looked up at the time of a request, hidden in every text that leaves.

A secret is named in `feeds.toml` as `env:NAME` or `keyring:NAME`. It lives in a `Vault` and in the bytes
of a request, nowhere else: no repr, log line or error text shows it.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote, quote_plus

from hostconsole.show.errors import Trouble

KEYRING_SERVICE = "hostconsole-feeds"
HIDDEN = "•••"

_SHORTEST = 4
"""Characters. A shorter secret would blot out ordinary words; it is hidden in our own texts by not
being there."""


class Secret:
    """A text that does not show itself. `reveal()` is for the bytes of a request only."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return HIDDEN

    def __reduce__(self) -> tuple[type[Secret], tuple[str]]:
        return Secret, (HIDDEN,)  # a copy that leaves the program must not carry it


class Vault:
    """The secrets one feed has used so far. `environ` and `ask_keyring` are given by tests."""

    def __init__(
        self,
        *,
        environ: Mapping[str, str] | None = None,
        ask_keyring: Callable[[str], str | None] | None = None,
    ) -> None:
        self._environ = os.environ if environ is None else environ
        self._ask_keyring = ask_keyring or _from_keyring
        self._from_keyring: dict[str, Secret] = {}
        self._known: dict[str, Secret] = {}

    def __repr__(self) -> str:
        return f"Vault({len(self._known)} secrets)"

    async def found(self, references: Iterable[str]) -> dict[str, Secret]:
        """Each reference ("env:NAME", "keyring:NAME") with its secret. Raises Trouble "feed_secret"."""
        return {reference: await self._one(reference) for reference in references}

    async def _one(self, reference: str) -> Secret:
        source, _, name = reference.partition(":")
        if source == "env":
            text = self._environ.get(name)
        else:
            text = await self._keyring(name)
        if not text:
            where = "the environment" if source == "env" else "the system's keyring"
            raise Trouble("feed_secret", f"{name} is not in {where}.", name=name)
        return self.keep(text.strip())

    async def _keyring(self, name: str) -> str | None:
        if name not in self._from_keyring:
            # A locked keyring may ask the user first: not on the loop's thread.
            text = await asyncio.to_thread(self._ask_keyring, name)
            if text is None:
                return None
            self._from_keyring[name] = Secret(text)
        return self._from_keyring[name].reveal()

    def forget(self) -> None:
        """What came from the keyring is asked for again: it may have been changed there."""
        self._from_keyring.clear()

    def keep(self, text: str) -> Secret:
        """From now on `text` is hidden, also as it stands in URLs, JSON and base64."""
        secret = Secret(text)
        if len(text) >= _SHORTEST:
            self._known |= dict.fromkeys(_shapes(text), secret)
            for part in text.split():  # "Bearer abc": the server may answer with "abc" alone
                if len(part) >= 2 * _SHORTEST:
                    self._known[part] = secret
        return secret

    def hide(self, text: str) -> str:
        """`text` without any secret of this feed; may be called on any thread."""
        for shape in sorted(self._known, key=len, reverse=True):
            text = text.replace(shape, HIDDEN)
        return text


def _shapes(text: str) -> set[str]:
    """As it may stand in a URL, in JSON, in a text within JSON (GraphQL's), in base64 and in a trace."""
    in_json = _in_json(text)
    twice = [shape for one in in_json for shape in _in_json(one)]
    encoded = base64.b64encode(text.encode()).decode()
    plain = {text, quote(text, safe=""), quote_plus(text), encoded, *in_json, *twice}
    return {shape for one in plain for shape in (one, repr(one)[1:-1], repr(one.encode())[2:-1])}


def _in_json(text: str) -> list[str]:
    return [json.dumps(text, ensure_ascii=ascii_only)[1:-1] for ascii_only in (False, True)]


def _from_keyring(name: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(KEYRING_SERVICE, name)
    except KeyringError:
        return None  # a PC without a keyring: the feed's lamp says that the secret is not there
