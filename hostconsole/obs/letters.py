"""What the request thread is told, by the main thread and by the listening thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hostconsole.show.obs_state import Output, SceneNeed
from hostconsole.show.rules import Language
from hostconsole.show.target import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A request for a scene. `at`: monotonic seconds of the asking. `with_inputs`: the target's inputs
    go in the same frame."""

    number: int
    scene: str
    at: float
    with_inputs: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A new target; `order` when it also asks for its scene."""

    target: Target
    at: float
    order: Order | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A scene to be shown; `afresh`: texts are sent even if OBS is believed to hold them."""

    order: Order | None
    afresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchOutput:
    """An output to be started or stopped."""

    name: Output
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter of the recording begins now."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """Scenes to be made; what the texts are written in. Without any: those that still wait are not made."""

    needs: tuple[SceneNeed, ...]
    language: Language = "zh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An event of OBS, over connection number `wire`, at monotonic second `at`."""

    wire: int
    at: float
    event: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The collection that OBS works with, as answer to question number `asked`."""

    asked: int
    collection: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The listening thread of connection number `wire` has ended."""

    wire: int
    why: str


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Connect anew, also after a refused password."""


@dataclass(frozen=True, slots=True)
class Halt:
    """Stop for good."""


Letter = Aim | Ask | SwitchOutput | Chapter | Build | Heard | Named | Ended | TryAgain | Halt
