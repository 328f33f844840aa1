"""The longer verbs of the command line: opening a show, and everything about sheets and logs."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

import click

from hostconsole import __version__
from hostconsole.cli import UNUSABLE, answer, data_directory, fail
from hostconsole.review_verbs import VERBS
from hostconsole.verb_parts import data_dir_option as _data_dir_option
from hostconsole.verb_parts import lang_option, obs_option
from hostconsole.verb_parts import troubles as _troubles

_SHEET = click.Path(path_type=Path)
_OBS = "ws://HOST:PORT, this-pc, simulated, or off"


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data-dir", type=_SHEET, help="Where everything is written.")
@click.version_option(__version__)
@click.pass_context
def console(ctx: click.Context, data_dir: Path | None) -> None:
    """The desk of a live shopping show. Without a command: opens the window on its start page."""
    ctx.obj = data_directory(data_dir)
    if ctx.invoked_subcommand is None:
        _open(ctx.obj)


@console.command()
@obs_option(f"{_OBS}. Default: simulated.")
@_data_dir_option
@click.pass_obj
def demo(directory: Path, obs: str | None) -> None:
    """Opens the bundled sample show as a rehearsal, OBS simulated."""
    _open(directory, demo=True, kind="rehearsal", obs=obs or "simulated", new=True)


@console.command()
@click.argument("sheet", type=_SHEET)
@obs_option(f"{_OBS}. Default: the setting.")
@click.option("--rehearse", "kind", flag_value="rehearsal", help="Begin a rehearsal at once.")
@click.option("--live", "kind", flag_value="live", help="Go live at once.")
@click.option("--new", is_flag=True, help="Never go on with an earlier session.")
@click.option("--feeds", type=_SHEET, help="The feeds file to use.")
@click.option("--as", "operator", metavar="NAME", default="", help="Who sits at the desk.")
@_data_dir_option
@click.pass_obj
def run(directory: Path, /, sheet: Path, **options: Any) -> None:
    """Opens the show of a run-sheet."""
    feeds = options["feeds"]
    if feeds is not None and not feeds.is_file():
        fail(f"{feeds} cannot be opened")
    _open(directory, sheet=sheet, **options)


def _open(directory: Path, **options: Any) -> None:
    gc.disable()  # nothing the start makes is garbage; once the window stands app/garbage.py collects
    from hostconsole.app import open_console

    with _troubles():
        raise SystemExit(open_console(directory=directory, **options))


@console.command()
@click.argument("sheet", type=_SHEET)
@obs_option("Also ask this OBS about the scenes.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@_data_dir_option
@click.pass_obj
def check(directory: Path, sheet: Path, obs: str | None, as_json: bool) -> None:
    """The pre-flight of a run-sheet, without a window. Exit 1 with errors."""
    from hostconsole.desk.preflight import preflight

    with _troubles():
        found = preflight(sheet, directory=directory, obs=obs)
    if as_json:
        answer(found)
    else:
        _print_findings(found)
    raise SystemExit(1 if any(f["level"] == "error" for f in found["findings"]) else 0)


def _print_findings(found: dict[str, Any]) -> None:
    for finding in found["findings"]:
        _print_finding(finding)


def _print_finding(finding: dict[str, Any], file: str = "") -> None:
    where = " ".join(
        part for part in (f"row {finding['row']}" if finding["row"] else "", finding["column"] or "") if part
    )
    click.echo(f"{finding['level']:8}{file}{where + ': ' if where else ''}{finding['message']}")


@console.command(name="import")
@click.argument("files", nargs=-1, required=True, type=_SHEET)
@click.option("-o", "--output", type=_SHEET, required=True, help="The show: .xlsx or .csv.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@_data_dir_option
@click.pass_obj
def import_(directory: Path, files: tuple[Path, ...], output: Path, yes: bool) -> None:
    """Brings run-sheets and shop exports together into one show.

    If the show is there already, what was made in it stays; prices and stock follow the files. The
    differences are shown first. The show's file is written anew: if there was more in it than is written
    (other sheets, notes, formulas, formatting), it is first kept beside it, as "NAME (before import)".
    Exit 1 if nothing was written."""
    from hostconsole.desk.importing import gathered, told, write
    from hostconsole.settings import FILE_NAME, load
    from hostconsole.sheets.chosen import RememberedColumns

    settings, _ = load(directory / FILE_NAME)
    with _troubles():
        columns = RememberedColumns(directory)
        found = gathered(files, output, currency=settings.currency, columns=columns)
        for path, finding in found.findings:
            if finding.level != "ok":
                _print_finding(finding.as_json(), f"{path.name} ")
        for note in found.notes:
            click.echo(note)
        if found.old is not None:
            for line in told(found.changes, found.old, found.new):
                click.echo(line)
            if found.old.items == found.new.items:
                click.echo("Nothing to change.")
                return
            if not (yes or _agreed()):
                raise SystemExit(1)
        kept = write(found, output)
    click.echo(f"{len(found.new.items)} items written to {output}")
    if kept is not None:
        click.echo(f"{output.name} held more than is written; as it was, it is kept as {kept.name}")


def _agreed() -> bool:
    """Enter applies, anything else does not; nor does a pipe that says nothing."""
    click.echo("Enter writes this, n leaves the show as it is: ", nl=False)
    said = sys.stdin.readline()
    agreed = said != "" and said.strip().lower() in ("", "y", "yes")
    if not agreed:
        click.echo("nothing was written; --yes writes without asking")
    return agreed


@console.command()
@click.argument("sheet", type=_SHEET)
@obs_option("ws://HOST:PORT or this-pc. Default: the setting.")
@click.option("--dry-run", is_flag=True, help="Only list what would be made.")
@click.option("--remove", is_flag=True, help="Take away scenes that are exactly as they were made.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@_data_dir_option
@click.pass_obj
def scenes(directory: Path, /, sheet: Path, **how: Any) -> None:
    """Makes the scenes in OBS that a run-sheet needs and OBS lacks. Nothing that exists is altered."""
    from hostconsole.scenes_verb import scenes as verb

    with _troubles():
        raise SystemExit(verb(sheet, directory=directory, **how))


@console.command()
@click.option("--json", "as_json", is_flag=True, help="As one JSON array.")
@_data_dir_option
@click.pass_obj
def sessions(directory: Path, as_json: bool) -> None:
    """Lists the sessions of the log, newest first."""
    from hostconsole.desk.night import listed

    with _troubles():
        rows = listed(directory)
    if as_json:
        answer(rows)
        return
    for row in rows:
        kind = f"{row['kind']}{' (simulated)' if row['simulated'] else ''}"
        click.echo(f"{row['id']}  {kind:24} {row['events']:7} events  {row['show']}")


@console.command()
@click.argument("session")
@click.option("-o", "--output", type=_SHEET, required=True, help=".jsonl .csv .json .xlsx .html .pdf .png")
@lang_option
@_data_dir_option
@click.pass_obj
def export(directory: Path, session: str, output: Path, lang: str) -> None:
    """Writes a session to a file; the suffix says which kind. SESSION is an id, or last."""
    from hostconsole.exports import exported

    with _troubles():
        exported(directory, session, output, language="zh" if lang == "zh" else "en")
    click.echo(output)


@console.command()
@click.argument("session")
@_data_dir_option
@click.pass_obj
def verify(directory: Path, session: str) -> None:
    """Checks the hash chain of a session, or an archive (FILE.zip). Exit 1 with the first bad seq."""
    with _troubles():
        if session.lower().endswith(".zip"):
            from hostconsole.desk.archiving import fault_of

            broken = fault_of(Path(session))
        else:
            from hostconsole.desk.night import verified

            bad = verified(directory, session)
            broken = None if bad is None else f"broken at seq {bad}"
    if broken is not None:
        click.echo(broken)
        raise SystemExit(1)
    click.echo("ok")


@console.command()
@click.argument("session")
@click.argument("orders", type=_SHEET)
@click.option("--sku", default="", metavar="COLUMN", help="The column of SKUs, if it is not found.")
@click.option("--qty", default="", metavar="COLUMN", help="The column of quantities.")
@click.option("--order", default="", metavar="COLUMN", help="The column of order ids.")
@click.option("--status", default="", metavar="COLUMN", help="The column of states.")
@click.option("--at", default="", metavar="COLUMN", help="The column of times.")
@click.option("--sold", default="", metavar="WORDS", help="The states that count as sold, with commas.")
@click.option("--zone", default="", metavar="+HH:MM", help="The zone of times that name none.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@_data_dir_option
@click.pass_obj
def reconcile(directory: Path, /, session: str, orders: Path, as_json: bool, **said: str) -> None:
    """Compares our own count with the platform's export of orders, SKU by SKU, and keeps the result.

    Shopify, WooCommerce, Douyin and TikTok Shop exports are known; others by naming columns."""
    from hostconsole.desk.reconciling import columns_said, lines_of, reconciled

    with _troubles():
        found = reconciled(directory, session, orders, said=columns_said(said))
    if as_json:
        answer(found)
        return
    for line in lines_of(found):
        click.echo(line)


@console.command()
@click.option("--json", "as_json", is_flag=True, help="As one JSON array.")
@_data_dir_option
@click.pass_obj
def keys(directory: Path, as_json: bool) -> None:
    """Lists every command with its keys."""
    from hostconsole.desk.keyboard import key_rows

    rows = key_rows(directory)
    if as_json:
        answer(rows)
        return
    for row in rows:
        args = " ".join(f"{name}={value}" for name, value in row["args"].items())
        shown = ", ".join((*row["global_keys"], *row["keys"]))
        click.echo(f"{(row['command'] + ' ' + args).strip():34} {shown:40} {row['title']}")


@console.command(name="do", context_settings={"ignore_unknown_options": True})
@click.argument("command")
@click.argument("args", nargs=-1, metavar="[KEY=VALUE]...")
def do_(command: str, args: tuple[str, ...]) -> None:
    """Sends a command to the running console and prints one JSON line."""
    raise AssertionError("answered in cli.main")


@console.command()
def state() -> None:
    """Prints the running console's state as JSON."""
    raise AssertionError("answered in cli.main")


for _verb in VERBS:
    console.add_command(_verb)

__all__ = ["UNUSABLE", "console"]
