"""`hostconsole clips`: one file for each airing, cut out of the recording by ffmpeg.

Without re-encoding a clip can begin only at a key frame: at the last one before its scene was seen, and the
manifest says how much earlier that is. `exact` re-encodes and begins at the very frame. A clip is written
beside its name and takes it when it is whole; stopping leaves whole clips and nothing else.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hostconsole.report.figures import Night, RecordingFacts
from hostconsole.report.moments import Cut, cuts
from hostconsole.report.naming import file_name
from hostconsole.report.target import written_whole
from hostconsole.show.errors import Trouble

MANIFEST = "manifest.json"
PROBE_S = 60
LEAD_S = 30
"""So far back a key frame is looked for; OBS makes one every two to eight seconds."""
SAME_LENGTH_S, SAME_LENGTH_SHARE = 5.0, 0.03
"""A file is a recording of the log if their lengths differ by no more than the larger of the two."""
_SEEKS_BEFORE_S = 0.2
"""With B-frames ffmpeg looks for a key frame 3/23 s before the time it is told (its guess of how far pictures
are out of order): told of a key frame's own time it begins a whole key frame earlier."""
_EXACT = ("-c:v", "libx264", "-crf", "18", "-preset", "veryfast", "-c:a", "aac", "-b:a", "192k")

Progress = Callable[[float, str], None]
"""The share that is done, and what is being done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A file, its length in seconds, which recording of the log it is, and whether its pictures stand in it
    in another order than they are shown in."""

    path: Path
    seconds: float
    facts: RecordingFacts
    b_frames: bool


def cut_clips(
    night: Night, files: Sequence[Path], folder: Path, *, exact: bool, progress: Progress
) -> dict[str, Any]:
    """Cuts every airing that `files` hold into `folder`; gives the manifest that is written beside them.

    Raises Trouble: nothing recorded in the log, files that are none of its recordings, ffmpeg that is missing
    or fails; OSError for the folder."""
    recorded = {one.facts.n: one for one in matched(night.recordings, files)}
    wanted = [cut for cut in cuts(night) if cut.recording in recorded]
    if not wanted:
        raise Trouble("nothing_recorded", "Nothing that was on air is in this recording.")
    folder.mkdir(parents=True, exist_ok=True)
    whole, done, rows = sum(cut.length_ms for cut in wanted), 0, []
    for n, cut in enumerate(wanted, start=1):
        source = recorded[cut.recording]
        target = folder / f"{clip_name(n, cut)}{source.path.suffix.lower()}"
        told = f"{n}/{len(wanted)} {target.name}"
        progress(done / whole, told)
        since = cut.since_ms / 1000
        begins = since if exact else _key_frame_before(source.path, since)
        seconds = cut.until_ms / 1000 - begins

        def step(ms: float, done: int = done, told: str = told, most: int = cut.length_ms) -> None:
            progress((done + min(ms, most)) / whole, told)

        _cut(source, target, begins=begins, seconds=seconds, exact=exact, step=step)
        done += cut.length_ms
        rows.append(_row(cut, target, begins=begins, seconds=seconds))
    manifest = _manifest(night, list(recorded.values()), rows, exact=exact)
    with written_whole(folder / MANIFEST) as part:
        part.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    progress(1.0, "")
    return manifest


def clip_name(n: int, cut: Cut) -> str:
    """ "03 3 316保温杯": its place, link number and title, harmless on every system."""
    airing = cut.airing
    again = f"({airing.n})" if airing.n > 1 else ""
    return file_name(f"{n:02d}", airing.link_no[:12], airing.title[:60], again)


def matched(recordings: Sequence[RecordingFacts], files: Sequence[Path]) -> list[Recorded]:
    """Each file with the recording of the log whose length is nearest to its own.

    Raises Trouble if one has none, or two have the same."""
    if not recordings:
        raise Trouble("nothing_recorded", "OBS recorded nothing in this session, as far as its log knows.")
    left = list(recordings)
    found: list[Recorded] = []
    for path in files:
        seconds = length_s(path)
        near = min(left, key=lambda one: abs(one.length_ms / 1000 - seconds), default=None)
        if near is None or not (_alike(near.length_ms / 1000, seconds) or len(recordings) == len(files) == 1):
            told = ", ".join(f"{one.length_ms / 1000:.0f} s" for one in recordings)
            raise Trouble(
                "other_recording",
                f"{path.name} is {seconds:.0f} s long; this session's recordings are {told}.",
            )
        left.remove(near)
        found.append(Recorded(path=path, seconds=seconds, facts=near, b_frames=_has_b_frames(path)))
    return found


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= max(SAME_LENGTH_S, SAME_LENGTH_SHARE * other)


