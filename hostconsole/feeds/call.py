"""A request as it is sent, its answer, and where a redirect may take it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import SplitResult, urljoin, urlsplit

from hostconsole.show.errors import Trouble

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OWN = (
    ("User-Agent", b"hostconsole"),
    ("Accept", b"application/json, */*;q=0.1"),
    ("Accept-Encoding", b"gzip, deflate"),
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Call:
    """A request with its secrets filled in; only made when it is sent."""

    method: str
    url: str
    headers: tuple[tuple[str, bytes], ...] = ()
    body: bytes | None = None
    foreign: bool = False
    """After a redirect to another host: no headers, no cookies."""

    def __repr__(self) -> str:
        return f"Call({self.method}, {place(self.url)})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Answer:
    """An answer. Names of `headers` are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def __repr__(self) -> str:
        return f"Answer({self.status}, {len(self.body)} bytes)"


def headers_of(call: Call) -> tuple[tuple[str, bytes], ...]:
    """The call's own headers and, where it has none of that name, ours."""
    given = {name.lower() for name, _ in call.headers}
    ours = [(name, value) for name, value in _OWN if name.lower() not in given]
    if call.body is not None and "content-type" not in given:
        kind = b"application/x-www-form-urlencoded"
        if call.body.lstrip()[:1] in {b"{", b"["}:
            kind = b"application/json"
        elif call.body.lstrip()[:1] == b"<":
            kind = b"text/xml; charset=utf-8"
        ours.append(("Content-Type", kind))
    return (*call.headers, *ours)


def redirected(call: Call, status: int, target: str) -> Call:
    """The call that a redirect asks for. Raises Trouble "feed_redirect" where it must not be made."""
    url = urljoin(call.url, target)
    try:
        old, new = urlsplit(call.url), urlsplit(url)
        same = not call.foreign and same_place(old, new)
    except ValueError:
        raise Trouble("feed_redirect", f"{place(call.url)} redirects to no address.") from None
    if new.scheme not in {"http", "https"} or (old.scheme == "https" and new.scheme == "http"):
        raise Trouble("feed_redirect", f"{place(call.url)} redirects to {new.scheme or 'no'} address.")
    turned = status in {301, 302, 303} and call.method == "POST"
    call = replace(call, url=url, method="GET" if turned else call.method, body=None if turned else call.body)
    if same:
        return call
    if call.body is not None:
        raise Trouble("feed_redirect", f"{place(call.url)} is another host: the request is not sent there.")
    return replace(call, headers=(), foreign=True)


def same_place(old: SplitResult, new: SplitResult) -> bool:
    """The same host and port, or the same host with TLS instead of without."""
    if old.hostname != new.hostname:
        return False
    upgrade = (old.scheme, new.scheme) == ("http", "https") and old.port in {None, 80}
    return (old.scheme, _port(old)) == (new.scheme, _port(new)) or (upgrade and new.port in {None, 443})


def place(url: str) -> str:
    """The host (and port) of an address, for people; never its path or query, which may hold a token."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.hostname or 'no host'}{port}"
    except ValueError:
        return "the address"


def _port(parts: SplitResult) -> int | None:
    return parts.port or {"http": 80, "https": 443}.get(parts.scheme)
