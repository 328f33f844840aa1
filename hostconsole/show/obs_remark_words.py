"""The pre-flight of OBS in plain English: why, and how to mend it ("" where all is well)."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "obs": ("OBS cannot be looked at: {why}.", "See Prepare, OBS."),
    "scene_missing": (
        "OBS has no scene '{scene}'.",
        "Have it made (Prepare, Scenes; hostconsole scenes), or choose another for this item.",
    ),
    "scene_offer": (
        "For '{scene}' OBS has {others}.",
        "If one is meant, choose it in Prepare, Scenes, or write it into the sheet.",
    ),
    "scene_flat": (
        "The picture of '{scene}' is one flat colour.",
        "Look whether its camera is on, and whether a source covers it.",
    ),
    "scenes_ok": ("All {count} scenes of the sheet exist, each with a picture.", ""),
    "no_sound": ("OBS has no microphone, and nothing is heard.", "Add an audio input capture in OBS."),
    "levels_untold": (
        "OBS tells no sound levels: a silent microphone would not be noticed.",
        "Start OBS anew; it tells them again then.",
    ),
    "mic_off": ("'{name}' is muted.", "Unmute it in OBS's mixer."),
    "mic_still": (
        "Nothing was heard from '{name}'.",
        "Speak while it is checked; if it stays so, choose its device anew in OBS.",
    ),
    "sound_ok": ("Sound comes from {names}.", ""),
    "no_server": ("OBS has no stream server set.", "Set it in OBS: Settings, Stream."),
    "no_key": ("OBS has no stream key set.", "Set it in OBS: Settings, Stream."),
    "server_silent": (
        "The stream server {server} does not answer.",
        "Look at its address in OBS (Settings, Stream), and at the network.",
    ),
    "server_ok": ("The stream server {server} answers.", ""),
    "service_ok": ("OBS has a stream service and a key.", ""),
    "no_camera": (
        "This OBS has no virtual camera.",
        "Install it with OBS (on Linux: v4l2loopback), or let the picture leave another way.",
    ),
    "folder_missing": (
        "The recording's folder {folder} is not there.",
        "Choose another in OBS: Settings, Output.",
    ),
    "disk_short": (
        "The disk has {free} GB for the recording: about {have} min at 8 Mbit/s, and {want} are wanted.",
        "Make room, or record to another disk (OBS: Settings, Output).",
    ),
    "disk_ok": ("The disk has {free} GB for the recording: about {have} min at 8 Mbit/s.", ""),
    "canvas_odd": (
        "The picture goes out at {size}: neither wide (16:9) nor upright (9:16).",
        "Set 1920×1080 or 1080×1920 in OBS: Settings, Video.",
    ),
    "canvas_small": (
        "The picture goes out at {size}: small print will not be readable.",
        "Set 1920×1080 or 1080×1920 in OBS: Settings, Video.",
    ),
    "frames_few": ("OBS makes {fps} frames a second.", "Set 30 in OBS: Settings, Video."),
    "canvas_ok": ("The picture goes out at {size}, {fps} frames a second.", ""),
    "no_inputs": (
        "OBS has no 'hc:' input: price and stock will not stand in the picture.",
        "Add a text named hc:price and others, or have the scenes built from the sheet.",
    ),
    "input_kind": (
        "'{name}' is not of a kind that can show it.",
        "Make it a text; hc:picture is an image.",
    ),
    "inputs_ok": ("Kept true in the picture: {names}.", ""),
    "hotkey_clash": (
        "{key} is a hotkey of OBS too ({action}).",
        "Change one of the two: OBS Settings, Hotkeys; or Keys in Prepare.",
    ),
}
