"""How speaking to OBS can fail, whatever library or socket is below."""

from __future__ import annotations


class Lost(Exception):
    """The connection cannot be used any more; `why` is one English sentence without any secret.

    `cheap`: asking again costs nothing (nobody listens there), so it may be done often."""

    def __init__(self, why: str, *, cheap: bool = False) -> None:
        self.why = why
        self.cheap = cheap
        super().__init__(why)


class PasswordRefused(Exception):
    """OBS wants another password than ours; trying again with the same one is no use."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class NotReady(Exception):
    """OBS answers, but is still loading (207): ask again."""


class RequestFailed(Exception):
    """OBS answered that it cannot do this. `code` is obs-websocket's request status."""

    def __init__(self, request: str, code: int, why: str) -> None:
        self.code = code
        self.why = why or f"{request} failed with code {code}"
        super().__init__(self.why)


class NotAsked(Exception):
    """OBS could not be asked what was to be asked once; `why` as in `Lost`, without a full stop."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class NotBuilt(Exception):
    """A scene could not be made; `code` as in the event `scene.not_built`."""

    def __init__(self, code: str, why: str) -> None:
        self.code = code
        self.why = why
        super().__init__(why)


NOT_READY = 207
NOT_FOUND = 600
