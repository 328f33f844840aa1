"""A request of a feed from its template to the JSON of its answer: secrets, login, ETag, status."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from hostconsole.feeds.call import Answer, Call, place, same_place
from hostconsole.feeds.feed import Expression, Login, Request
from hostconsole.feeds.login import LoggedIn
from hostconsole.feeds.reading import decoded, fault_in
from hostconsole.feeds.secret import Secret, Vault
from hostconsole.feeds.shelf import Shelf
from hostconsole.feeds.values import shown
from hostconsole.feeds.wire import Wire
from hostconsole.show.clock import Clock, Moment
from hostconsole.show.errors import Trouble

LONGEST_WAIT_S = 3600
"""A shop that asks for a longer pause is asked again after an hour."""

SECRET_HEADER = re.compile(r"authorization|cookie|token|secret|passw|api-?key", re.IGNORECASE)

_BUSY = frozenset({429, 503})
"""What a shop answers that asks for a pause."""

_LARGE = 64 * 1024
"""Bytes. A larger answer is read in a thread."""

T = TypeVar("T")
Values = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """An answer that could be read. `asked_ms` (monotonic) and `at` (UTC) are when the call began; `size`
    is that of the body in bytes; names of `headers` are in lower case."""

    payload: Any
    url: str = field(repr=False)
    size: int
    asked_ms: int
    at: str
    headers: Mapping[str, str] = field(repr=False)

    async def read(self, reader: Callable[..., T], *args: Any) -> T:
        """`reader(payload, *args)`, in a thread if there is much to read."""
        if self.size < _LARGE:
            return reader(self.payload, *args)
        return await asyncio.to_thread(reader, self.payload, *args)


class Asker:
    """What a feed's requests share: its secrets, its login, its connections, answers kept by ETag.

    `login_error` tells an error inside the login's answer."""

    def __init__(
        self,
        *,
        clock: Clock,
        vault: Vault,
        wire: Wire,
        login: Login | None = None,
        login_error: Expression | None = None,
    ) -> None:
        self._clock = clock
        self._vault = vault
        self._wire = wire
        self._shelf = Shelf()
        self._login = None if login is None else self._logged_in(login, login_error)

    async def ask(
        self,
        request: Request,
        values: Values,
        *,
        error: Expression | None = None,
        url: str = "",
        body: bytes | None = None,
    ) -> Got:
        """The answer to a request whose places are filled with `values`. `url` stands instead of the
        request's own (a next page), `body` instead of its body. Raises Trouble; its field `wait_s` is the
        pause the shop asked for, `status` the HTTP status."""
        token = await self._login.token() if self._login else None
        try:
            return await self._once(request, values, token, error=error, url=url, body=body)
        except Trouble as fault:
            if self._login is None or token is None or not self._login.forgotten(fault):
                raise
        token = await self._login.renewed(token)
        return await self._once(request, values, token, error=error, url=url, body=body)

    def now(self) -> Moment:
        """When a call that is made now begins."""
        return self._clock.now()

    async def close(self) -> None:
        """Closes all connections."""
        await self._wire.close()

    async def _once(
        self,
        request: Request,
        values: Values,
        token: Secret | None,
        *,
        error: Expression | None,
        url: str,
        body: bytes | None,
    ) -> Got:
        call = await self._call(request, values, token, url=url, body=body)
        etag = self._shelf.etag(call.url) if call.method == "GET" else ""
        if etag:
            call = _with_header(call, "If-None-Match", etag)
        now = self._clock.now()
        answer = await self._wire.send(call)
        payload = await self._payload(answer, call, error)
        if self._login is not None and token is not None:
            self._login.proved(token)
        return Got(
            payload=payload,
            url=call.url,
            size=len(answer.body) or (_LARGE if answer.status == 304 else 0),
            asked_ms=now.monotonic_ms,
            at=now.at,
            headers=answer.headers,
        )

    async def _payload(self, answer: Answer, call: Call, error: Expression | None) -> Any:
        if answer.status == 304 and self._shelf.etag(call.url):
            return self._shelf.payload(call.url)
        host = place(call.url)
        checked(answer, host=host, now=self._clock.now().at)
        large = len(answer.body) >= _LARGE
        payload = await asyncio.to_thread(decoded, answer.body) if large else decoded(answer.body)
        fault = fault_in(payload, error)
        if fault:
            said = shown(self._vault.hide(fault), most=200)
            raise Trouble("feed_error", f"{host} answered with an error: {said}.")
        if call.method == "GET":
            etag = answer.headers.get("etag", "")
            self._shelf.keep(call.url, etag=etag, payload=payload, size=len(answer.body))
        return payload

    async def _call(
        self, request: Request, values: Values, token: Secret | None, *, url: str, body: bytes | None
    ) -> Call:
        references = {name for text in request.texts for name in text.references}
        secrets = await self._vault.found(references)
        filled = {**values, **{name: secret.reveal() for name, secret in secrets.items()}}
        if token is not None:
            filled["token"] = token.reveal()
        own = request.url.filled(filled)
        call = Call(
            method=request.method,
            url=own,
            headers=tuple((name, _header(text.filled(filled), name)) for name, text in request.headers),
            body=body if body is not None else request.body.filled(filled).encode() if request.body else None,
        )
        self._hide_literals(request)
        return _turned_to(call, url) if url else call

    def _hide_literals(self, request: Request) -> None:
        for name, text in request.headers:
            if SECRET_HEADER.search(name) and not text.references and not text.asks("token"):
                self._vault.keep(text.source)  # written in the file all the same: still never shown

    def _logged_in(self, login: Login, error: Expression | None) -> LoggedIn:
        async def ask() -> Answer:
            self._wire.forget_cookies()
            call = await self._call(login.request, {}, None, url="", body=None)
            answer = await self._wire.send(call)
            if answer.status in _BUSY:
                checked(answer, host=place(call.url), now=self._clock.now().at)
            return answer

        def fault(answer: Answer) -> str:
            return fault_in(decoded(answer.body), error) if error and answer.body.strip() else ""

        return LoggedIn(
            login, vault=self._vault, ask=ask, fault_in=fault, now_ms=lambda: self._clock.now().monotonic_ms
        )


