"""OBS spoken to once, without a lasting link: for the verbs of the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hostconsole.obs.faults import Lost, NotReady, PasswordRefused
from hostconsole.obs.way import way_to
from hostconsole.show.errors import Trouble

if TYPE_CHECKING:
    from hostconsole.obs.wire import Wire

_TIMEOUT_S = 10.0


@contextmanager
def spoken_to(address: str, *, password: Callable[[], str | None]) -> Iterator[Wire]:
    """A wire to the OBS at `address`. Raises Trouble "obs" if it cannot be reached, refuses the password,
    loads, or goes away meanwhile; Refused for an address that is none."""
    find_way = way_to(address, password=password)
    from hostconsole.obs.wire import Switch, Wire, quiet_library

    quiet_library()
    try:
        way = find_way()
        wire = Wire(host=way.host, port=way.port, timeout_s=_TIMEOUT_S, switch=Switch())
        try:
            wire.open(way.password, heard=lambda _event, _fields: None, ended=lambda _why: None)
            yield wire
        finally:
            wire.close()
    except (Lost, PasswordRefused) as fault:
        raise Trouble("obs", f"OBS cannot be asked: {fault}.") from fault
    except NotReady as fault:
        raise Trouble("obs", "OBS is still loading.") from fault
