"""What a benchmark hands back, and how it is read."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

Samples = Sequence[float]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One line of the table, in words. `met` None: reported beside, no bar."""

    name: str
    median: str
    worst: str = ""
    floor: str = ""
    compared: str = ""
    bar: str = ""
    met: bool | None = None
    note: str = ""

    def line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def quantile(samples: Samples, part: float) -> float:
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def median(samples: Samples) -> float:
    return quantile(samples, 0.5)


def ms(seconds: float) -> str:
    value = seconds * 1000
    return f"{value:.2f} ms" if value < 10 else f"{value:.0f} ms"


def s(seconds: float) -> str:
    return f"{seconds:.2f} s"


def mb(size: float) -> str:
    return f"{size / 1e6:.0f} MB"


def times(ratio: float) -> str:
    return f"× {ratio:.2f}"


def took(work: Callable[[], object]) -> float:
    """Seconds that `work` took."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def pairs(first: Callable[[], object], second: Callable[[], object], n: int) -> tuple[float, float]:
    """The medians of two works, run in turn: what else the machine does falls on both."""
    both = [(took(first), took(second)) for _ in range(n)]
    return median([a for a, _ in both]), median([b for _, b in both])
