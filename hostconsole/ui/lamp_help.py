"""What a lamp means as it stands, and what to do about it: read by hovering over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.language import translate
from hostconsole.ui.outputs import known

Why = Callable[[State], str]


def why_of(name: str, bridge: Bridge) -> Callable[[], str]:
    """What a lamp asks when the mouse rests on it. `name` is one of `WHY`."""
    why = WHY[name]
    return lambda: why(bridge.state)


def _no_obs() -> str:
    return translate("Lamp help", "Nobody knows: OBS is not connected. Prepare, OBS connects it.")


def out(state: State) -> str:
    what = translate("Lamp help", "Whether the picture leaves this PC, by the way chosen in Prepare, OBS.")
    if not known(state):
        return f"{what}\n{_no_obs()}"
    if state.obs.reconnecting:
        return translate(
            "Lamp help",
            "The stream broke off and OBS is connecting again. Look at the network; the safe picture gives "
            "viewers something to look at meanwhile.",
        )
    if state.mode == "live" and state.obs.link == "ready":
        more = translate("Lamp help", "If nothing goes out, start it in OBS or in Prepare, OBS.")
    else:
        more = translate("Lamp help", "While you rehearse nothing has to go out.")
    return f"{what}\n{more}"


def mic(state: State) -> str:
    if not known(state):
        return translate("Lamp help", "Whether OBS hears the microphone.") + "\n" + _no_obs()
    if state.obs.mic_muted:
        return translate("Lamp help", "Viewers hear nothing: unmute the microphone in OBS's mixer.")
    if state.obs.mic_silent:
        return translate(
            "Lamp help", "No sound for ten seconds: look at the transmitter, the receiver and the cable."
        )
    if state.obs.mic_untold:
        return translate(
            "Lamp help",
            "The microphone is open, but OBS tells no sound levels: silence would not be noticed here. "
            "OBS tells them again once it has been started anew.",
        )
    if state.obs.mic_muted is None:
        return translate("Lamp help", "OBS names no microphone: add one in OBS, Settings, Audio.")
    return translate("Lamp help", "The microphone is open. Silence of ten seconds turns this lamp red.")


def rec(state: State) -> str:
    if not known(state):
        return translate("Lamp help", "Whether OBS records.") + "\n" + _no_obs()
    if state.obs.paused:
        return translate("Lamp help", "The recording is paused; marks made now point to no picture.")
    if state.obs.recording:
        return translate("Lamp help", "OBS records. Marks and takes carry the recording's time, for clips.")
    return translate("Lamp help", "Nothing is recorded, so nothing can be cut from tonight. Start it in OBS.")


def obs(state: State) -> str:
    return {
        "ready": translate("Lamp help", "OBS answers: scenes and prices follow each take."),
        "connecting": translate("Lamp help", "OBS is being reached. If it is not running, start it."),
        "loading": translate("Lamp help", "OBS is loading its scenes. Wait a moment."),
        "lost": translate(
            "Lamp help",
            "OBS does not answer. Look whether it runs; the show goes on, and what OBS should show is sent "
            "once it is back.",
        ),
        "refused": translate("Lamp help", "OBS refused the password. Give the right one in Prepare, OBS."),
        "simulated": translate(
            "Lamp help", "There is no real OBS: this is for trying out, nothing goes out."
        ),
    }.get(state.obs.link, translate("Lamp help", "OBS is not used. Prepare, OBS connects it."))


def saved(_state: State) -> str:
    return translate(
        "Lamp help",
        "These acts are kept in memory and written in order as soon as the disk takes them. Free some room "
        "on the disk, and do not switch the PC off.",
    )


def keys(_state: State) -> str:
    return translate(
        "Lamp help",
        "These system-wide keys do not work now; in the console's own window they do. Try them, or choose "
        "others, in Prepare, Try the keys.",
    )


def scene(state: State) -> str:
    if not known(state):
        return translate("Lamp help", "Whether the item's scene is on screen.") + "\n" + _no_obs()
    asked = state.obs.asked
    if state.obs.safe is not None:
        return translate(
            "Lamp help", "Viewers see the safe picture, not the item. The same key goes back; so does a take."
        )
    if asked is None and state.on_air is not None and state.on_air.item.scene:
        return translate(
            "Lamp help", "Nothing was sent to OBS since the program was started anew. Ctrl+R sends it now."
        )
    if asked is None:
        return translate(
            "Lamp help", "This item names no scene, so the picture stays. Name one in the sheet or here (F2)."
        )
    if asked.shown_ms is not None:
        return translate("Lamp help", "OBS was seen to show the scene, so long after the key.")
    return translate(
        "Lamp help",
        "Asked is not done: OBS has not shown the scene yet. If it stays like this, send it again (Ctrl+R).",
    )


def texts(_state: State) -> str:
    return translate(
        "Lamp help",
        "OBS's inputs whose names begin with hc: (price, stock, title …) say what is true of this item.",
    )


def link(state: State) -> str:
    row = state.items.get(state.on_air.item.id) if state.on_air is not None else None
    status = row.link.status if row is not None else "none"
    if status == "up":
        return translate("Lamp help", "A person said that the link is up: the console does not see the shop.")
    if status == "down":
        return translate("Lamp help", "A person said that the link is down; viewers cannot buy this item.")
    return translate(
        "Lamp help",
        "Open the link in the shop's own page, then press the key: the sale clock starts and the first batch "
        "is released.",
    )


def host(state: State) -> str:
    if state.host_shown:
        return translate("Lamp help", "The host's screen is shown on its display.")
    return translate("Lamp help", "The host cannot see the card. Prepare, Host's screen puts it right.")


def seen(_state: State) -> str:
    return translate(
        "Lamp help", "Whether the host answered the last cue, with the pedal, the space bar or the clicker."
    )


def prompter(_state: State) -> str:
    return translate("Lamp help", "The prompter's pace, and how much of this item's words is through.")


def step(_state: State) -> str:
    return translate("Lamp help", "What the key for the next step would do now.")


def stock(_state: State) -> str:
    return translate(
        "Lamp help", "Where the number comes from, and how old it is: a person's count, the sheet or a feed."
    )


WHY: Mapping[str, Why] = {
    "out": out, "mic": mic, "rec": rec, "obs": obs, "saved": saved, "keys": keys, "scene": scene,
    "texts": texts, "link": link, "host": host, "seen": seen, "prompter": prompter, "step": step,
    "stock": stock,
}  # fmt: skip
