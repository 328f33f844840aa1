"""The cover over obsws_python's edges. Import it late: it takes 95 ms.

A `Wire` is two connections, as the library has it: one that asks, one that listens on the library's own
thread. What is different here: every wait is finite, answers are matched by their id, proxies and
configuration files are left alone, the password is forgotten once it has been used, the end of either
connection is told at once, and after any failure the whole wire is thrown away.
"""

from __future__ import annotations

import itertools
import json
import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from obsws_python import EventClient, Subs

from hostconsole.obs.faults import NOT_READY, Lost, NotReady, PasswordRefused, RequestFailed
from hostconsole.obs.sockets import FAULTS, Client, in_words
from hostconsole.obs.sockets import Switch as Switch

KICKED = 4011
SERIAL_REALTIME = 0
SERIAL_FRAME = 1
LISTEN_TO = Subs.GENERAL | Subs.CONFIG | Subs.SCENES | Subs.INPUTS | Subs.TRANSITIONS | Subs.OUTPUTS | Subs.UI

Request = tuple[str, Mapping[str, Any]]
"""Request type and request data."""


class _Handover:
    """Stands in for the library's callbacks, which end its thread when one of them raises."""

    def __init__(self, heard: Callable[[str, dict[str, Any]], None], answered: threading.Event) -> None:
        self._heard = heard
        self._answered = answered

    def trigger(self, event: str | None, happened: dict[str, Any]) -> None:
        if event is None:  # no event: the answer to what was subscribed to
            self._answered.set()
            return
        try:
            self._heard(event, happened)
        except Exception:
            logging.getLogger("hostconsole.obs").exception(
                "an event of OBS (%s) could not be handed over", event
            )


class _Listener(EventClient):  # type: ignore[misc]
    """obsws-python's listening thread; its end is told, whatever ended it."""

    def __init__(
        self, client: Client, heard: Callable[[str, dict[str, Any]], None], ended: Callable[[str], None]
    ) -> None:
        self.logger = client.logger
        self.base_client = client
        self.answered = threading.Event()
        self.callback = _Handover(heard, self.answered)
        self._ended = ended
        self.subscribe()

    def __repr__(self) -> str:
        return f"<listener on {self.base_client!r}>"

    def trigger(self, stop_event: threading.Event) -> None:
        why = "OBS closed the connection"
        try:
            super().trigger(stop_event)
        except FAULTS as error:
            why = f"listening to OBS failed ({in_words(error)})"
        finally:
            self.answered.set()
            self._ended(_close_reason(self.base_client.ws.close_code) or why)