def checked(answer: Answer, *, host: str, now: str) -> None:
    """Raises Trouble "feed_busy" or "feed_status" unless the status says that there is an answer."""
    status = answer.status
    if 200 <= status < 300:
        return
    wait_s = wait_of(answer.headers.get("retry-after", ""), now)
    html = " with a web page" if answer.body.lstrip()[:1] == b"<" else ""
    if status == 429 or (status == 503 and wait_s is not None):
        pause = f", asks for {wait_s:.0f} s" if wait_s is not None else ""
        raise Trouble("feed_busy", f"{host} is busy{pause}: HTTP {status}.", status=status, wait_s=wait_s)
    reason = f"{host} answered HTTP {status}{html}."
    raise Trouble("feed_status", reason, status=status, wait_s=wait_s)


def wait_of(header: str, now: str) -> float | None:
    """The pause of a Retry-After (seconds, or a date), bounded; None if it says nothing."""
    header = header.strip()
    if re.fullmatch(r"\d{1,9}(\.\d{1,6})?", header):
        return min(float(header), LONGEST_WAIT_S)
    try:
        until = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, min((until - datetime.fromisoformat(now)).total_seconds(), LONGEST_WAIT_S))


def _header(value: str, name: str) -> bytes:
    value = value.strip()
    if any(ord(letter) < 32 and letter != "\t" for letter in value):
        raise Trouble("feed_secret", f"The value for the header {name} has a line break in it.")
    return value.encode()


def _with_header(call: Call, name: str, value: str) -> Call:
    return Call(
        method=call.method, url=call.url, headers=(*call.headers, (name, value.encode())), body=call.body
    )


def _turned_to(call: Call, url: str) -> Call:
    """The same call at a next page's address; on another host it carries nothing of ours."""
    old, new = urlsplit(call.url), urlsplit(url)
    if old.scheme == "https" and new.scheme == "http" and old.hostname == new.hostname:
        # Behind a proxy many shops do not know that they are asked with TLS.
        url = new._replace(scheme="https", netloc=old.netloc).geturl()
        new = urlsplit(url)
    if same_place(old, new):
        return Call(method=call.method, url=url, headers=call.headers, body=call.body)
    raise Trouble("feed_pages", f"The next page is on another host ({place(url)}); it is not asked.")
