"""Chapters of a night: as text for a video's description, as an edit list, as a table.

Times are the stream's where there was one, else the first recording's, else the show's.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hostconsole.report import figures as f
from hostconsole.report.lines import harmless
from hostconsole.report.look import Look
from hostconsole.report.moments import airing_end, at_in, cuts
from hostconsole.report.reading import clock, fitted, name_of
from hostconsole.show.money import plain

SHORTEST_S = 10
"""What YouTube takes for a chapter; what is shorter joins the one before."""

FPS = 30
_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """`since_ms` and `until_ms` of the video."""

    since_ms: int
    until_ms: int
    title: str
    airing: f.AiringFacts


def chapters(night: f.Night, look: Look) -> tuple[Chapter, ...]:
    """Every airing in the video's time; what was before the video began is left out."""
    found = []
    for airing in night.aired:
        since, until = _in_video(night, airing.started_ms), _in_video(night, airing_end(night, airing))
        if since is not None and until is not None and until > since:
            title = name_of(airing.link_no, airing.title, look, longest=_LONGEST_TITLE)
            found.append(Chapter(since_ms=since, until_ms=until, title=title, airing=airing))
    return tuple(found)


def _in_video(night: f.Night, ms: int) -> int | None:
    if night.stream_since_ms is not None:
        return max(0, ms - night.stream_since_ms)
    if night.recordings:
        recording = night.recordings[0]
        return at_in(recording, min(max(ms, recording.since_ms), recording.until_ms))
    return ms


def write_youtube(night: f.Night, path: Path, look: Look) -> None:
    """ "0:00 Show", "4:10 Link 3 Thermos": a line each, the first at 0:00, ten seconds apart at least."""
    lines = [(0, fitted(night.head.show, _LONGEST_TITLE) or look.word("show"))]
    for chapter in chapters(night, look):
        if chapter.since_ms - lines[-1][0] * 1000 >= SHORTEST_S * 1000:
            lines.append((chapter.since_ms // 1000, chapter.title))
        elif len(lines) == 1 and lines[0][0] == 0:
            lines = [(0, chapter.title)]
    path.write_text("".join(f"{_short(s)} {title}\n" for s, title in lines), encoding="utf-8")


def _short(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def write_edl(night: f.Night, path: Path, look: Look) -> None:
    """CMX 3600 at 30 frames, non-drop: one event for each airing in each recording, reel R01, R02 …"""
    lines = [f"TITLE: {fitted(night.head.show, 60)}", "FCM: NON-DROP FRAME", ""]
    at = 0
    for n, cut in enumerate(cuts(night), start=1):
        times = (cut.since_ms, cut.until_ms, at, at + cut.length_ms)
        codes = " ".join(timecode(ms) for ms in times)
        lines.append(f"{n:03d}  R{cut.recording:02d}      V     C        {codes}")
        lines.append(f"* FROM CLIP NAME: {name_of(cut.airing.link_no, cut.airing.title, look, longest=60)}")
        at += cut.length_ms
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def timecode(ms: int) -> str:
    """Hours, minutes, seconds and frames: 00:01:02:15."""
    frames = round(ms * FPS / 1000)
    seconds, frame = divmod(frames, FPS)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{frame:02d}"


def write_chapter_table(night: f.Night, path: Path, look: Look) -> None:
    """CSV, one row for each airing: where it is in the video, what it was, what it sold."""
    words = ("since", "until", "seconds", "link_no", "item", "sku", "title", "n", "price_at_take", "sold")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([look.word(word) for word in words])
        writer.writerows(_rows(chapters(night, look), look))


def _rows(found: Iterable[Chapter], look: Look) -> Iterable[tuple[object, ...]]:
    for chapter in found:
        airing = chapter.airing
        price = airing.price_at_take
        yield (
            clock(chapter.since_ms), clock(chapter.until_ms),
            round((chapter.until_ms - chapter.since_ms) / 1000, 1), harmless(airing.link_no),
            harmless(airing.item), harmless(airing.sku), harmless(airing.title), airing.n,
            "" if price is None else plain(price, airing.currency),
            look.word("not_counted") if airing.sold is None and airing.sku else airing.sold,
        )  # fmt: skip
