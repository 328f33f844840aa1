"""The way to OBS: host, port and password, asked anew at each connect, so that what a person changes in OBS
counts at once and nothing of it is kept here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from hostconsole.obs.faults import Lost
from hostconsole.obs.own_files import DEFAULT_PORT, own_obs
from hostconsole.show.errors import Refused

THIS_PC = "this-pc"
"""The address of the OBS on this PC, whose port and password are read from its own settings."""

NO_OBS_HERE = "no OBS is set up on this PC"
SERVER_OFF = "its WebSocket server is switched off (OBS: Tools, WebSocket Server Settings)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How OBS is reached now."""

    host: str
    port: int
    password: str | None = field(repr=False)


FindWay = Callable[[], Way]
"""Called on the request thread. Raises `Lost` where there is no way now."""


def way_to(address: str, *, password: Callable[[], str | None]) -> FindWay:
    """The way to "ws://HOST:PORT" (with `password`) or to "this-pc". Raises `Refused` (bad_value)."""
    if is_this_pc(address):
        return own_way
    host, port = parse_address(address)
    return lambda: Way(host=host, port=port, password=password())


def own_way() -> Way:
    """To the OBS on this PC, by its own settings. Raises `Lost`, cheap: looking again costs nothing."""
    own = own_obs()
    if own is None:
        raise Lost(NO_OBS_HERE, cheap=True)
    if not own.server_on:
        raise Lost(SERVER_OFF, cheap=True)
    return Way(host="127.0.0.1", port=own.port, password=own.password)


def is_this_pc(address: str) -> bool:
    return address.strip().lower() == THIS_PC


def is_near(address: str) -> bool:
    """Whether OBS at `address` runs on this PC, so that its files and ports can be looked at."""
    if is_this_pc(address):
        return True
    try:
        host, _port = parse_address(address)
    except Refused:
        return False
    return host in ("localhost", "::1") or host.startswith("127.")


def parse_address(address: str) -> tuple[str, int]:
    """Host and port of "ws://HOST:PORT", "HOST:PORT" or "HOST". Raises `Refused` (bad_value)."""
    text = address.strip()
    if "://" not in text:
        text = f"ws://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port or DEFAULT_PORT
    except ValueError:
        host, port = None, 0
        parts = urlsplit("")
    if "@" in text:
        raise Refused(
            "bad_value", name="obs", value=f"ws://…@{host}", why="the password does not belong in the address"
        )
    if not host or parts.scheme != "ws" or parts.path not in ("", "/") or parts.query or " " in text:
        raise Refused(
            "bad_value", name="obs", value=address, why="it wants ws://HOST:PORT, this-pc, simulated or off"
        )
    return host, port
