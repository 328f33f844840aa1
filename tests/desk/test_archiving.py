"""One portable file a session, and the proof that it is whole."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from hostconsole.desk.actions import note
from hostconsole.desk.archiving import MANIFEST, archived, fault_of
from hostconsole.desk.night import listed
from hostconsole.show.errors import Trouble
from tests.report.golden import PLAN, golden
from tests.report.made import Desk, desk, log_in

from .test_reports import said


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = log_in(tmp_path / "data", golden())
    note(folder, "s1", "多备 50 件", actor="甲")
    return folder


def made(data: Path, name: str = "s1.zip") -> Path:
    archived(data, "s1", data / name, language="zh")
    return data / name


def test_an_archive_holds_log_plan_and_report_and_names_their_hashes(data: Path) -> None:
    path = made(data)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read(MANIFEST))
        files = {one["name"]: one for one in manifest["files"]}
        assert set(files) == {"night.jsonl", "after.jsonl", "plan.json", "report.html"}
        for name, one in files.items():
            content = archive.read(name)
            assert (len(content), hashlib.sha256(content).hexdigest()) == (one["bytes"], one["sha256"])
        lines = archive.read("night.jsonl").decode().splitlines()
    assert manifest["last_hash"] == listed(data)[0]["last_hash"] == json.loads(lines[-1])["hash"]
    assert manifest["events"] == len(lines)
    assert manifest["retain_until"] == "2029-11-23"
    assert fault_of(path) is None


def test_the_same_session_makes_the_same_file(data: Path) -> None:
    assert made(data).read_bytes() == made(data, "again.zip").read_bytes()


def test_the_sheet_travels_only_while_it_is_the_one_that_was_read(tmp_path: Path) -> None:
    sheet = tmp_path / "双十一.csv"
    sheet.write_bytes(b"title\nx\n")
    digest = hashlib.sha256(sheet.read_bytes()).hexdigest()
    night: Desk = desk(replace(PLAN, sheet=str(sheet), digest=digest))
    data = log_in(tmp_path / "data", night)
    assert sheets_in(made(data)) == ["sheet/双十一.csv"]
    sheet.write_bytes(b"title\ny\n")
    assert sheets_in(made(data)) == []


def sheets_in(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [name for name in archive.namelist() if name.startswith("sheet/")]


def changed(path: Path, to: Path, **files: bytes | None) -> Path:
    """The archive with some files replaced (None: left out), named without their endings' dots."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(to, "w") as target:
        for name in source.namelist():
            content = files.get(name.replace(".", "_"), source.read(name))
            if content is not None:
                target.writestr(name, content)
        for name, content in files.items():
            if name.replace("_", ".") not in source.namelist() and content is not None:
                target.writestr(name, content)
    return to


def test_whatever_is_altered_missing_or_added_is_found(data: Path, tmp_path: Path) -> None:
    path = made(data)
    with zipfile.ZipFile(path) as archive:
        page, night = archive.read("report.html"), archive.read("night.jsonl")
    altered = changed(path, tmp_path / "1.zip", report_html=page.replace(b"42", b"43"))
    assert fault_of(altered) == "report.html was altered"
    assert (
        fault_of(changed(path, tmp_path / "2.zip", plan_json=None))
        == "plan.json should not be there, or is missing"
    )
    assert "extra" in str(fault_of(changed(path, tmp_path / "3.zip", extra=b"x")))
    assert fault_of(changed(path, tmp_path / "4.zip", night_jsonl=night[:-1])) == "night.jsonl was altered"


def test_a_log_rewritten_together_with_its_manifest_is_found_by_its_chain(data: Path, tmp_path: Path) -> None:
    path = made(data)
    with zipfile.ZipFile(path) as archive:
        manifest, night = json.loads(archive.read(MANIFEST)), archive.read("night.jsonl")
    forged = night.replace("追单".encode(), "补货".encode())
    one = next(one for one in manifest["files"] if one["name"] == "night.jsonl")
    one.update(bytes=len(forged), sha256=hashlib.sha256(forged).hexdigest())
    text = json.dumps(manifest).encode()
    bad = changed(path, tmp_path / "forged.zip", night_jsonl=forged, manifest_json=text)
    assert str(fault_of(bad)).startswith("night.jsonl is broken at seq ")


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 half a zip"])
def test_what_is_no_archive_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(Trouble, match="no archive of Host Console"):
        fault_of(tmp_path / "x.zip")


def test_archive_and_verify_by_the_command_line(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "s1.zip"
    assert said(data, "archive", "s1", "-o", str(path)).returncode == 0
    assert said(data, "verify", str(path)).stdout == "ok\n"
    bad = changed(path, tmp_path / "bad.zip", plan_json=b"{}")
    done = said(data, "verify", str(bad))
    assert (done.returncode, done.stdout) == (1, "plan.json was altered\n")
    assert said(data, "verify", str(tmp_path / "none.zip")).returncode == 2
    assert said(data, "archive", "s1", "-o", str(tmp_path / "x.tar")).returncode == 2
