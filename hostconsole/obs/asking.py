"""OBS asked once, over a connection of its own and without a lasting link: for the pre-flight, and for the
verbs of the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hostconsole.obs.faults import Lost, NotAsked, NotReady, PasswordRefused, RequestFailed
from hostconsole.obs.way import way_to

if TYPE_CHECKING:
    from hostconsole.obs.sockets import Switch
    from hostconsole.obs.wire import Wire

TIMEOUT_S = 3.0
BUILDING_TIMEOUT_S = 10.0
"""Making a scene may take OBS longer than any answer to a question."""


def is_real(address: str) -> bool:
    """Whether there is an OBS behind the address at all."""
    return address.strip().lower() not in ("simulated", "off")


@contextmanager
def asked_once(
    address: str,
    *,
    password: Callable[[], str | None],
    heard: Callable[[str, dict[str, Any]], None] = lambda _event, _fields: None,
    ended: Callable[[str], None] = lambda _why: None,
    switch: Switch | None = None,
    timeout_s: float = TIMEOUT_S,
) -> Iterator[Wire]:
    """A connection while the block runs; `switch` cuts it from another thread.

    Raises NotAsked if OBS cannot be reached, refuses the password or a request, loads,
    or goes away meanwhile; Refused for an address that is none."""
    find_way = way_to(address, password=password)
    from hostconsole.obs.wire import Switch, Wire, quiet_library  # late: it takes 95 ms

    quiet_library()
    wire: Wire | None = None
    try:
        way = find_way()
        wire = Wire(host=way.host, port=way.port, timeout_s=timeout_s, switch=switch or Switch())
        wire.open(way.password, heard=heard, ended=ended)
        yield wire
    except (Lost, PasswordRefused, RequestFailed) as fault:
        raise NotAsked(fault.why.rstrip(".")) from fault
    except NotReady as fault:
        raise NotAsked("OBS is still loading") from fault
    finally:
        if wire is not None:
            wire.close()
