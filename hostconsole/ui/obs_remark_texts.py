"""OBS's pre-flight by code, in the windows' language: why, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping

from hostconsole.show.obs_remark import ObsRemark
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate

OBS_REMARK_TEXTS: Mapping[str, tuple[str, str]] = {
    "obs": (
        QT_TRANSLATE_NOOP("ObsCheck", "OBS cannot be looked at: {why}."),
        QT_TRANSLATE_NOOP("ObsCheck", "See Prepare, OBS."),
    ),
    "scene_missing": (
        QT_TRANSLATE_NOOP("ObsCheck", "OBS has no scene '{scene}'."),
        QT_TRANSLATE_NOOP(
            "ObsCheck", "Have it made (Prepare, Scenes; hostconsole scenes), or choose another for this item."
        ),
    ),
    "scene_offer": (
        QT_TRANSLATE_NOOP("ObsCheck", "For '{scene}' OBS has {others}."),
        QT_TRANSLATE_NOOP(
            "ObsCheck", "If one is meant, choose it in Prepare, Scenes, or write it into the sheet."
        ),
    ),
    "scene_flat": (
        QT_TRANSLATE_NOOP("ObsCheck", "The picture of '{scene}' is one flat colour."),
        QT_TRANSLATE_NOOP("ObsCheck", "Look whether its camera is on, and whether a source covers it."),
    ),
    "scenes_ok": (
        QT_TRANSLATE_NOOP("ObsCheck", "All {count} scenes of the sheet exist, each with a picture."),
        "",
    ),
    "no_sound": (
        QT_TRANSLATE_NOOP("ObsCheck", "OBS has no microphone, and nothing is heard."),
        QT_TRANSLATE_NOOP("ObsCheck", "Add an audio input capture in OBS."),
    ),
    "levels_untold": (
        QT_TRANSLATE_NOOP("ObsCheck", "OBS tells no sound levels: a silent microphone would not be noticed."),
        QT_TRANSLATE_NOOP("ObsCheck", "Start OBS anew; it tells them again then."),
    ),
    "mic_off": (
        QT_TRANSLATE_NOOP("ObsCheck", "'{name}' is muted."),
        QT_TRANSLATE_NOOP("ObsCheck", "Unmute it in OBS's mixer."),
    ),
    "mic_still": (
        QT_TRANSLATE_NOOP("ObsCheck", "Nothing was heard from '{name}'."),
        QT_TRANSLATE_NOOP(
            "ObsCheck", "Speak while it is checked; if it stays so, choose its device anew in OBS."
        ),
    ),
    "sound_ok": (QT_TRANSLATE_NOOP("ObsCheck", "Sound comes from {names}."), ""),
    "no_server": (
        QT_TRANSLATE_NOOP("ObsCheck", "OBS has no stream server set."),
        QT_TRANSLATE_NOOP("ObsCheck", "Set it in OBS: Settings, Stream."),
    ),
    "no_key": (
        QT_TRANSLATE_NOOP("ObsCheck", "OBS has no stream key set."),
        QT_TRANSLATE_NOOP("ObsCheck", "Set it in OBS: Settings, Stream."),
    ),
    "server_silent": (
        QT_TRANSLATE_NOOP("ObsCheck", "The stream server {server} does not answer."),
        QT_TRANSLATE_NOOP("ObsCheck", "Look at its address in OBS (Settings, Stream), and at the network."),
    ),
    "server_ok": (QT_TRANSLATE_NOOP("ObsCheck", "The stream server {server} answers."), ""),
    "service_ok": (QT_TRANSLATE_NOOP("ObsCheck", "OBS has a stream service and a key."), ""),
    "no_camera": (
        QT_TRANSLATE_NOOP("ObsCheck", "This OBS has no virtual camera."),
        QT_TRANSLATE_NOOP(
            "ObsCheck", "Install it with OBS (on Linux: v4l2loopback), or let the picture leave another way."
        ),
    ),
    "folder_missing": (
        QT_TRANSLATE_NOOP("ObsCheck", "The recording's folder {folder} is not there."),
        QT_TRANSLATE_NOOP("ObsCheck", "Choose another in OBS: Settings, Output."),
    ),
    "disk_short": (
        QT_TRANSLATE_NOOP(
            "ObsCheck",
            "The disk has {free} GB for the recording: about {have} min at 8 Mbit/s, and {want} are wanted.",
        ),
        QT_TRANSLATE_NOOP("ObsCheck", "Make room, or record to another disk (OBS: Settings, Output)."),
    ),
    "disk_ok": (
        QT_TRANSLATE_NOOP(
            "ObsCheck", "The disk has {free} GB for the recording: about {have} min at 8 Mbit/s."
        ),
        "",
    ),
    "canvas_odd": (
        QT_TRANSLATE_NOOP(
            "ObsCheck", "The picture goes out at {size}: neither wide (16:9) nor upright (9:16)."
        ),
        QT_TRANSLATE_NOOP("ObsCheck", "Set 1920×1080 or 1080×1920 in OBS: Settings, Video."),
    ),
    "canvas_small": (
        QT_TRANSLATE_NOOP("ObsCheck", "The picture goes out at {size}: small print will not be readable."),
        QT_TRANSLATE_NOOP("ObsCheck", "Set 1920×1080 or 1080×1920 in OBS: Settings, Video."),
    ),
    "frames_few": (
        QT_TRANSLATE_NOOP("ObsCheck", "OBS makes {fps} frames a second."),
        QT_TRANSLATE_NOOP("ObsCheck", "Set 30 in OBS: Settings, Video."),
    ),
    "canvas_ok": (
        QT_TRANSLATE_NOOP("ObsCheck", "The picture goes out at {size}, {fps} frames a second."),
        "",
    ),
    "no_inputs": (
        QT_TRANSLATE_NOOP(
            "ObsCheck", "OBS has no 'hc:' input: price and stock will not stand in the picture."
        ),
        QT_TRANSLATE_NOOP(
            "ObsCheck", "Add a text named hc:price and others, or have the scenes built from the sheet."
        ),
    ),
    "input_kind": (
        QT_TRANSLATE_NOOP("ObsCheck", "'{name}' is not of a kind that can show it."),
        QT_TRANSLATE_NOOP("ObsCheck", "Make it a text; hc:picture is an image."),
    ),
    "inputs_ok": (QT_TRANSLATE_NOOP("ObsCheck", "Kept true in the picture: {names}."), ""),
    "hotkey_clash": (
        QT_TRANSLATE_NOOP("ObsCheck", "{key} is a hotkey of OBS too ({action})."),
        QT_TRANSLATE_NOOP("ObsCheck", "Change one of the two: OBS Settings, Hotkeys; or Keys in Prepare."),
    ),
}


def obs_remark_texts(remark: ObsRemark) -> tuple[str, str]:
    """Why, and how to mend it; the English ones if the code is unknown here."""
    sources = OBS_REMARK_TEXTS.get(remark.code)
    if sources is None:
        return remark.why, remark.mend
    why, mend = (
        translate("ObsCheck", source).format(**remark.fields) if source else "" for source in sources
    )
    return why, mend
