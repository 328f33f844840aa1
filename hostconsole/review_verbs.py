"""The verbs of the day after: report, summary, and what is made of a session. The windows call them too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hostconsole.cli import answer
from hostconsole.show.errors import Trouble
from hostconsole.verb_parts import (
    A_PATH,
    as_option,
    data_dir_option,
    json_option,
    lang_option,
    progress_teller,
    troubles,
)


@click.command()
@click.argument("session")
@lang_option
@data_dir_option
@click.pass_obj
def report(directory: Path, session: str, lang: str) -> None:
    """Writes the report of a session into the data directory: page, picture and text. Prints their paths."""
    from hostconsole.exports import written_reports

    with troubles():
        answer(written_reports(directory, session, language="zh" if lang == "zh" else "en"))


@click.command()
@click.argument("session")
@json_option
@lang_option
@data_dir_option
@click.pass_obj
def summary(directory: Path, session: str, lang: str, as_json: bool) -> None:
    """Prints a session in a few lines, for a message."""
    from hostconsole.desk.night import named
    from hostconsole.report.export import look_of, read_night
    from hostconsole.report.summary import summary as in_words
    from hostconsole.report.summary import summary_json
    from hostconsole.settings import FILE_NAME, load

    with troubles(), named(directory, session) as (reader, id_):
        night = read_night(reader, id_)
        look = look_of(night, "zh" if lang == "zh" else "en")
        if as_json:
            settings, _ = load(directory / FILE_NAME)
            answer(summary_json(night, look, retain_days=settings.retain_days))
        else:
            click.echo(in_words(night, look), nl=False)


@click.command()
@click.argument("session")
@click.argument("words", nargs=-1)
@click.option("--done", type=int, metavar="N", help="Tick action N.")
@click.option("--open", "reopened", type=int, metavar="N", help="Take the tick of action N back.")
@as_option
@data_dir_option
@click.pass_obj
def action(
    directory: Path, session: str, words: tuple[str, ...], done: int | None, reopened: int | None, by: str
) -> None:
    """Notes something to do before the next show, or ticks it; it is kept after the session."""
    from hostconsole.desk import actions as kept

    with troubles():
        if words:
            kept.note(directory, session, " ".join(words), actor=by)
        for seq, is_done in ((done, True), (reopened, False)):
            if seq is not None:
                kept.close(directory, session, seq, done=is_done, actor=by)


@click.command()
@json_option
@data_dir_option
@click.pass_obj
def actions(directory: Path, as_json: bool) -> None:
    """Lists what was noted for the next show and is not done."""
    from hostconsole.desk.actions import still_open

    with troubles():
        found = still_open(directory)
    if as_json:
        answer(found)
        return
    for one in found:
        click.echo(f"{one['session']}  {one['seq']:3}  {one['text']}")


@click.command()
@click.argument("session")
@click.option("--recording", "recordings", type=A_PATH, multiple=True, required=True, help="OBS's file.")
@click.option("-o", "--output", type=A_PATH, required=True, help="The folder the clips go into.")
@click.option("--exact", is_flag=True, help="Re-encode, so that each clip begins at the very frame.")
@click.option("--progress", "as_lines", is_flag=True, help="Progress as lines of JSON.")
@data_dir_option
@click.pass_obj
def clips(
    directory: Path, session: str, recordings: tuple[Path, ...], output: Path, exact: bool, as_lines: bool
) -> None:
    """Cuts one file for each airing out of the recording, named by item, with a manifest."""
    from hostconsole.desk.cutting import cut_clips
    from hostconsole.desk.night import named
    from hostconsole.report.export import read_night

    with troubles():
        with named(directory, session) as (reader, id_):
            night = read_night(reader, id_)
        done = cut_clips(night, recordings, output, exact=exact, progress=progress_teller(as_lines))
    if not as_lines:
        click.echo(f"{len(done['clips'])} clips in {output}")


def _mapping(_ctx: click.Context, _param: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    """FIELD=COLUMN as column → field."""
    found: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or not field or not column:
            raise click.BadParameter(f"{pair!r} is not FIELD=COLUMN")
        found[column] = field
    return found


@click.command()
@click.argument("session")
@click.argument("table", type=A_PATH)
@click.option("--platform", default="", help="Whose figures they are.")
@click.option("--final", is_flag=True, help="They will not change any more.")
@click.option("--taken", default="", metavar="DATE", help="The day they are of; today if not said.")
@click.option("--after-days", type=click.IntRange(1, 400), help="Returns counted so long after the show.")
@click.option("--map", "said", multiple=True, callback=_mapping, metavar="FIELD=COLUMN", help="Remembered.")
@click.option("--pasted", is_flag=True, help="The table came from the clipboard.")
@as_option
@json_option
@lang_option
@data_dir_option
@click.pass_obj
def figures(
    directory: Path, /, session: str, table: Path, said: dict[str, str], by: str, as_json: bool, **told: Any
) -> None:
    """Keeps the platform's figures of a session beside our own counts: one column of units, rows by product
    or by minute, or totals; CSV, XLSX or text."""
    from hostconsole.desk.figures import Asked, figures_kept

    asked = Asked(
        platform=told["platform"],
        basis="final" if told["final"] else "provisional",
        taken=told["taken"],
        days=told["after_days"],
        source="clipboard" if told["pasted"] else "",
        said=said,
        actor=by,
    )
    with troubles():
        try:
            found = figures_kept(directory, session, table, asked)
        except Trouble as trouble:
            if as_json:
                headers = list(trouble.fields.get("headers", ()))  # type: ignore[call-overload]
                answer({"ok": False, "code": trouble.code, "reason": trouble.reason, "headers": headers})
            raise
    if as_json:
        answer(found)
        return
    click.echo(found["told"])
    for note in found["notes"]:
        click.echo(f"  {note}")


@click.command()
@click.argument("session")
@click.option("-o", "--output", type=A_PATH, required=True, help="FILE.zip")
@lang_option
@data_dir_option
@click.pass_obj
def archive(directory: Path, session: str, output: Path, lang: str) -> None:
    """Writes a session with log, plan, sheet and report into one portable file; verify FILE.zip proves it."""
    from hostconsole.desk.archiving import archived
    from hostconsole.settings import FILE_NAME, load

    with troubles():
        if output.suffix.lower() != ".zip":
            raise Trouble("format_unknown", f"An archive is a .zip file, not {output.name}.")
        settings, _ = load(directory / FILE_NAME)
        archived(
            directory, session, output, language="zh" if lang == "zh" else "en",
            retain_days=settings.retain_days,
        )  # fmt: skip


@click.command()
@click.argument("sessions", nargs=-1, required=True)
@click.option("-o", "--output", type=A_PATH, help="FILE.html or FILE.csv; else a table here.")
@json_option
@lang_option
@data_dir_option
@click.pass_obj
def compare(
    directory: Path, sessions: tuple[str, ...], output: Path | None, lang: str, as_json: bool
) -> None:
    """Puts sessions side by side: their figures, and each product in all of them."""
    from hostconsole.desk.comparing import compared, write_compared
    from hostconsole.report.comparing import as_json as in_json
    from hostconsole.report.comparing import as_text

    with troubles():
        found = compared(directory, sessions, language="zh" if lang == "zh" else "en")
        if output is not None:
            write_compared(found, output)
    if as_json:
        answer(in_json(found))
    elif output is None:
        click.echo(as_text(found), nl=False)


@click.command()
@click.argument("product")
@click.option("--rehearsals", is_flag=True, help="Those of rehearsals, too.")
@json_option
@data_dir_option
@click.pass_obj
def history(directory: Path, product: str, rehearsals: bool, as_json: bool) -> None:
    """Lists a product's airings over all shows. PRODUCT is a SKU, a link number or a title."""
    from dataclasses import asdict

    from hostconsole.desk.comparing import past_airings
    from hostconsole.report.reading import span

    with troubles():
        found = past_airings(directory, product, rehearsals=rehearsals)
    if as_json:
        answer([asdict(one) for one in found])
        return
    for one in found:
        sold = "not counted" if one.sold is None else f"{one.sold}"
        batch = "–" if one.batch_s is None else f"{one.batch_s:.0f} s a batch"
        click.echo(
            f"{one.at[:16]}  {one.session:22} {one.kind:10} {span(one.aired_ms):>8}  {one.price:>8}  "
            f"sold {sold:12} {batch}"
        )


VERBS = (report, summary, action, actions, clips, figures, archive, compare, history)
