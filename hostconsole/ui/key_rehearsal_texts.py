"""What the key rehearsal says of each key, in the windows' language."""

from __future__ import annotations

from collections.abc import Mapping

from hostconsole.keys.rehearsal import Check, ObsUse
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate
from hostconsole.ui.shapes import Shape

STATUS_TEXTS: Mapping[str, str] = {
    "waiting": "",
    "arrived": QT_TRANSLATE_NOOP("Rehearsal", "arrived"),
    "here": QT_TRANSLATE_NOOP(
        "Rehearsal", "It arrived, but Host Console was in front: click into the browser and press it again."
    ),
    "taken": QT_TRANSLATE_NOOP(
        "Rehearsal", "Another program has taken this key. Close it, or change the key there or here."
    ),
    "layout": QT_TRANSLATE_NOOP("Rehearsal", "This keyboard has no such key."),
    "unsupported": QT_TRANSLATE_NOOP("Rehearsal", "This system does not give this key to programs."),
    "no_permission": QT_TRANSLATE_NOOP(
        "Rehearsal", "Allow Host Console in the system's settings: Privacy & Security, Accessibility."
    ),
    "dead": QT_TRANSLATE_NOOP("Rehearsal", "The keys were cut off and are being connected again. Wait."),
    "elevated": QT_TRANSLATE_NOOP(
        "Rehearsal",
        "The window in front runs as administrator, so its keys do not reach others. Start it without, "
        "or Host Console as administrator too.",
    ),
    "silent": QT_TRANSLATE_NOOP(
        "Rehearsal",
        "Nothing arrived. Perhaps the keyboard sends it only with Fn, or the window in front (remote "
        "desktop, virtual machine, game) keeps all keys for itself.",
    ),
}

OBS_TEXTS: Mapping[str, str] = {
    "OBSBasic.StartStreaming": QT_TRANSLATE_NOOP("Rehearsal", "start the stream"),
    "OBSBasic.StopStreaming": QT_TRANSLATE_NOOP("Rehearsal", "stop the stream"),
    "OBSBasic.ForceStopStreaming": QT_TRANSLATE_NOOP("Rehearsal", "stop the stream"),
    "OBSBasic.StartRecording": QT_TRANSLATE_NOOP("Rehearsal", "start the recording"),
    "OBSBasic.StopRecording": QT_TRANSLATE_NOOP("Rehearsal", "stop the recording"),
    "OBSBasic.PauseRecording": QT_TRANSLATE_NOOP("Rehearsal", "pause the recording"),
    "OBSBasic.StartVirtualCam": QT_TRANSLATE_NOOP("Rehearsal", "start the virtual camera"),
    "OBSBasic.StopVirtualCam": QT_TRANSLATE_NOOP("Rehearsal", "stop the virtual camera"),
    "OBSBasic.SelectScene": QT_TRANSLATE_NOOP("Rehearsal", "switch to the scene {owner}"),
    "OBSBasic.Transition": QT_TRANSLATE_NOOP("Rehearsal", "switch the scene"),
    "libobs.mute": QT_TRANSLATE_NOOP("Rehearsal", "mute {owner}"),
    "libobs.unmute": QT_TRANSLATE_NOOP("Rehearsal", "unmute {owner}"),
}

_LOOKS: Mapping[str, tuple[Shape, str]] = {
    "waiting": ("ring", "faint"),
    "arrived": ("check", "fine"),
    "here": ("half", "waiting"),
}


def look(check: Check) -> tuple[Shape, str]:
    """Shape and tone of a key's lamp."""
    shape, tone = _LOOKS.get(check.status, ("cross", "on_air"))
    return ("warn", "waiting") if check.obs and check.status in ("waiting", "arrived") else (shape, tone)


def reason(check: Check) -> str:
    """Why a key is not fine, and what to do; "" where it is."""
    parts = [] if check.status == "arrived" else [translate("Rehearsal", STATUS_TEXTS[check.status])]
    if check.obs is not None:
        parts.append(_clash(check.obs))
    return " ".join(part for part in parts if part)


def _clash(use: ObsUse) -> str:
    source = OBS_TEXTS.get(use.action)
    words = translate("Rehearsal", source) if source else f"{use.action} {{owner}}"
    return translate("Rehearsal", "OBS has this key too ({what}) and may act on it.").format(
        what=words.format(owner=use.owner).strip()
    )
