"""OBS asked once, without a lasting link: for `hostconsole check`."""

from __future__ import annotations

from collections.abc import Callable

from hostconsole.obs.faults import Lost, NotReady, PasswordRefused, RequestFailed
from hostconsole.show.errors import Trouble

_TIMEOUT_S = 3.0


def scene_names(address: str, *, password: Callable[[], str | None]) -> frozenset[str] | None:
    """The scenes of the OBS at `address`; None for "simulated" and "off", which have none to compare.

    Raises Trouble "obs" with the reason, Refused for an address that is none."""
    from hostconsole.obs.way import way_to

    if address.strip().lower() in ("simulated", "off"):
        return None
    find_way = way_to(address, password=password)
    from hostconsole.obs.wire import Switch, Wire, quiet_library

    quiet_library()
    try:
        way = find_way()
        wire = Wire(host=way.host, port=way.port, timeout_s=_TIMEOUT_S, switch=Switch())
        wire.open(way.password, heard=lambda _event, _fields: None, ended=lambda _why: None)
        found = wire.ask("GetSceneList")
    except (Lost, PasswordRefused, RequestFailed) as fault:
        raise Trouble("obs", f"OBS cannot be asked: {fault}.") from fault
    except NotReady as fault:
        raise Trouble("obs", "OBS is still loading.") from fault
    finally:
        wire.close()
    return frozenset(str(scene["sceneName"]) for scene in found.get("scenes", []))
