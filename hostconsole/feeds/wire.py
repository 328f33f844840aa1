"""One request over the network, with everything that can go wrong turned into Trouble.

TLS is verified. Times and sizes are bounded. A redirect to another host is followed without any header of
ours. Nothing that is raised here shows a secret: the faults of the library, which know the request, end
here.
"""

from __future__ import annotations

import asyncio
import importlib
import ipaddress
import logging
import ssl
from dataclasses import dataclass
from functools import partial
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hostconsole.feeds.call import REDIRECTS, Answer, Call, headers_of, place, redirected
from hostconsole.feeds.secret import Vault
from hostconsole.feeds.values import shown
from hostconsole.show.errors import Trouble

if TYPE_CHECKING:
    import httpx

LARGEST_ANSWER = 8 * 1024 * 1024
"""Bytes. Reading a larger one would be felt in the windows."""

_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds. A shop under load answers in 5 s and is still heard; `all` bounds a request whatever the
    shop does (a byte a second, for example)."""

    connect: float = 5.0
    silence: float = 15.0
    all: float = 30.0


class Wire:
    """The connections of one feed. `open` before the first call, `close` after the last."""

    def __init__(self, vault: Vault, limits: Limits | None = None) -> None:
        self._vault = vault
        self._limits = limits or Limits()
        self._clients: dict[str, httpx.AsyncClient] = {}
        self._cookies = CookieJar()
        self._opening = asyncio.Lock()
        self._loaded = False

    async def send(self, call: Call) -> Answer:
        """The answer to a call, whatever its status. Raises Trouble: "feed_unreachable", "feed_slow",
        "feed_tls", "feed_redirect", "feed_too_large", "feed_answer"."""
        await self._load()
        import stamina

        # A shop may close a kept connection just when it is used again: one more try, at once.
        async for attempt in stamina.retry_context(
            on=_was_cut, attempts=2, timeout=None, wait_initial=0.05, wait_max=0.1, wait_jitter=0.05
        ):
            with attempt:
                return await self._bounded(call)
        raise AssertionError("stamina ends with an answer or a fault")

    async def close(self) -> None:
        """Closes all connections."""
        for client in self._clients.values():
            await client.aclose()
        self._clients.clear()

    def forget_cookies(self) -> None:
        """Before a new login."""
        self._cookies.clear()

    async def _bounded(self, call: Call) -> Answer:
        import httpx

        host = self._vault.hide(place(call.url))
        try:
            async with asyncio.timeout(self._limits.all):
                return await self._followed(call)
        except Trouble as fault:
            raise Trouble(fault.code, self._vault.hide(fault.reason), **fault.fields) from None
        except (TimeoutError, httpx.TimeoutException):
            raise Trouble("feed_slow", f"{host} did not answer in time.") from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as fault:
            raise _trouble(fault, host, self._vault) from None

    async def _followed(self, call: Call) -> Answer:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = await self._sent(call)
            target = answer.headers.get("location", "")
            if answer.status not in REDIRECTS or not target:
                return answer
            call = redirected(call, answer.status, target)
        raise Trouble("feed_redirect", f"{place(call.url)} redirects in a circle.")

    async def _load(self) -> None:
        """The libraries take a tenth of a second to import: not on the loop's thread."""
        if not self._loaded:
            async with self._opening:
                await asyncio.to_thread(_import)
            self._loaded = True

    async def _client(self, call: Call) -> httpx.AsyncClient:
        scheme = urlsplit(call.url).scheme
        async with self._opening:
            if scheme not in self._clients:
                # Reading the certificates takes tens of milliseconds: not on the loop's thread.
                make = partial(_client, tls=scheme == "https", host=place(call.url), cookies=self._cookies)
                self._clients[scheme] = await asyncio.to_thread(make)
            return self._clients[scheme]

    async def _sent(self, call: Call) -> Answer:
        import httpx

        client = await self._client(call)
        limits = self._limits
        timeout = httpx.Timeout(limits.silence, connect=limits.connect)
        request = httpx.Request(
            call.method,
            call.url,
            headers=[(name.encode(), value) for name, value in headers_of(call)],
            content=call.body,
            extensions={"timeout": timeout.as_dict()},
        )
        if not call.foreign:
            client.cookies.set_cookie_header(request)
        response = await client.send(request, stream=True, auth=_no_auth)
        try:
            body = await _body(response)
        finally:
            await response.aclose()
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(status=response.status_code, headers=headers, body=body)


def _was_cut(fault: Exception) -> bool:
    return isinstance(fault, Trouble) and bool(fault.fields.get("cut"))


def _no_auth(request: Any) -> Any:
    return request  # an address or a .netrc must not add a login of its own


def _import() -> None:
    for name in ("httpx", "stamina", "anyio._backends._asyncio"):
        importlib.import_module(name)


def _client(*, tls: bool, host: str, cookies: CookieJar) -> httpx.AsyncClient:
    """No redirects by itself. The libraries write addresses and headers to the log below WARNING: they
    hold tokens."""
    import httpx

    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx.AsyncClient(
        verify=_trusted() if tls else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        cookies=cookies,
        follow_redirects=False,
        trust_env=not _is_here(host),
        limits=httpx.Limits(max_connections=8, max_keepalive_connections=4, keepalive_expiry=20),
    )


def _trusted() -> ssl.SSLContext:
    """What the system trusts (a company's own, SSL_CERT_FILE), and the usual list where it has none."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _is_here(host: str) -> bool:
    name = host.rsplit(":", 1)[0]
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


async def _body(response: httpx.Response) -> bytes:
    said = response.headers.get("content-length", "")
    parts: list[bytes] = []
    size = int(said) if said.isdecimal() and len(said) < 12 else 0
    too_large = size > LARGEST_ANSWER
    size = 0
    if not too_large:
        async for part in response.aiter_bytes():
            parts.append(part)
            size += len(part)
            if size > LARGEST_ANSWER:
                too_large = True
                break
    if too_large:
        raise Trouble("feed_too_large", f"The answer is larger than {LARGEST_ANSWER // 2**20} MB.")
    return b"".join(parts)


def _trouble(fault: Exception, host: str, vault: Vault) -> Trouble:
    import httpx

    why = vault.hide(shown(vault.hide(str(fault)) or type(fault).__name__, most=120))
    if "CERTIFICATE_VERIFY_FAILED" in str(fault) or "certificate" in str(fault).lower():
        return Trouble("feed_tls", f"{host} cannot prove who it is: {why}.")
    if isinstance(fault, httpx.DecodingError):
        return Trouble("feed_answer", f"{host} sent an answer that cannot be unpacked.")
    if isinstance(fault, httpx.ConnectError):
        return Trouble("feed_unreachable", f"{host} cannot be reached: {why}.")
    cut = isinstance(fault, httpx.RemoteProtocolError | httpx.ReadError | httpx.WriteError)
    return Trouble("feed_unreachable", f"{host} broke off: {why}.", cut=cut)
