"""The main thread's longest stall while a shop changes a thousand numbers a second, while another one hangs,
and while the disk takes a third of a second for each flush."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.looking import LOOK_S, SETTLE_S, look
from tests.e2e.program import ROOT, Program
from tests.obs_rig import ObsRig

SKUS = 150
"""Asked for ten times a second: more than a thousand numbers."""

_FEED = """
[[feed]]
name = "{name}"
kind = "http"
url = "{url}"
every_s = 0.1
sku = "sku"
available = "left"
"""

_SLOW = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
int fsync(int fd) { usleep(300000); return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd); }
int fdatasync(int fd) { usleep(300000); return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd); }
"""


def figures(rig: ObsRig, folder: Path) -> Iterator[Figure]:
    """On the rig's screen; its OBS need not run."""
    sheet = folder / "stock.csv"
    rows = "".join(f"R{n},Item {n},K{n},{n},9.90,100000\n" for n in range(SKUS))
    sheet.write_text("row_id,title,merchant_sku,link_no,live_price,stock_total\n" + rows, "utf-8")
    with _shop() as shop:
        for what, feeds, env in (
            ("1,000 stock numbers a second", ("/stock",), {}),
            ("the same, another feed hangs", ("/stock", "/hang"), {}),
            ("the same, a flush of the disk takes 300 ms", ("/stock",), _slow_disk(folder)),
        ):
            yield _one(what, rig, sheet, [shop + path for path in feeds], env)


def _one(what: str, rig: ObsRig, sheet: Path, feeds: list[str], env: dict[str, str]) -> Figure:
    directory = sheet.parent / f"desk{len(feeds)}{len(env)}"
    directory.mkdir()
    toml = "".join(_FEED.format(name=f"feed{n}", url=url) for n, url in enumerate(feeds))
    (directory / "feeds.toml").write_text(toml, "utf-8")
    program = Program(rig, directory, env=env)
    try:
        program.start("run", str(sheet), "--rehearse", "--obs", "simulated")
        time.sleep(SETTLE_S)
        shop = feeds[0].removesuffix("/stock")
        before, began = _given(shop), time.monotonic()
        found = look(what, program, items=("R0", "R1", "R2"))
        rate = (_given(shop) - before) / (time.monotonic() - began)
    finally:
        program.end()
    note = f"{rate:.0f} numbers/s, {LOOK_S:.0f} s"
    return replace(found, note=note, met=bool(found.met) and rate >= 1_000)


def _given(shop: str) -> int:
    with urllib.request.urlopen(f"{shop}/count", timeout=10) as said:
        return int(json.load(said))


@contextmanager
def _shop() -> Iterator[str]:
    run = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.shop", str(SKUS)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert run.stdout is not None
        yield run.stdout.readline().strip()
    finally:
        run.kill()
        run.wait()


def _slow_disk(folder: Path) -> dict[str, str]:
    """What makes every flush of a program slow: a library put before the system's."""
    source, library = folder / "slow.c", folder / "slow.so"
    source.write_text(_SLOW, "utf-8")
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return {"LD_PRELOAD": str(library)}
