"""`/command key=value …` in the quick bar: any command of the console, with completion."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from hostconsole.show.commands import COMMANDS
from hostconsole.show.errors import Refused
from hostconsole.show.quick_find import MOST
from hostconsole.show.quick_meaning import Choice, Look, Step, Understood, tried
from hostconsole.show.state import State

_WORDS = frozenset({"text", "label", "reason", "title", "value", "name"})
"""Arguments that people read: their values stay as they are typed."""

_TOKEN = re.compile(r"""(?:[^\s"'“”]|"[^"]*"?|'[^']*'?|“[^”]*”?)+|["'”]""")


def slashed(look: Look, text: str) -> Understood:
    """What stands behind the slash. A command that is not finished is completed, never guessed."""
    tokens = _TOKEN.findall(text.replace("\u3000", " "))
    name = unicodedata.normalize("NFKC", tokens[0]).casefold() if tokens else ""
    ended = text != text.rstrip() or len(tokens) > 1
    found = Understood(status="ready", code="command", fields={"words": name[:40]})
    if name not in COMMANDS:
        return _unfinished(found, name, ended=ended)
    choices = _arg_choices(name, tokens[1:], text, state=look.state) if ended else _commands(name)
    found = replace(found, choices=choices, free_text=_is_words(text))
    args, open_word = _args(tokens[1:])
    if open_word:
        return replace(found, status="partial", fields={"words": name, "name": open_word})
    step = Step(command=name, args=args)
    if name in ("sheet.reload", "feeds.reload"):  # the file is read only when it is done
        return replace(found, step=step)
    found = tried(look, step, found)
    if found.refusal is not None and found.refusal.code == "missing_argument":
        missing = {"words": name, "name": found.refusal.fields["name"]}
        return replace(found, status="partial", step=None, refusal=None, fields=missing)
    return found


def _unfinished(found: Understood, name: str, *, ended: bool) -> Understood:
    choices = () if ended else _commands(name)
    if not choices:
        return replace(found, status="unknown", refusal=Refused("unknown_command", command=name[:40]))
    return replace(found, status="partial", choices=choices)


def _commands(part: str) -> tuple[Choice, ...]:
    """Commands whose id begins with `part`, then those that hold it; itself left out."""
    ranked = sorted((not one.startswith(part), one) for one in COMMANDS if part in one and one != part)
    return tuple(Choice(fill=f"/{one} ", command=one) for _rank, one in ranked[:MOST])


def _args(tokens: list[str]) -> tuple[dict[str, str], str]:
    """NAME=VALUE pairs, and a word that is not one yet ("" if all are)."""
    args: dict[str, str] = {}
    for token in tokens:
        name, equals, value = _pair(token)
        if not equals or not name:
            return args, token[:40]
        args[name] = value
    return args, ""


def _pair(token: str) -> tuple[str, bool, str]:
    cut = re.search("[=\uff1d]", token)
    if cut is None:
        return token, False, ""
    name = unicodedata.normalize("NFKC", token[: cut.start()]).strip()
    value = re.sub("[\"“”']", "", token[cut.end() :])
    return name, True, value if name in _WORDS else unicodedata.normalize("NFKC", value).strip()


def _is_words(text: str) -> bool:
    """Whether the end of the line is inside a value that people read."""
    last = re.search(r"(\w+)[=\uff1d](?:[^\s\"“]*|[\"“][^\"”]*)$", text)
    return last is not None and last[1] in _WORDS


def _arg_choices(command: str, tokens: list[str], text: str, *, state: State) -> tuple[Choice, ...]:
    """Names of arguments not given yet; for `item=` the items."""
    fresh = text != text.rstrip() or not tokens
    word = "" if fresh else tokens[-1]
    before = "/" + (text if fresh else text[: len(text) - len(word)])
    given = {_pair(token)[0] for token in tokens}
    if re.fullmatch(r"item=\w*", word):
        part = word.removeprefix("item=").casefold()
        ids = [key for key in state.order if key.casefold().startswith(part) and key.casefold() != part]
        return tuple(Choice(fill=f"{before}item={key} ", item=key) for key in ids[:MOST])
    if "=" in word:
        return ()
    spaced = before if before.endswith(" ") else before + " "
    every = (arg.name for arg in COMMANDS[command].args)
    names = [name for name in every if name.startswith(word) and name not in given]
    return tuple(Choice(fill=f"{spaced}{name}=", command=command) for name in names[:MOST])
