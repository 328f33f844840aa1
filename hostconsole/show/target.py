"""What OBS should show, computed from the state (DESIGN §4 rule 4, §5.6). Latest wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`scene` None: leave the scene as it is. `inputs` are the `hc:` inputs by name without "hc:", as
    the text (or, for `picture`, the file's absolute path) they should hold; only those that exist in
    OBS are set. `take` is the seq of the act that chose the scene: a new number sends the scene anew."""

    scene: str | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    take: int = 0


TEXT_INPUTS = ("link", "title", "price", "ref_price", "stock", "sold", "next", "countdown", "notice")
"""Names (without "hc:") of the text inputs the console keeps true."""

PICTURE_INPUT = "picture"
