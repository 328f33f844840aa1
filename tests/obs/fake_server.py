"""A small obs-websocket server that misbehaves on demand, for what a real OBS cannot be made to do."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
from collections import Counter
from typing import Any, Self

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

_PICTURE = base64.b64encode(b"P6\n2 1\n255\n\0\0\0\xff\xff\xff").decode()
"""One black pixel and one white."""

_SALT, _CHALLENGE = "salt", "challenge"


def proof_of(password: str) -> str:
    """The answer to the challenge, as the protocol wants it."""
    secret = base64.b64encode(hashlib.sha256((password + _SALT).encode()).digest())
    return base64.b64encode(hashlib.sha256(secret + _CHALLENGE.encode()).digest()).decode()


async def _turns() -> None:
    """The loop does what it was about to do, and what that leads to."""
    for _ in range(5):
        await asyncio.sleep(0)


class FakeObs:
    """Use as `async with FakeObs() as fake`. Public attributes are the knobs; `requests` is what came."""

    def __init__(self, *, password: str | None = None, port: int = 0) -> None:
        self.password = password
        self._port = port
        self.scene = "A"
        self.collection = "Night"
        self.scenes = ["A", "B", "C"]
        self.texts = {"hc:price": "", "hc:title": "", "hc:stock": ""}
        self.transition_ms = 50
        self.override_ms: int | None = None
        self.not_ready = False
        self.silent = False
        self.late_s: dict[str, float] = {}
        self.wrong_answers_first = False
        self.shows_scenes = True
        self.failing: dict[str, tuple[int, str]] = {}
        self.stream: dict[str, Any] = {"outputActive": False, "outputReconnecting": False}
        self.record: dict[str, Any] = {"outputActive": False, "outputPaused": False}
        self.stats: dict[str, Any] = {"activeFps": 30.0, "renderTotalFrames": 1000, "outputTotalFrames": 1000}
        self.can: tuple[str, ...] = ()
        self.uuids: dict[str, str] = {}
        self.microphones: tuple[str, ...] = ()
        self.subscriptions: list[int] = []
        self.close_at_greeting: int | None = None
        self.requests: list[tuple[str, dict[str, Any]]] = []
        self.batches: list[dict[str, Any]] = []
        self.greetings = 0
        self._server: Server | None = None
        self._open: dict[ServerConnection, int] = {}
        self._met: list[ServerConnection] = []
        self._later: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await serve(
            self._serve, "127.0.0.1", self._port,
            compression=None, ping_interval=None, create_connection=self._meet,
        )  # fmt: skip
        return self

    def _meet(self, *args: Any, **options: Any) -> ServerConnection:
        self._met.append(ServerConnection(*args, **options))
        return self._met[-1]

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        for task in self._later:
            task.cancel()
        # asyncio loses a connection that was accepted and is not met yet when its server closes.
        for listening in self._server.sockets:
            asyncio.get_running_loop().remove_reader(listening.fileno())
        await _turns()
        self._server.close()
        await self._server.wait_closed()
        await _turns()
        for connection in self._met:
            if getattr(connection, "transport", None) is not None:
                connection.transport.abort()
        await _turns()

    @property
    def port(self) -> int:
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def counted(self) -> Counter[str]:
        """How often each request came."""
        return Counter(request for request, _ in self.requests)

    # -- mischief --------------------------------------------------------------------------------

    async def tell(self, event: str, **fields: Any) -> None:
        """Sends an event to whoever listens."""
        message = json.dumps({"op": 5, "d": {"eventType": event, "eventIntent": 1, "eventData": fields}})
        await self.tell_raw(message)

    async def tell_raw(self, text: str) -> None:
        for connection, subscriptions in list(self._open.items()):
            if subscriptions:
                await connection.send(text)

    def break_off(self, *, listening: bool = True, asking: bool = True) -> None:
        """Ends TCP connections without a closing frame."""
        for connection, subscriptions in list(self._open.items()):
            if (subscriptions and listening) or (not subscriptions and asking):
                connection.transport.abort()

    async def close_all(self, code: int) -> None:
        for connection in list(self._open):
            await connection.close(code)

    # -- the protocol ----------------------------------------------------------------------------

    async def _serve(self, connection: ServerConnection) -> None:
        try:
            await self._greet(connection)
            async for text in connection:
                await self._answer(connection, json.loads(text))
        except ConnectionClosed:
            return
        finally:
            self._open.pop(connection, None)

    async def _greet(self, connection: ServerConnection) -> None:
        self.greetings += 1
        hello: dict[str, Any] = {"obsWebSocketVersion": "5.1.0", "rpcVersion": 1}
        if self.password is not None:
            hello["authentication"] = {"salt": _SALT, "challenge": _CHALLENGE}
        await connection.send(json.dumps({"op": 0, "d": hello}))
        identify = json.loads(await connection.recv())["d"]
        if self.password is not None and identify.get("authentication") != proof_of(self.password):
            await connection.close(4009, "Authentication failed.")
            return
        if self.close_at_greeting is not None:
            await connection.close(self.close_at_greeting)
            return
        self._open[connection] = identify["eventSubscriptions"]
        await connection.send(json.dumps({"op": 2, "d": {"negotiatedRpcVersion": 1}}))

    async def _answer(self, connection: ServerConnection, message: dict[str, Any]) -> None:
        asked = message["d"]
        if message["op"] == 3:
            self._open[connection] = asked["eventSubscriptions"]
            self.subscriptions.append(asked["eventSubscriptions"])
            await connection.send(json.dumps({"op": 2, "d": {"negotiatedRpcVersion": 1}}))
            return
        if message["op"] == 8:
            self.batches.append(asked)
            results = [self._perform(r["requestType"], r.get("requestData", {})) for r in asked["requests"]]
            answer = {"op": 9, "d": {"requestId": asked["requestId"], "results": results}}
            wait_s = max((self.late_s.get(r["requestType"], 0.0) for r in asked["requests"]), default=0.0)
        else:
            result = self._perform(asked["requestType"], asked.get("requestData", {}))
            answer = {"op": 7, "d": {"requestId": asked["requestId"], **result}}
            wait_s = self.late_s.get(asked["requestType"], 0.0)
        if self.silent:
            return
        if self.wrong_answers_first:
            await connection.send(json.dumps(_for_somebody_else(answer)))
        if wait_s:
            self._soon(self._send_later(connection, json.dumps(answer), wait_s))
        else:
            await connection.send(json.dumps(answer))

    async def _send_later(self, connection: ServerConnection, text: str, wait_s: float) -> None:
        await asyncio.sleep(wait_s)
        try:
            await connection.send(text)
        except ConnectionClosed:
            return

    def _soon(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    def _perform(self, request: str, fields: dict[str, Any]) -> dict[str, Any]:
        self.requests.append((request, fields))
        code, comment = (207, "OBS is not ready.") if self.not_ready else self.failing.get(request, (100, ""))
        answer: dict[str, Any] = {}
        if code == 100:
            code, answer = self._carry_out(request, fields)
        status = {"result": code == 100, "code": code, "comment": comment}
        return {"requestType": request, "requestStatus": status, "responseData": answer}

    def _carry_out(self, request: str, fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        match request:
            case "SetCurrentProgramScene":
                if fields["sceneName"] not in self.scenes:
                    return 600, {}
                if self.shows_scenes and fields["sceneName"] != self.scene:
                    self._soon(self._fade(fields["sceneName"]))
            case "CreateScene":
                self.scenes.append(fields["sceneName"])
            case "RemoveScene":
                self.scenes.remove(fields["sceneName"])
            case "CreateInput" | "CreateSceneItem":
                return 100, {"sceneItemId": len(self.requests)}
            case "SetInputSettings":
                self.texts[fields["inputName"]] = fields["inputSettings"]["text"]
            case "GetInputSettings":
                return 100, {"inputSettings": {"text": self.texts[fields["inputName"]]}}
        return 100, self._state().get(request, {})

    async def _fade(self, scene: str) -> None:
        self.scene = scene
        await asyncio.sleep(self.transition_ms / 1000)
        await self.tell("CurrentProgramSceneChanged", sceneName=scene)

    def _uuid(self, scene: str) -> dict[str, str]:
        return {"sceneUuid": self.uuids[scene]} if scene in self.uuids else {}

    def _state(self) -> dict[str, dict[str, Any]]:
        scenes: list[dict[str, Any]] = [
            {"sceneName": name, "sceneIndex": n, **self._uuid(name)}
            for n, name in enumerate(reversed(self.scenes))
        ]
        inputs = [{"inputName": name, "unversionedInputKind": "text_ft2_source"} for name in self.texts]
        inputs += [
            {"inputName": name, "unversionedInputKind": "alsa_input_capture"} for name in self.microphones
        ]
        return {
            "GetVersion": {"obsVersion": "29.0.2", "availableRequests": list(self.can)},
            "GetStats": dict(self.stats),
            "GetVideoSettings": {"baseWidth": 1920, "baseHeight": 1080},
            "GetInputKindList": {"inputKinds": ["image_source", "color_source_v3", "text_ft2_source_v2"]},
            "GetInputMute": {"inputMuted": False},
            "GetSceneCollectionList": {"currentSceneCollectionName": self.collection},
            "GetSceneList": {"currentProgramSceneName": self.scene, "scenes": scenes},
            "GetCurrentProgramScene": {"currentProgramSceneName": self.scene},
            "GetInputList": {"inputs": inputs},
            "GetSpecialInputs": {"mic1": None, "desktop1": None},
            "GetCurrentSceneTransition": {
                "transitionKind": "fade_transition",
                "transitionDuration": self.transition_ms,
            },
            "GetSceneSceneTransitionOverride": {
                "transitionName": None,
                "transitionDuration": self.override_ms,
            },
            "GetSourceScreenshot": {"imageData": f"data:image/ppm;base64,{_PICTURE}"},
            "GetStudioModeEnabled": {"studioModeEnabled": False},
            "GetStreamStatus": dict(self.stream),
            "GetRecordStatus": dict(self.record),
        }


def _for_somebody_else(answer: dict[str, Any]) -> dict[str, Any]:
    """A well-formed answer to a request nobody here made."""
    return {
        "op": 7,
        "d": {
            "requestId": "somebody-else",
            "requestType": "GetCurrentProgramScene",
            "requestStatus": {"result": True, "code": 100},
            "responseData": {"currentProgramSceneName": "not yours"},
        },
    }
