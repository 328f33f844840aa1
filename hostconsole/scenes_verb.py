"""`hostconsole scenes`: what it prints."""

from __future__ import annotations

from pathlib import Path

import click

from hostconsole.cli import answer
from hostconsole.desk.scenes import SceneMaker, SceneRow, ScenesReport
from hostconsole.show.errors import Refused, Trouble

_WORDS = {
    "exists": "there",
    "missing": "missing",
    "made": "made",
    "failed": "FAILED",
    "removable": "to go",
    "removed": "removed",
    "kept": "kept",
}


def scenes(
    sheet: Path, *, directory: Path, obs: str | None, dry_run: bool, remove: bool, as_json: bool
) -> int:
    """Lists, makes or removes; the exit code. Raises Trouble if the sheet cannot be read."""
    maker = SceneMaker(sheet, directory=directory, obs=obs)
    try:
        if not maker.real:
            raise Trouble(
                "obs", "Scenes are made in a real OBS: name it with --obs, or --obs ws://HOST:PORT."
            )
        if not dry_run:
            _refuse_on_air(directory)
        report = _done(maker, dry_run=dry_run, remove=remove, aloud=not as_json)
    except (Trouble, Refused) as fault:
        click.echo(f"hostconsole: {fault}", err=True)
        return 1
    if as_json:
        answer(report.as_json())
    else:
        _print(report, dry_run=dry_run, remove=remove)
    return 1 if report.failed else 0


def _done(maker: SceneMaker, *, dry_run: bool, remove: bool, aloud: bool) -> ScenesReport:
    if remove:
        return maker.remove(really=not dry_run)
    if dry_run:
        return maker.look()
    return maker.make(_tell if aloud else lambda _row, _done, _of: None)


def _refuse_on_air(directory: Path) -> None:
    """A console of this data directory that is on air with OBS is not to be disturbed."""
    from hostconsole.door.client import NoConsole, ask

    try:
        mode = ask(directory, {"state": True}).get("mode")
    except (NoConsole, ValueError):
        return
    if mode in ("rehearsal", "live"):
        raise Refused("before_the_show")


def _tell(row: SceneRow, done: int, of: int) -> None:
    click.echo(f"{done}/{of} {_WORDS[row.status]:8}{row.name}{f': {row.why}' if row.why else ''}")


def _print(report: ScenesReport, *, dry_run: bool, remove: bool) -> None:
    click.echo(f"Canvas {report.canvas[0]}x{report.canvas[1]}")
    for row in report.scenes:
        if row.status in ("made", "failed"):
            continue  # told as it was done
        rows = f"row{'s' if len(row.rows) > 1 else ''} {', '.join(map(str, row.rows))}"
        click.echo(f"{_WORDS[row.status]:9}{row.name}  ({rows}){f': {row.why}' if row.why else ''}")
        if row.status == "missing" and row.offers:
            click.echo(f"{'':9}OBS has {_listed(row.offers)}: write it into the sheet if it is meant")
    for words, names in (("new", report.new), ("used as it is", report.used)):
        if names:
            click.echo(f"inputs {words}: {', '.join(names)}")
    for _code, message in report.notes:
        click.echo(f"note     {message}")
    click.echo(_sum(report, dry_run=dry_run, remove=remove))


def _listed(names: tuple[str, ...]) -> str:
    return " or ".join(f'"{name}"' for name in names)


def _sum(report: ScenesReport, *, dry_run: bool, remove: bool) -> str:
    def count(status: str) -> int:
        return sum(row.status == status for row in report.scenes)

    if remove and dry_run:
        return f"{count('removable')} would be removed. Nothing was changed."
    if remove:
        return f"{count('removed')} removed. Scenes that were changed since, or are on air, stay."
    if dry_run:
        return f"{count('missing')} would be made. Nothing was changed."
    if not count("made") and not report.failed:
        return "OBS has every scene this show needs. Nothing was changed."
    return f"{count('made')} made. Put your cameras into them, under the texts."
