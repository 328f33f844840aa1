"""A screen looked at from outside, by programs that know nothing of ours: ffmpeg films it, a process of its
own watches one spot."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

_FPS = 60
_LARGEST_STEP = 40
"""Pixels that lines may move between two grabs and still be followed."""


@dataclass
class Film:
    """`rows` are the grey means of each row of a rectangle, one entry a frame; `at` when each came, in
    seconds of the monotonic clock."""

    rows: list[bytes] = field(default_factory=list)
    at: list[float] = field(default_factory=list)

    def steps(self) -> list[int]:
        """By how many pixels the picture moved up between each two frames."""
        return [_step(one, other) for one, other in zip(self.rows, self.rows[1:], strict=False)]


class Filming:
    """Films `width` by `height` pixels at (x, y) of `display` until `stop`."""

    def __init__(self, display: str, *, x: int, y: int, width: int, height: int) -> None:
        self._height = height
        self.film = Film()
        # Each frame comes as one column: the mean of each of its rows is all that tells how far it moved.
        self._camera = subprocess.Popen(
            ["ffmpeg", "-loglevel", "fatal", "-nostdin", "-f", "x11grab", "-draw_mouse", "0",
             "-framerate", str(_FPS), "-video_size", f"{width}x{height}", "-i", f"{display}+{x},{y}",
             "-vf", f"scale=1:{height}:flags=area,format=gray", "-fps_mode", "passthrough",
             "-f", "rawvideo", "-flush_packets", "1", "-"],
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._camera.stdout is not None
        while len(rows := self._camera.stdout.read(self._height)) == self._height:
            self.film.at.append(time.monotonic())
            self.film.rows.append(rows)

    def stop(self) -> Film:
        self._camera.terminate()
        self._camera.wait(10)
        self._reader.join(10)
        return self.film


def _step(one: bytes, other: bytes) -> int:
    """The shift at which the two pictures differ least; the smaller one where two do."""
    shifts = sorted(range(-_LARGEST_STEP, _LARGEST_STEP + 1), key=lambda shift: (abs(shift), -shift))
    best, least = 0, float("inf")
    for shift in shifts:
        differs = _difference(one, other, shift, least)
        if differs < least:
            best, least = shift, differs
        if least == 0:
            break
    return best


def _difference(one: bytes, other: bytes, shift: int, least: float) -> float:
    """Mean difference of the rows both have when `other` is `one` moved up by `shift`."""
    above, below = (one[shift:], other) if shift >= 0 else (one, other[-shift:])
    rows = min(len(above), len(below))
    if above[:rows] == below[:rows]:
        return 0.0
    return sum(abs(a - b) for a, b in zip(above[:rows], below[:rows], strict=True)) / rows


_WATCHER = """
import sys, time
from Xlib.X import ZPixmap
from Xlib.display import Display
x, y, width, height = map(int, sys.argv[2:6])
root = Display(sys.argv[1]).screen().root
seen = b""
while True:
    now = root.get_image(x, y, width, height, ZPixmap, 0xFFFFFFFF).data
    if now != seen:
        seen = now
        print(time.monotonic(), flush=True)
    time.sleep(0.001)
"""


class Watching:
    """Notes when the pixels of a spot of `display` change."""

    def __init__(self, display: str, *, x: int, y: int, width: int, height: int) -> None:
        spot = [str(part) for part in (x, y, width, height)]
        self._watcher = subprocess.Popen(
            [sys.executable, "-c", _WATCHER, display, *spot], stdout=subprocess.PIPE, text=True
        )
        assert self._watcher.stdout is not None
        self._watcher.stdout.readline()  # the first look

    def stop(self) -> list[float]:
        """When it changed, in seconds of the monotonic clock."""
        self._watcher.terminate()
        told, _errors = self._watcher.communicate(timeout=10)
        return [float(line) for line in told.splitlines()]
