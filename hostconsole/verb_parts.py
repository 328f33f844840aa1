"""What the verbs of the command line share: the data directory, languages, and how troubles are told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from hostconsole.cli import data_directory, fail
from hostconsole.settings import FILE_NAME, load
from hostconsole.show.errors import Trouble

_Verb = TypeVar("_Verb", bound=Callable[..., Any])

A_PATH = click.Path(path_type=Path)


def _data_dir(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.obj = data_directory(value)


data_dir_option = click.option(
    "--data-dir",
    type=A_PATH,
    expose_value=False,
    callback=_data_dir,
    is_eager=True,  # other options look into it
    help="Where everything is written.",
)


def _language(ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    """What was asked for, else the language that was chosen in the windows, else English."""
    return value or load(ctx.obj / FILE_NAME)[0].language or "en"


lang_option = click.option(
    "--lang",
    type=click.Choice(["en", "zh"]),
    callback=_language,
    help="Language of the headings. Default: that of the windows, if one was chosen.",
)


def obs_option(words: str) -> Callable[[_Verb], _Verb]:
    """`--obs ADDRESS`; bare, it is the OBS on this PC. `words` say what it is for."""
    return click.option(
        "--obs",
        metavar="[ADDRESS]",
        is_flag=False,
        flag_value="this-pc",
        help=f"{words} Without an address: the OBS on this PC.",
    )


json_option = click.option("--json", "as_json", is_flag=True, help="As one line of JSON.")

as_option = click.option("--as", "by", metavar="NAME", default="console", help="Who says so.")


def progress_teller(as_lines: bool) -> Callable[[float, str], None]:
    """Tells how far long work is: lines of JSON for a program, one line that changes for a person."""
    last = ""

    def tell(share: float, what: str) -> None:
        nonlocal last
        if as_lines:
            click.echo(json.dumps({"progress": round(share, 3), "what": what}, ensure_ascii=False))
        elif what and what != last:
            click.echo(f"{share:4.0%}  {what}", err=True)
        last = what

    return tell


@contextmanager
def troubles() -> Iterator[None]:
    """What the world did wrong is one line and exit code 2, never a traceback."""
    try:
        yield
    except Trouble as trouble:
        fail(trouble.reason)
    except BrokenPipeError:
        raise SystemExit(0) from None
    except OSError as fault:
        fail(f"{fault.filename or ''}: {fault.strerror or fault}".lstrip(": "))
