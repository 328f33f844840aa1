"""The command line (DESIGN §5.1). `do` and `state` take a short road: no click, no Qt, a few milliseconds."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

UNUSABLE = 2
NO_CONSOLE = 3
CONSOLE_RUNS = 4

DATA_DIR_VARIABLE = "HOSTCONSOLE_DATA_DIR"


def main(argv: list[str] | None = None) -> None:
    """Entry point of `hostconsole` and of `python -m hostconsole`."""
    words = sys.argv[1:] if argv is None else argv
    if os.environ.get("HOSTCONSOLE_BESIDE"):
        from hostconsole import beside

        beside.begin()
    _plain_output()
    rest, directory = _without_data_dir(words)
    if rest[:1] == ["do"] and "--help" not in rest:
        _do(rest[1:], directory)
    if rest == ["state"]:
        _state(directory)
    from hostconsole.verbs import console

    console.main(args=words, prog_name="hostconsole")


def _plain_output() -> None:
    """Titles are in any language: the pipes of this program are UTF-8 on every system."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _without_data_dir(words: list[str]) -> tuple[list[str], Path | None]:
    """The words without --data-dir, wherever it stands, and the directory it named."""
    rest: list[str] = []
    directory: Path | None = None
    following = iter(words)
    for word in following:
        if word == "--data-dir":
            directory = Path(next(following, ""))
        elif word.startswith("--data-dir="):
            directory = Path(word.partition("=")[2])
        else:
            rest.append(word)
    return rest, directory


def data_directory(given: Path | None) -> Path:
    """Where everything is written: the option, else the variable, else the platform's place."""
    if given is not None and str(given) != ".":
        return given.absolute()
    if os.environ.get(DATA_DIR_VARIABLE):
        return Path(os.environ[DATA_DIR_VARIABLE]).absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("hostconsole", appauthor=False))


def fail(message: str, code: int = UNUSABLE) -> NoReturn:
    """One clear line on standard error, and the exit code."""
    print(f"hostconsole: {message}", file=sys.stderr)  # noqa: T201
    raise SystemExit(code)


def answer(value: Any) -> None:
    """One JSON line on standard output."""
    print(json.dumps(value, ensure_ascii=False))  # noqa: T201


def _ask(directory: Path | None, request: dict[str, Any]) -> dict[str, Any]:
    from hostconsole.door.client import NoConsole, ask

    try:
        return ask(data_directory(directory), request)
    except NoConsole as none:
        fail(str(none), NO_CONSOLE)
    except ValueError as fault:
        fail(str(fault))


def _do(words: list[str], directory: Path | None) -> NoReturn:
    if not words:
        fail("do needs a command, such as: hostconsole do show.take")
    args: dict[str, str] = {}
    for word in words[1:]:
        name, equals, value = word.partition("=")
        if not equals or not name:
            fail(f"{word!r} is not KEY=VALUE")
        args[name] = value
    found = _ask(directory, {"do": words[0], "args": args})
    answer(found)
    raise SystemExit(0 if found.get("ok") else 1)


def _state(directory: Path | None) -> NoReturn:
    answer(_ask(directory, {"state": True}))
    raise SystemExit(0)


if __name__ == "__main__":
    main()
