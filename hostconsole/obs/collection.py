"""The name of the scene collection, asked over a connection and on a thread of its own: to answer, OBS reads
every collection from its disk, which takes seconds where they are large, and a take may not wait for that."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from hostconsole.obs.faults import Lost, NotReady, PasswordRefused, RequestFailed
from hostconsole.obs.way import FindWay

if TYPE_CHECKING:
    from hostconsole.obs.sockets import Switch

TIMEOUT_S = 30.0


class CollectionName:
    """`told(name)` is called on the asking thread; not at all if OBS cannot be asked."""

    def __init__(self, way: FindWay) -> None:
        self._way = way
        self._switch: Switch | None = None

    def ask(self, told: Callable[[str], None]) -> None:
        """Asks anew; an answer that is still awaited is not waited for any more."""
        from hostconsole.obs.sockets import Switch  # late: as in the worker

        self.stop()
        self._switch = Switch()
        asking = threading.Thread(
            target=self._ask, args=(self._switch, told), name="obs collection", daemon=True
        )
        asking.start()

    def stop(self) -> None:
        if self._switch is not None:
            self._switch.cut()
        self._switch = None

    def _ask(self, switch: Switch, told: Callable[[str], None]) -> None:
        from hostconsole.obs.wire import Wire

        try:
            way = self._way()
            wire = Wire(host=way.host, port=way.port, timeout_s=TIMEOUT_S, switch=switch)
            try:
                wire.open_deaf(way.password)
                found = wire.ask("GetSceneCollectionList")
            finally:
                wire.close()
        except (Lost, NotReady, PasswordRefused, RequestFailed) as fault:
            logging.getLogger("hostconsole.obs").info("the collection's name is not known: %s", fault)
            return
        told(str(found.get("currentSceneCollectionName") or ""))
