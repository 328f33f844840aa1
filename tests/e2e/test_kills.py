"""The whole program killed in the midst of its work: nothing acknowledged is lost, nothing fires at OBS."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from hostconsole.door.client import NoConsole
from tests.e2e.acts import holds, live, logged
from tests.e2e.mutated import Mutated
from tests.e2e.program import Program
from tests.obs_rig import ObsRig, wait_until

KILLS = 10
A_SECOND_OF_FRAMES = 30
UNTOUCHED = "as a person left it"


@dataclass(slots=True)
class Sender:
    """One caller of `do`, one act after the other. `proved` are the acts whose answer said "saved", with
    the event it named; `last` is the act that may or may not have happened when the console died."""

    acts: Iterator[tuple[str, dict[str, str]]]
    proved: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)
    last: tuple[str, dict[str, str]] | None = None

    def send(self, program: Program, proved: Callable[[], None]) -> None:
        try:
            for command, args in self.acts:
                self.last = (command, args)
                answer = program.ask(command, **args)
                # What was in flight at the last kill may be on air already, and that is no mistake.
                if answer.get("code") == "already_on_air":
                    continue
                assert answer["ok"], (command, args, answer)
                if answer["saved"] and answer["seq"] is not None:
                    self.proved.append((answer["seq"], command, args))
                    self.last = None
                    proved()
        except NoConsole:
            return  # it was killed: what this caller asked last has no answer

    def final(self, command: str, of: str, value: str) -> dict[str, set[str]]:
        """By `of`, the values that may stand now: the last one proved, or the one without an answer."""
        found: dict[str, set[str]] = {}
        for _seq, name, args in self.proved:
            if name == command:
                found[args[of]] = {args[value]}
        if self.last is not None and self.last[0] == command and self.last[1][of] in found:
            found[self.last[1][of]].add(self.last[1][value])
        return found


def takes(sheet: Mutated, chance: random.Random) -> Iterator[tuple[str, dict[str, str]]]:
    rows = [row["row_id"] for row in sheet.rows]
    last = ""
    while True:
        last = chance.choice([row for row in rows if row != last])
        yield "show.take_item", {"item": last}


def prices(sheet: Mutated, chance: random.Random) -> Iterator[tuple[str, dict[str, str]]]:
    rows = [row for row in sheet.products if row["live_price"]]
    while True:
        row = chance.choice(rows)
        price = Decimal(row["live_price"]) * chance.randrange(100, 140) / 100
        yield "price.set", {"item": row["row_id"], "price": f"{price:.2f}", "confirm": "yes"}


def counts(sheet: Mutated, chance: random.Random) -> Iterator[tuple[str, dict[str, str]]]:
    skus = [row["merchant_sku"] for row in sheet.products if row["merchant_sku"]]
    n = 0
    while True:
        n += 1
        yield "stock.count", {"sku": chance.choice(skus), "qty": str(chance.randrange(1, 500))}
        yield "cue.send", {"text": f"cue {n} {chance.randrange(10**9)}"}


def killed_at(program: Program, senders: list[Sender], *, after: int) -> None:
    """Lets the senders send, and kills the console when `after` acts have been proved."""
    ripe = threading.Event()
    numbers = iter(range(1, 1_000_000))

    def proved() -> None:
        if next(numbers) >= after:
            ripe.set()

    threads = [threading.Thread(target=sender.send, args=(program, proved)) for sender in senders]
    for thread in threads:
        thread.start()
    assert ripe.wait(60), "too few acts were proved"
    program.kill()
    for thread in threads:
        thread.join(40)
        assert not thread.is_alive()


def left_at_rest(studio: ObsRig) -> None:
    """A person's scene on air, and OBS done with whatever the killed console had still sent."""
    studio.show("Safe BRB")
    with studio.client() as client:

        def frames() -> int:
            return int(client.send("GetStats", raw=True)["renderTotalFrames"])

        enough = frames() + A_SECOND_OF_FRAMES
        wait_until(lambda: frames() > enough, what="OBS to draw")
    studio.show("Safe BRB")


def assert_logged(events: list[dict[str, Any]], sender: Sender) -> None:
    told: dict[int, str] = {}
    for event in events:
        act = event.get("act") or event["seq"]
        told[act] = told.get(act, "") + json.dumps(event, ensure_ascii=False)
    for seq, command, args in sender.proved:
        named = args.get("item") or args.get("text") or args["sku"]
        assert f'"{named}"' in told[seq], (command, args, told[seq])


def test_ten_kills_lose_no_acknowledged_act_and_fire_nothing_at_obs(
    program: Program, studio: ObsRig, sheet: Mutated
) -> None:
    chance = random.Random(sheet.path.name)
    program.directory.mkdir()
    (program.directory / "settings.toml").write_text("[rules]\nguard_ms = 0\n")
    live(program, sheet)
    session = program.state["session"]
    for _ in range(KILLS):
        senders = [Sender(acts(sheet, chance)) for acts in (takes, prices, counts)]
        killed_at(program, senders, after=chance.randrange(5, 80))
        left_at_rest(studio)
        with studio.client() as client:
            client.send("SetInputSettings", {"inputName": "hc:price", "inputSettings": {"text": UNTOUCHED}})

        live(program, sheet)
        state = program.state
        assert (state["session"], state["mode"]) == (session, "live")
        assert_resumed(state, senders)
        events = logged(program, session)
        for sender in senders:
            assert_logged(events, sender)
        holds(program, session)
        assert program.do("marker.add")["saved"]
        assert (state["obs"]["scene_asked"], studio.scene) == (None, "Safe BRB")
        assert studio.text("price") == UNTOUCHED


def assert_resumed(state: dict[str, Any], senders: list[Sender]) -> None:
    takes_, prices_, counts_ = senders
    on_air = [args["item"] for _seq, _command, args in takes_.proved[-1:]]
    if takes_.last is not None:
        on_air.append(takes_.last[1]["item"])
    assert not takes_.proved or state["on_air"] in on_air
    shown = {item["id"]: item["price"] for item in state["items"]}
    for item, may_be in prices_.final("price.set", "item", "price").items():
        assert shown[item] in may_be
    left = {item["sku"]: str(item["sellable"]) for item in state["items"] if item["sku"]}
    for sku, numbers in counts_.final("stock.count", "sku", "qty").items():
        assert left[sku] in numbers
