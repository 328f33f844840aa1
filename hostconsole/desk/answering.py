"""What the local door is answered: acts of `do`, the state, what is known after a session, the front."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hostconsole.show.errors import Refused

if TYPE_CHECKING:
    from hostconsole.desk.afterwards import Afterwards  # loaded when first needed
    from hostconsole.desk.desk import Desk


class Answers:
    """The desk's answers. `front` brings the window to the front."""

    def __init__(self, desk: Desk, *, front: Callable[[], None]) -> None:
        self._desk = desk
        self._front = front
        self._afterwards: Afterwards | None = None

    async def to(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to one request."""
        if "state" in request:
            return self._desk.snapshot()
        if "front" in request:
            self._front()
            return {"ok": True}
        if "after" in request:
            return await self._after().answer(request, saved=self._desk.saved)
        return await self._do(request.get("do"), request.get("args"))

    def _after(self) -> Afterwards:
        from hostconsole.desk.afterwards import Afterwards

        if self._afterwards is None:
            self._afterwards = Afterwards(self._desk.directory, self._desk.journal)
        return self._afterwards

    async def _do(self, command: object, args: object) -> dict[str, Any]:
        if not isinstance(command, str) or not isinstance(args, dict):
            return _refusal(Refused("unknown_command", command=str(command)))
        given = {str(name): str(value) for name, value in args.items()}
        try:
            outcome = await self._desk.act(command, given)
        except Refused as refused:
            return _refusal(refused)
        saved = True
        if outcome.entries:
            last = outcome.entries[-1]
            saved = await self._desk.saved(last.session, last.seq)
        return {"ok": True, "seq": outcome.seq, "saved": saved}


def _refusal(refused: Refused) -> dict[str, Any]:
    """The contract's answer to an act that cannot be done."""
    return {"ok": False, "code": refused.code, "reason": refused.reason}