def length_s(path: Path) -> float:
    """The length of a video file in seconds. Raises Trouble if it is none."""
    words = ["-show_entries", "format=duration", "-of", "csv=p=0", _plain(path)]
    said = _probe(words)
    try:
        return float(said.strip())
    except ValueError:
        raise Trouble("no_video", f"{path} cannot be read as a video.") from None


def _key_frame_before(path: Path, since: float) -> float:
    """The time of the last key frame at or before `since`, 0 if none is found."""
    start = max(0.0, since - LEAD_S)
    words = [
        "-select_streams", "v:0", "-skip_frame", "nokey", "-show_entries", "frame=pts_time", "-of", "csv=p=0",
        "-read_intervals", f"{start:.3f}%{since + 0.01:.3f}", _plain(path),
    ]  # fmt: skip
    times = [float(line.strip(",")) for line in _probe(words).split() if _is_number(line.strip(","))]
    return max((at for at in times if at <= since + 0.001), default=0.0)


def _has_b_frames(path: Path) -> bool:
    words = ["-select_streams", "v:0", "-show_entries", "stream=has_b_frames", "-of", "csv=p=0"]
    return _probe([*words, _plain(path)]).strip(",\n ") not in ("", "0")


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def _probe(words: Sequence[str]) -> str:
    command = [_program("ffprobe"), "-v", "error", *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PROBE_S, check=False)
    except subprocess.TimeoutExpired:
        raise Trouble("no_video", f"{words[-1]} could not be looked through in {PROBE_S} s.") from None
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["unknown"])[-1]
        raise Trouble("no_video", f"The recording cannot be read: {why}")
    return done.stdout


def _cut(
    source: Recorded,
    target: Path,
    *,
    begins: float,
    seconds: float,
    exact: bool,
    step: Callable[[float], None],
) -> None:
    how = _EXACT if exact else ("-c", "copy", "-map", "0", "-avoid_negative_ts", "make_zero")
    late = _SEEKS_BEFORE_S if source.b_frames and not exact else 0.0
    with written_whole(target) as part:
        named = part.with_name(part.name + target.suffix)  # ffmpeg judges the format by the ending
        command = [
            _program("ffmpeg"), "-v", "error", "-nostdin", "-y", "-ss", f"{begins + late:.3f}", "-i",
            _plain(source.path), "-t", f"{seconds - late:.3f}", *how, "-progress", "pipe:1", "-nostats",
            _plain(named),
        ]  # fmt: skip
        try:
            _run(command, step)
            named.replace(part)
        finally:
            named.unlink(missing_ok=True)


def _run(command: Sequence[str], step: Callable[[float], None]) -> None:
    """ffmpeg, with `step` told how many milliseconds are written; it is ended if we are."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        try:
            for line in running.stdout:
                name, _, value = line.strip().partition("=")
                if name == "out_time_us" and value.isdigit():
                    step(int(value) / 1000)
            why = running.stderr.read()
            code = running.wait()
        except BaseException:
            running.kill()
            raise
    if code:
        raise Trouble("cut_failed", f"ffmpeg: {(why.strip().splitlines() or ['it failed'])[-1]}")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Trouble("no_ffmpeg", "Clips are cut by ffmpeg: install it, so that `ffmpeg -version` works.")
    return found


def _plain(path: Path) -> str:
    """A path that is never taken for an option or for an address."""
    return f"file:{path.absolute()}"


def _row(cut: Cut, target: Path, *, begins: float, seconds: float) -> dict[str, Any]:
    airing = cut.airing
    return {
        "file": target.name,
        "item": airing.item,
        "link_no": airing.link_no,
        "title": airing.title,
        "sku": airing.sku,
        "airing": airing.n,
        "taken_at": airing.started_at,
        "recording": cut.recording,
        "shown_s": round(cut.since_ms / 1000, 3),
        "begins_s": round(begins, 3),
        "lead_s": round(cut.since_ms / 1000 - begins, 3),
        "seconds": round(seconds, 3),
        "sold": airing.sold,
    }


def _manifest(
    night: Night, recorded: Sequence[Recorded], rows: list[dict[str, Any]], *, exact: bool
) -> dict[str, Any]:
    return {
        "session": night.head.session,
        "show": night.head.show,
        "kind": night.head.kind,
        "last_hash": night.head.last_hash,
        "exact": exact,
        "recordings": [
            {"n": one.facts.n, "file": one.path.name, "seconds": round(one.seconds, 3)} for one in recorded
        ],
        "clips": rows,
    }
