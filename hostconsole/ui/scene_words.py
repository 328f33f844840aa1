"""What the scenes page says, in the windows' language."""

from __future__ import annotations

from hostconsole.show.obs_state import Building, SceneNeed
from hostconsole.show.scene_needs import SceneNeeds
from hostconsole.show.state import State
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate
from hostconsole.ui.shapes import Shape

_ROWS_NAMED = 8

_FAILED = {
    "exists": QT_TRANSLATE_NOOP("Scenes", "not made: OBS has it already"),
    "name_taken": QT_TRANSLATE_NOOP("Scenes", "not made: a source in OBS has this name; rename one of them"),
    "no_texts": QT_TRANSLATE_NOOP("Scenes", "not made: this OBS has no text sources"),
    "show_began": QT_TRANSLATE_NOOP("Scenes", "not made: the show began first"),
    "lost": QT_TRANSLATE_NOOP("Scenes", "not made: OBS went away; look there for a half of it"),
}
_REFUSED = QT_TRANSLATE_NOOP("Scenes", "not made: OBS refused it")


def rows_words(need: SceneNeed, state: State) -> str:
    """The rows that show a scene, by link number, else by title."""
    named = []
    for key in need.items[:_ROWS_NAMED]:
        item = state.items[key].item
        link = translate("Scenes", "link {n}").format(n=item.link_no)
        named.append(link if item.link_no else item.title)
    more = len(need.items) - len(named)
    if more > 0:
        named.append(translate("Scenes", "{n} more").format(n=more))
    return " · ".join(named)


def summary_words(needs: SceneNeeds, state: State) -> str:
    """What the list is, or that nothing is missing."""
    building = state.obs.building
    if needs.missing:
        return translate(
            "Scenes",
            "The sheet names these scenes and OBS lacks them. Each is made with a lower third for your"
            " canvas: link number, title, price, stock, countdown, picture. Nothing in OBS is altered.",
        )
    if building is not None and building.built:
        return translate(
            "Scenes",
            "OBS has every scene this show needs. Put your cameras into the new ones.",
        )
    return translate("Scenes", "OBS has every scene this show needs.")


def missing_words(needs: SceneNeeds) -> str:
    """Rows for which there is nothing to make."""
    if not needs.without:
        return ""
    words = translate("Scenes", "Rows without a scene: {n}. OBS stays as it is when they are taken.")
    return words.format(n=len(needs.without))


def failed_words(code: str) -> str:
    """Why a scene was not made."""
    return translate("Scenes", _FAILED.get(code, _REFUSED))


def building_words(building: Building) -> tuple[Shape, str, str]:
    """How far the making is: shape, words and tone of its lamp."""
    fields = {"n": len(building.built), "of": len(building.wanted), "failed": len(building.failed)}
    if not building.over:
        return "ring", translate("Scenes", "{n} of {of} made").format(**fields), "waiting"
    if building.failed:
        words = translate("Scenes", "{n} made, {failed} could not be made")
        return "cross", words.format(**fields), "on_air"
    return "check", translate("Scenes", "{n} made").format(**fields), "fine"
