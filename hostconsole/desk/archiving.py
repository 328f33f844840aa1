"""`hostconsole archive`: a session as one portable file, and the proof that it is whole.

A zip of the log as it is exported (with what became known after the night), the plan, the run-sheet itself
where it is still the one that was read, the report, and a manifest with the SHA-256 of each. Its clock is the
session's own, so the same session makes the same file.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from hostconsole.desk.night import named
from hostconsole.log.chain import link_hash
from hostconsole.log.reader import LogReader
from hostconsole.report.as_html import write_html
from hostconsole.report.as_json import document
from hostconsole.report.export import look_of, read_night
from hostconsole.report.figures import Night
from hostconsole.report.look import RETAIN_DAYS, moment, retain_until
from hostconsole.report.naming import file_name
from hostconsole.report.target import written_whole
from hostconsole.report.words import Language
from hostconsole.show.after_events import chain_after
from hostconsole.show.errors import Trouble

FORMAT, VERSION = "hostconsole archive", 1
MANIFEST, NIGHT, AFTER, PLAN, PAGE = "manifest.json", "night.jsonl", "after.jsonl", "plan.json", "report.html"

_LARGEST = 4 * 1024**3
_CHUNK = 1024 * 1024
_LINE = re.compile(rb'(.*),"prev_hash":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"}\n?', re.DOTALL)


def archived(
    directory: Path, session: str, path: Path, *, language: Language, retain_days: int = RETAIN_DAYS
) -> dict[str, Any]:
    """Writes the archive of `session` to `path`, whole or not at all; gives its manifest. Raises Trouble."""
    with named(directory, session) as (reader, id_), written_whole(path) as part:
        night = read_night(reader, id_)
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            return _Archive(archive, night, retain_days).fill(reader, language)


class _Archive:
    def __init__(self, archive: zipfile.ZipFile, night: Night, retain_days: int) -> None:
        self._archive, self._night, self._retain_days = archive, night, retain_days
        self._files: list[dict[str, Any]] = []
        ended = moment(night.head.ended_at or night.head.last_at)
        self._date = (max(1980, ended.year), ended.month, ended.day, ended.hour, ended.minute, ended.second)

    def fill(self, reader: LogReader, language: Language) -> dict[str, Any]:
        head = self._night.head
        self._add(NIGHT, _lines(reader.exported_lines(head.session)))
        after = list(reader.exported_lines(chain_after(head.session)))
        if after:
            self._add(AFTER, _lines(after))
        plan = document(self._night)["plan"]
        self._add(PLAN, [json.dumps(plan, ensure_ascii=False, indent=1).encode()])
        self._add_sheet()
        self._add_page(language)
        manifest = self._manifest(after)
        text = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
        self._archive.writestr(zipfile.ZipInfo(MANIFEST, self._date), text, zipfile.ZIP_DEFLATED)
        return manifest

    def _add(self, name: str, chunks: Iterable[bytes]) -> None:
        digest, length = hashlib.sha256(), 0
        info = zipfile.ZipInfo(name, self._date)
        info.compress_type = zipfile.ZIP_DEFLATED
        with self._archive.open(info, "w", force_zip64=True) as file:
            for chunk in chunks:
                digest.update(chunk)
                length += len(chunk)
                file.write(chunk)
        self._files.append({"name": name, "bytes": length, "sha256": digest.hexdigest()})

    def _add_sheet(self) -> None:
        """Only while it is the one the plan was read from."""
        plan = self._night.plan
        try:
            content = Path(plan.sheet).read_bytes() if plan.sheet else b""
        except OSError:
            return
        if content and hashlib.sha256(content).hexdigest() == plan.digest:
            suffix = re.sub(r"[^.a-z0-9]", "", Path(plan.sheet).suffix.lower())
            self._add(f"sheet/{file_name(Path(plan.sheet).stem)}{suffix}", [content])

    def _add_page(self, language: Language) -> None:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / PAGE
            write_html(self._night, (), page, look=look_of(self._night, language), log=False)
            self._add(PAGE, [page.read_bytes()])

    def _manifest(self, after: list[str]) -> dict[str, Any]:
        head = self._night.head
        return {
            "format": FORMAT,
            "version": VERSION,
            "session": head.session,
            "show": head.show,
            "kind": head.kind,
            "simulated": head.simulated,
            "started": head.started_at,
            "ended": head.ended_at,
            "events": head.events,
            "last_hash": head.last_hash,
            "last_hash_after": json.loads(after[-1])["hash"] if after else None,
            "retain_until": retain_until(head, self._retain_days),
            "files": self._files,
        }


def _lines(lines: Iterable[str]) -> Iterator[bytes]:
    return (f"{line}\n".encode() for line in lines)


# -- the proof ------------------------------------------------------------------------------------------


def fault_of(path: Path) -> str | None:
    """What is wrong with an archive, in a few words; None if it is whole: every file is there with the bytes
    it was made with, no other is, and both chains hold to the last hashes the manifest names.

    Raises Trouble "no_archive" for a file that is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest_of(archive, path)
            return _fault(archive, manifest)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as fault:
        raise Trouble("no_archive", f"{path} is no archive of Host Console: {fault}.") from fault
    except (ValueError, KeyError, TypeError) as fault:
        return f"{MANIFEST} cannot be read: {fault}"


def _manifest_of(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    if MANIFEST not in archive.namelist():
        raise Trouble("no_archive", f"{path} is no archive of Host Console: it has no {MANIFEST}.")
    if sum(info.file_size for info in archive.infolist()) > _LARGEST:
        raise Trouble("no_archive", f"{path} would be larger than {_LARGEST // 1024**3} GB.")
    manifest = json.loads(archive.read(MANIFEST))
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise Trouble("no_archive", f"{path} is no archive of Host Console.")
    return manifest


def _fault(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> str | None:
    files = {one["name"]: one for one in manifest["files"]}
    there = [name for name in archive.namelist() if name != MANIFEST]
    if sorted(there) != sorted(files):
        odd = sorted(set(there) ^ set(files)) or ["a name twice"]
        return f"{odd[0]} should not be there, or is missing"
    for name, one in files.items():
        if _digest(archive, name) != (one["bytes"], one["sha256"]):
            return f"{name} was altered"
    for name, last in ((NIGHT, manifest["last_hash"]), (AFTER, manifest["last_hash_after"])):
        if last is None:
            continue
        with archive.open(name) as file:
            fault = _chain_fault(file, str(last))
        if fault is not None:
            return f"{name} {fault}"
    return None


def _digest(archive: zipfile.ZipFile, name: str) -> tuple[int, str]:
    digest, length = hashlib.sha256(), 0
    with archive.open(name) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            length += len(chunk)
    return length, digest.hexdigest()


def _chain_fault(file: IO[bytes], last: str) -> str | None:
    before = None
    for seq, line in enumerate(file, start=1):
        found = _LINE.fullmatch(line)
        if found is None:
            return f"is broken at seq {seq}"
        text, prev_hash, digest = found[1].decode() + "}", found[2].decode(), found[3].decode()
        chained = before is None or prev_hash == before
        if not chained or link_hash(prev_hash, text) != digest or json.loads(text)["seq"] != seq:
            return f"is broken at seq {seq}"
        before = digest
    return None if before == last else "does not end with the hash of the manifest"
