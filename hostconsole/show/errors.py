"""The two kinds of failure that are not our bugs.

`Refused` is what the user did wrong; `Trouble` is what the world did. Both carry a stable code, the
fields that explain it and one plain English sentence. Windows translate by code; logs and `do` use the
sentence as it is.
"""

from __future__ import annotations

REASONS: dict[str, str] = {
    "unknown_command": "There is no command {command!r}.",
    "unknown_item": "There is no item {item!r} in this show.",
    "unknown_sku": "There is no SKU {sku!r} in this show.",
    "unknown_variant": "SKU {sku!r} has no variant {variant!r}.",
    "unknown_argument": "{command} takes no argument {name!r}.",
    "missing_argument": "{command} needs {name}=….",
    "bad_value": "{name}={value!r} cannot be used: {why}.",
    "too_soon": "The last take was {ms} ms ago; takes are {guard_ms} ms apart at least.",
    "needs_confirm": "{what}: confirm it to go on.",
    "not_on_air": "Nothing can be done on air now: the show is not running.",
    "nothing_on_air": "No item is on air.",
    "nothing_next": "No item is next.",
    "nothing_to_undo": "There is nothing to undo.",
    "nothing_to_redo": "There is nothing to redo.",
    "nothing_before": "No item was on air before this one.",
    "nothing_skipped": "No item is skipped.",
    "nothing_waiting": "There is nothing here to acknowledge.",
    "too_late": "It ended more than {minutes} minutes ago: start a new session.",
    "same_operator": "{name} sits at the desk already.",
    "no_timer": "No such timer is running.",
    "too_many_timers": "{most} timers are running already.",
    "nothing_to_do": "Nothing is to be done now.",
    "nothing_to_release": "No batch is waiting to be released.",
    "already_on_air": "{item} is on air already.",
    "already_running": "A {mode} is running already.",
    "already_skipped": "{item} is skipped already.",
    "on_air": "{item} is on air; take another item first.",
    "no_product": "{item} is not a product: it has no price, stock or link.",
    "link_already": "The link of {item} is {status} already.",
    "no_countdown": "No countdown is running.",
    "not_counted": "The stock of {sku} has not been counted yet.",
    "not_enough": "Only {have} can be released for {sku}, not {qty}.",
    "frozen": "{sku} is oversold by {qty}: settle that first, then release.",
    "not_oversold": "Of {sku} {qty} units are oversold.",
    "no_gift": "{item} has no gift.",
    "no_mark": "The script has no mark {name}.",
    "cue_too_long": "The cue is {width} half-width characters long; the host can read {most} in passing.",
    "no_marks": "The script has no marks.",
    "no_points": "{item} has no key point {n}.",
    "no_safe_scene": "No safe picture is set: name one in the settings.",
    "no_text": "A cue needs words.",
    "show_ended": "This session has ended.",
    "no_sheet": "This show was not opened from a sheet.",
    "sheet_unreadable": "The sheet cannot be read: {why}.",
    "feeds_unreadable": "The feeds file cannot be used, the feeds of before go on: {why}.",
    "sample_sheet": "The sample show's own sheet stays as it is.",
    "sheet_not_saved": "The sheet cannot be saved: {why}.",
    "no_obs": "OBS is not connected.",
    "nothing_to_restore": "OBS has nothing to restore.",
    "show_runs": "A session runs: end it before another sheet is opened.",
    "keys_must_act": "Keys cannot be rehearsed while a session runs: they must act.",
    "before_the_show": "Scenes are made before the show, not while it runs.",
    "building_already": "The scenes are being made already.",
    "nothing_to_build": "OBS has every scene this show needs.",
    "still_running": "The show is running: close once more to leave; it goes on when you start again.",
    "needs_window": "{command} works in the window only.",
}
"""One English sentence a code, filled with the fields of the refusal."""


class Refused(Exception):
    """What the user asked for cannot be done, and nothing has changed."""

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        super().__init__(REASONS[code].format(**fields))

    @property
    def reason(self) -> str:
        return str(self)


class Trouble(Exception):
    """The world outside failed (OBS, disk, network); shown as a state, never as a crash."""

    def __init__(self, code: str, reason: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        self.reason = reason
        super().__init__(reason)
