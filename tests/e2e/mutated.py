"""Run-sheets that no program can be tuned to: the sample show with ids, titles, prices, scenes and order
changed by a seed."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "resources" / "sample_show.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutated:
    """`rows` as written, in order, by column name."""

    path: Path
    rows: tuple[dict[str, str], ...]

    @property
    def scenes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row["obs_scene"] for row in self.rows if row["obs_scene"]))

    @property
    def products(self) -> tuple[dict[str, str], ...]:
        return tuple(row for row in self.rows if row["row_type"] == "product")


def mutated(folder: Path, *, seed: int) -> Mutated:
    """Writes `show-SEED.csv` into `folder`. Encores keep naming their product."""
    chance = random.Random(seed)
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = {row["row_id"]: f"{row['row_id'][0]}x{chance.randrange(1000, 9999)}" for row in rows}
    scenes = {row["obs_scene"]: f"Scene {chance.randrange(10_000)} {n}" for n, row in enumerate(rows)}
    for row in rows:
        row["row_id"] = ids[row["row_id"]]
        row["product_id"] = ids.get(row["product_id"], "")
        row["name_zh"] += f" {chance.randrange(100)}"
        row["obs_scene"] = scenes[row["obs_scene"]]
        row["countdown_sec"] = "0"
        if row["live_price"]:
            raised = Decimal(row["live_price"]) + chance.randrange(1, 9)
            row["live_price"] = str(raised)
            row["ref_price"] = str(raised + 20)
    first, *rest = rows
    products = [row for row in rest if row["row_type"] == "product"]
    others = [row for row in rest if row["row_type"] != "product"]
    chance.shuffle(products)
    ordered = (first, *products, *others)
    path = folder / f"show-{seed}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(ordered)
    return Mutated(path=path, rows=ordered)