class Wire:
    """A connection to OBS. One thread asks; `heard(event, fields)` and `ended(why)` are called on the
    listening thread. Every method that asks raises `Lost` after `timeout_s`, and is then of no more use."""

    def __init__(self, *, host: str, port: int, timeout_s: float, switch: Switch) -> None:
        self._host, self._port, self._timeout_s, self._switch = host, port, timeout_s, switch
        self._numbers = itertools.count(1)
        self._asking: Client | None = None
        self._listening: Client | None = None
        self._listener: _Listener | None = None

    def open(
        self,
        password: str | None,
        *,
        heard: Callable[[str, dict[str, Any]], None],
        ended: Callable[[str], None],
    ) -> None:
        """Connects both ways. Raises `Lost` or `PasswordRefused`."""
        self._asking = self._dial(password, subs=0)
        try:
            self._listening = self._dial(password, subs=int(LISTEN_TO))
        except (Lost, PasswordRefused):
            self.close()
            raise
        self._listener = _Listener(self._listening, heard, ended)

    def open_deaf(self, password: str | None) -> None:
        """Connects to ask only: no event is heard. Raises `Lost` or `PasswordRefused`."""
        self._asking = self._dial(password, subs=0)

    def _dial(self, password: str | None, *, subs: int) -> Client:
        client = Client(
            host=self._host, port=self._port, password=password, subs=subs, timeout=self._timeout_s
        )
        client.open(self._switch)
        return client

    def ask(self, request: str, **fields: Any) -> dict[str, Any]:
        """One request; its answer's fields. Raises `RequestFailed`, `NotReady`, `Lost`."""
        told: dict[str, Any] = {"requestType": request}
        if fields:
            told["requestData"] = fields
        answer = self._exchange(6, told, answer_op=7)
        return _fields(answer)

    def hear_meters(self, wanted: bool) -> None:
        """Subscribes to the levels of all audio inputs (20 events a second), or not any more; returns when
        OBS has done so. Raises `Lost`.

        The answer is waited for: a connection that ends while OBS takes its subscriptions away is counted
        off twice, and after that OBS tells nobody any level until it is started again (seen in 5.1.0;
        EventHandler's count in obs-websocket)."""
        if self._listening is None or self._listener is None:
            raise Lost("the connection is closed")
        subs = int(LISTEN_TO | Subs.INPUTVOLUMEMETERS if wanted else LISTEN_TO)
        self._listener.answered.clear()
        try:
            self._listening.ws.send(json.dumps({"op": 3, "d": {"eventSubscriptions": subs}}))
        except FAULTS as error:
            self.close()
            raise Lost(in_words(error)) from error
        if not self._listener.answered.wait(self._timeout_s):
            self.close()
            raise Lost("OBS does not answer")

    def batch(
        self, requests: Sequence[Request], *, in_one_frame: bool
    ) -> list[dict[str, Any] | RequestFailed]:
        """Several requests, one after the other, within one video frame if wanted. One answer each, in
        order; a later request is made even if an earlier one failed. Raises `NotReady`, `Lost`."""
        told = {
            "haltOnFailure": False,
            "executionType": SERIAL_FRAME if in_one_frame else SERIAL_REALTIME,
            "requests": [
                {"requestType": request, "requestData": dict(fields)} for request, fields in requests
            ],
        }
        results = self._exchange(8, told, answer_op=9).get("results", [])
        if len(results) != len(requests):
            self.close()
            raise Lost("OBS answered only a part of a batch")
        return [_fields_or_failure(result) for result in results]

    def _exchange(self, op: int, told: dict[str, Any], *, answer_op: int) -> dict[str, Any]:
        number = f"hc-{next(self._numbers)}"
        if self._asking is None:
            raise Lost("the connection is closed")
        ws = self._asking.ws
        until = time.monotonic() + self._timeout_s
        try:
            ws.settimeout(self._timeout_s)
            ws.send(json.dumps({"op": op, "d": told | {"requestId": number}}))
            while True:
                ws.settimeout(max(0.001, until - time.monotonic()))
                text = ws.recv()
                if not text:
                    raise Lost(_close_reason(ws.close_code) or "OBS closed the connection")
                message = json.loads(text)
                if message["op"] == answer_op and message["d"].get("requestId") == number:
                    return dict(message["d"])
        except Lost:
            self.close()
            raise
        except FAULTS as error:
            self.close()
            raise Lost(in_words(error)) from error

    def close(self) -> None:
        """Ends both connections at once; no waiting for a goodbye."""
        self._switch.cut()
        if self._listener is not None:
            self._listener.worker.join(1)
        for client in (self._asking, self._listening):
            if client is not None:
                client.close()
        self._asking = self._listening = None


def _fields(answer: Mapping[str, Any]) -> dict[str, Any]:
    outcome = _fields_or_failure(answer)
    if isinstance(outcome, RequestFailed):
        raise outcome
    return outcome


def _fields_or_failure(answer: Mapping[str, Any]) -> dict[str, Any] | RequestFailed:
    status = answer["requestStatus"]
    if status["result"]:
        return dict(answer.get("responseData") or {})
    if status["code"] == NOT_READY:
        raise NotReady
    return RequestFailed(str(answer["requestType"]), int(status["code"]), str(status.get("comment") or ""))


def _close_reason(code: int | None) -> str:
    return "OBS threw this connection out" if code == KICKED else ""


def quiet_library() -> None:
    """The library logs the password at INFO and every failed connection with a traceback: both are told
    by us, once and without secrets."""
    for name in ("obsws_python", "websocket"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
