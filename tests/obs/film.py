"""What a recording shows, frame by frame: which scene by its colour, which price by the width of its text."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

WIDTH, HEIGHT, FPS = 1280, 720, 30


def pixels(film: Path, crop: tuple[int, int, int, int], *, columns: int) -> list[list[tuple[int, int, int]]]:
    """Each frame's part `crop` (x, y, width, height) as a row of `columns` averaged colours."""
    x, y, width, height = crop
    told = subprocess.run(
        [
            *("ffmpeg", "-v", "error", "-threads", "1", "-i", str(film), "-fps_mode", "passthrough"),
            *("-vf", f"crop={width}:{height}:{x}:{y},scale={columns}:1:flags=area,format=rgb24"),
            *("-f", "rawvideo", "-"),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    ).stdout
    size = columns * 3
    return [
        [(row[i], row[i + 1], row[i + 2]) for i in range(0, size, 3)]
        for row in (told[start : start + size] for start in range(0, len(told), size))
    ]


def times(film: Path) -> list[float]:
    """When each frame is shown, in seconds from the first."""
    told = subprocess.run(
        [
            *("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=pts_time"),
            *("-of", "csv=p=0", str(film)),
        ],
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    ).stdout
    shown = sorted(float(line.strip(",")) for line in told.split())
    return [at - shown[0] for at in shown]


def nearest(colour: tuple[int, int, int], palette: Sequence[tuple[int, int, int]]) -> int:
    """The place in `palette` of the colour most like `colour`."""
    return min(
        range(len(palette)),
        key=lambda n: sum((a - b) ** 2 for a, b in zip(colour, palette[n], strict=True)),
    )
