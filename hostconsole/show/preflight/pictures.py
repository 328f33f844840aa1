"""Pictures: scenes and product pictures, as far as the plan tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hostconsole.show.plan import Item
from hostconsole.show.preflight.remark import Remark
from hostconsole.show.rules import Rules
from hostconsole.show.scenes import scene_of


def pictures(items: Sequence[Item], rules: Rules) -> Iterator[Remark]:
    for item in items:
        if item.kind != "product":
            continue
        if scene_of(item, rules) is None:
            yield Remark(box="pictures", code="no_scene", item=item.id, column="obs_scene")
        if not item.picture:
            yield Remark(box="pictures", code="no_picture", item=item.id, column="picture")
