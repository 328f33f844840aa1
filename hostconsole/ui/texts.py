"""What the show says by code, in the windows' language: commands, refusals, alerts, fields of a row.

The tables hold the English sources with named fields; lupdate finds them by QT_TRANSLATE_NOOP. A test
asserts that every command, reason and alert has its text here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hostconsole.show.alerts import Alert
from hostconsole.show.errors import Refused
from hostconsole.show.state import State
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate
from hostconsole.ui.phrases import link_name

COMMAND_TEXTS: Mapping[str, str] = {
    "show.start_rehearsal": QT_TRANSLATE_NOOP("Commands", "Start a rehearsal"),
    "show.go_live": QT_TRANSLATE_NOOP("Commands", "Go live"),
    "show.end": QT_TRANSLATE_NOOP("Commands", "End the show"),
    "show.take": QT_TRANSLATE_NOOP("Commands", "Take"),
    "show.take_item": QT_TRANSLATE_NOOP("Commands", "Take this item"),
    "show.back": QT_TRANSLATE_NOOP("Commands", "Back"),
    "next.set": QT_TRANSLATE_NOOP("Commands", "Make this item next"),
    "next.up": QT_TRANSLATE_NOOP("Commands", "Next: one up"),
    "next.down": QT_TRANSLATE_NOOP("Commands", "Next: one down"),
    "item.skip": QT_TRANSLATE_NOOP("Commands", "Skip"),
    "item.unskip": QT_TRANSLATE_NOOP("Commands", "Do not skip"),
    "item.move": QT_TRANSLATE_NOOP("Commands", "Move"),
    "item.add": QT_TRANSLATE_NOOP("Commands", "Add an item"),
    "item.edit": QT_TRANSLATE_NOOP("Commands", "Edit"),
    "item.duplicate": QT_TRANSLATE_NOOP("Commands", "Duplicate"),
    "item.encore": QT_TRANSLATE_NOOP("Commands", "Encore"),
    "link.up": QT_TRANSLATE_NOOP("Commands", "Link up"),
    "link.down": QT_TRANSLATE_NOOP("Commands", "Link down"),
    "countdown.start": QT_TRANSLATE_NOOP("Commands", "Start a countdown"),
    "countdown.cancel": QT_TRANSLATE_NOOP("Commands", "Stop the countdown"),
    "price.set": QT_TRANSLATE_NOOP("Commands", "Set the price"),
    "stock.count": QT_TRANSLATE_NOOP("Commands", "Stock is …"),
    "stock.sold": QT_TRANSLATE_NOOP("Commands", "Sold so far …"),
    "presale.sold": QT_TRANSLATE_NOOP("Commands", "Pre-ordered so far …"),
    "stock.adjust": QT_TRANSLATE_NOOP("Commands", "Stock by …"),
    "stock.release": QT_TRANSLATE_NOOP("Commands", "Release the next batch"),
    "batch.gone": QT_TRANSLATE_NOOP("Commands", "Batch gone"),
    "oversold.settle": QT_TRANSLATE_NOOP("Commands", "Settle what is oversold"),
    "gift.end": QT_TRANSLATE_NOOP("Commands", "No gift any more"),
    "desk.gone": QT_TRANSLATE_NOOP("Commands", "Batch gone, then link down"),
    "desk.host_step": QT_TRANSLATE_NOOP("Commands", "Host's pedal: cue seen, else prompter"),
    "window.close": QT_TRANSLATE_NOOP("Commands", "Close"),
    "desk.quick_bar": QT_TRANSLATE_NOOP("Commands", "Quick bar"),
    "desk.copy": QT_TRANSLATE_NOOP("Commands", "Copy for the platform"),
    "desk.find": QT_TRANSLATE_NOOP("Commands", "Find in the queue"),
    "desk.open_sheet": QT_TRANSLATE_NOOP("Commands", "Open a run-sheet"),
    "desk.rehearse_keys": QT_TRANSLATE_NOOP("Commands", "Rehearse the keys"),
    "desk.keys": QT_TRANSLATE_NOOP("Commands", "Show the keys"),
    "row.next": QT_TRANSLATE_NOOP("Commands", "Row is next"),
    "row.take": QT_TRANSLATE_NOOP("Commands", "Take this row"),
    "row.edit": QT_TRANSLATE_NOOP("Commands", "Edit this row"),
    "row.skip": QT_TRANSLATE_NOOP("Commands", "Skip this row, or not"),
    "row.encore": QT_TRANSLATE_NOOP("Commands", "Encore of this row"),
    "host.space": QT_TRANSLATE_NOOP("Commands", "Cue seen, else pause"),
    "host.layout": QT_TRANSLATE_NOOP("Commands", "Card or scroll"),
    "host.nothing": QT_TRANSLATE_NOOP("Commands", "Nothing"),
    "prompter.toggle": QT_TRANSLATE_NOOP("Commands", "Prompter: run or pause"),
    "prompter.faster": QT_TRANSLATE_NOOP("Commands", "Prompter: faster"),
    "prompter.slower": QT_TRANSLATE_NOOP("Commands", "Prompter: slower"),
    "prompter.pace": QT_TRANSLATE_NOOP("Commands", "Prompter: pace"),
    "prompter.top": QT_TRANSLATE_NOOP("Commands", "Prompter: to the top"),
    "prompter.line_back": QT_TRANSLATE_NOOP("Commands", "Prompter: a line back"),
    "prompter.line_forward": QT_TRANSLATE_NOOP("Commands", "Prompter: a line forward"),
    "prompter.paragraph_back": QT_TRANSLATE_NOOP("Commands", "Prompter: a paragraph back"),
    "prompter.paragraph_forward": QT_TRANSLATE_NOOP("Commands", "Prompter: a paragraph forward"),
    "prompter.to": QT_TRANSLATE_NOOP("Commands", "Prompter: to a place"),
    "prompter.mark": QT_TRANSLATE_NOOP("Commands", "Prompter: to a named mark"),
    "host.page_forward": QT_TRANSLATE_NOOP("Commands", "Prompter: a page forward"),
    "host.page_back": QT_TRANSLATE_NOOP("Commands", "Prompter: a page back"),
    "point.tick": QT_TRANSLATE_NOOP("Commands", "Point said"),
    "cue.send": QT_TRANSLATE_NOOP("Commands", "Cue to the host"),
    "cue.ack": QT_TRANSLATE_NOOP("Commands", "Cue seen"),
    "alert.ack": QT_TRANSLATE_NOOP("Commands", "Acknowledge the alert"),
    "marker.add": QT_TRANSLATE_NOOP("Commands", "Mark this moment"),
    "timer.start": QT_TRANSLATE_NOOP("Commands", "Start a timer"),
    "timer.stop": QT_TRANSLATE_NOOP("Commands", "Timer is done"),
    "session.reopen": QT_TRANSLATE_NOOP("Commands", "Go on with the session"),
    "event.reason": QT_TRANSLATE_NOOP("Commands", "Why it was corrected"),
    "session.handover": QT_TRANSLATE_NOOP("Commands", "Hand over the desk"),
    "desk.step": QT_TRANSLATE_NOOP("Commands", "Do the next step"),
    "step.tick": QT_TRANSLATE_NOOP("Commands", "Step done"),
    "preflight.tick": QT_TRANSLATE_NOOP("Commands", "Ready before the show"),
    "show.hours": QT_TRANSLATE_NOOP("Commands", "From when to when the show lasts"),
    "operator.set": QT_TRANSLATE_NOOP("Commands", "Who sits at the desk"),
    "obs.resend": QT_TRANSLATE_NOOP("Commands", "Send to OBS again"),
    "obs.safe_scene": QT_TRANSLATE_NOOP("Commands", "Safe picture, and back"),
    "obs.restore": QT_TRANSLATE_NOOP("Commands", "Restore OBS as it was"),
    "obs.build_scenes": QT_TRANSLATE_NOOP("Commands", "Make the missing scenes in OBS"),
    "obs.stream": QT_TRANSLATE_NOOP("Commands", "Start or stop the stream"),
    "obs.record": QT_TRANSLATE_NOOP("Commands", "Start or stop the recording"),
    "obs.virtual_camera": QT_TRANSLATE_NOOP("Commands", "Start or stop the virtual camera"),
    "sheet.save": QT_TRANSLATE_NOOP("Commands", "Save the sheet"),
    "feeds.reload": QT_TRANSLATE_NOOP("Commands", "Read the feeds file again"),
    "sheet.reload": QT_TRANSLATE_NOOP("Commands", "Read the sheet again"),
    "undo": QT_TRANSLATE_NOOP("Commands", "Undo"),
    "redo": QT_TRANSLATE_NOOP("Commands", "Redo"),
}

REFUSAL_TEXTS: Mapping[str, str] = {
    "unknown_command": QT_TRANSLATE_NOOP("Refusals", "There is no command {command}."),
    "unknown_item": QT_TRANSLATE_NOOP("Refusals", "There is no item {item} in this show."),
    "unknown_sku": QT_TRANSLATE_NOOP("Refusals", "There is no SKU {sku} in this show."),
    "unknown_variant": QT_TRANSLATE_NOOP("Refusals", "SKU {sku} has no variant {variant}."),
    "unknown_argument": QT_TRANSLATE_NOOP("Refusals", "{command} takes no argument {name}."),
    "missing_argument": QT_TRANSLATE_NOOP("Refusals", "{command} needs {name}."),
    "bad_value": QT_TRANSLATE_NOOP("Refusals", "'{value}' cannot be used: {why}."),
    "too_soon": QT_TRANSLATE_NOOP("Refusals", "Too soon: the last take was {ms} ms ago."),
    "needs_confirm": QT_TRANSLATE_NOOP("Refusals", "Once more to confirm: {what}."),
    "not_on_air": QT_TRANSLATE_NOOP(
        "Refusals", "The show is not running: start a rehearsal or go live first."
    ),
    "nothing_on_air": QT_TRANSLATE_NOOP("Refusals", "No item is on air."),
    "nothing_next": QT_TRANSLATE_NOOP("Refusals", "No item is next."),
    "nothing_to_undo": QT_TRANSLATE_NOOP("Refusals", "There is nothing to undo."),
    "nothing_to_redo": QT_TRANSLATE_NOOP("Refusals", "There is nothing to redo."),
    "nothing_before": QT_TRANSLATE_NOOP("Refusals", "No item was on air before this one."),
    "nothing_skipped": QT_TRANSLATE_NOOP("Refusals", "No item is skipped."),
    "nothing_waiting": QT_TRANSLATE_NOOP("Refusals", "There is nothing waiting here."),
    "too_late": QT_TRANSLATE_NOOP("Refusals", "It ended more than {minutes} minutes ago: start anew."),
    "same_operator": QT_TRANSLATE_NOOP("Refusals", "{name} sits at the desk already."),
    "no_timer": QT_TRANSLATE_NOOP("Refusals", "No such timer is running."),
    "too_many_timers": QT_TRANSLATE_NOOP("Refusals", "{most} timers are running already."),
    "nothing_to_do": QT_TRANSLATE_NOOP("Refusals", "Nothing is to be done now: wait."),
    "nothing_to_release": QT_TRANSLATE_NOOP("Refusals", "No batch is waiting to be released."),
    "already_on_air": QT_TRANSLATE_NOOP("Refusals", "{item} is on air already."),
    "already_running": QT_TRANSLATE_NOOP("Refusals", "It is running already."),
    "already_skipped": QT_TRANSLATE_NOOP("Refusals", "{item} is skipped already."),
    "on_air": QT_TRANSLATE_NOOP("Refusals", "{item} is on air: take another item first."),
    "no_product": QT_TRANSLATE_NOOP("Refusals", "{item} is not a product: it has no price, stock or link."),
    "link_already": QT_TRANSLATE_NOOP("Refusals", "Nothing to do: the link of {item} is {status} already."),
    "no_countdown": QT_TRANSLATE_NOOP("Refusals", "No countdown is running."),
    "not_counted": QT_TRANSLATE_NOOP("Refusals", "The stock has not been counted yet: count it first."),
    "not_enough": QT_TRANSLATE_NOOP("Refusals", "Only {have} are held back, not {qty}."),
    "frozen": QT_TRANSLATE_NOOP("Refusals", "Oversold by {qty}: settle that first, then release."),
    "not_oversold": QT_TRANSLATE_NOOP("Refusals", "Nothing to settle: {qty} are oversold."),
    "no_gift": QT_TRANSLATE_NOOP("Refusals", "{item} has no gift."),
    "no_mark": QT_TRANSLATE_NOOP("Refusals", "The script has no mark {name}."),
    "cue_too_long": QT_TRANSLATE_NOOP(
        "Refusals", "The cue is too long: {width} of {most} half-width characters."
    ),
    "no_marks": QT_TRANSLATE_NOOP("Refusals", "The script has no marks."),
    "no_points": QT_TRANSLATE_NOOP("Refusals", "{item} has no key point {n}."),
    "no_safe_scene": QT_TRANSLATE_NOOP("Refusals", "No safe picture is set: name one in the settings."),
    "no_text": QT_TRANSLATE_NOOP("Refusals", "A cue needs words."),
    "show_ended": QT_TRANSLATE_NOOP("Refusals", "This session has ended."),
    "no_sheet": QT_TRANSLATE_NOOP("Refusals", "This show was not opened from a sheet."),
    "sheet_unreadable": QT_TRANSLATE_NOOP("Refusals", "The sheet cannot be read: {why}."),
    "feeds_unreadable": QT_TRANSLATE_NOOP("Refusals", "Feeds file not taken, the feeds go on: {why}"),
    "sample_sheet": QT_TRANSLATE_NOOP("Refusals", "The sample show's own sheet stays as it is."),
    "sheet_not_saved": QT_TRANSLATE_NOOP("Refusals", "The sheet cannot be saved: {why}."),
    "no_obs": QT_TRANSLATE_NOOP("Refusals", "OBS is not connected."),
    "before_the_show": QT_TRANSLATE_NOOP("Refusals", "Scenes are made before the show, not while it runs."),
    "building_already": QT_TRANSLATE_NOOP("Refusals", "The scenes are being made already."),
    "nothing_to_build": QT_TRANSLATE_NOOP("Refusals", "OBS has every scene this show needs."),
    "nothing_to_restore": QT_TRANSLATE_NOOP("Refusals", "OBS has nothing to restore."),
    "show_runs": QT_TRANSLATE_NOOP("Refusals", "A session runs: end it before another sheet is opened."),
    "keys_must_act": QT_TRANSLATE_NOOP(
        "Refusals", "Keys cannot be rehearsed while a session runs: they must act."
    ),
    "still_running": QT_TRANSLATE_NOOP(
        "Refusals", "The show is running: close once more to leave; it goes on when you start again."
    ),
    "needs_window": QT_TRANSLATE_NOOP("Refusals", "{command} works in the window only."),
    # keys (hostconsole.keys)
    "not_a_key": QT_TRANSLATE_NOOP("Refusals", "{key} is not a key that can be bound."),
    "not_a_binding": QT_TRANSLATE_NOOP("Refusals", "{other} is not a command."),
    "clash": QT_TRANSLATE_NOOP("Refusals", "{key} belongs to '{other}' already."),
    "bare_key": QT_TRANSLATE_NOOP("Refusals", "{key} is typed as text: hold Ctrl, Alt or Meta with it."),
    "own_list": QT_TRANSLATE_NOOP("Refusals", "{key} has its own place and nothing else may have it."),
    "browser_key": QT_TRANSLATE_NOOP("Refusals", "{key} reloads or resizes the page in a browser."),
    "desktop_arrow": QT_TRANSLATE_NOOP("Refusals", "{key} changes desktops or songs."),
    "virtual_terminal": QT_TRANSLATE_NOOP("Refusals", "{key} leaves the desktop on Linux."),
    "hardware_key": QT_TRANSLATE_NOOP(
        "Refusals", "{key} is the microphone's or touchpad's key on many machines."
    ),
    "numpad": QT_TRANSLATE_NOOP(
        "Refusals", "{key} is on the number pad only, which Num Lock turns into arrows."
    ),
    "system_key": QT_TRANSLATE_NOOP("Refusals", "{key} belongs to the system."),
    "wheel": QT_TRANSLATE_NOOP(
        "Refusals", "{key} scrolls in every other window: it can only be the host's window's."
    ),
    "common_key": QT_TRANSLATE_NOOP("Refusals", "{key} is used by every program: it cannot be system-wide."),
}

ALERT_TEXTS: Mapping[str, str] = {
    "obs_lost": QT_TRANSLATE_NOOP("Alerts", "OBS is lost: look whether it still sends"),
    "obs_absent": QT_TRANSLATE_NOOP("Alerts", "OBS is not there: start it, or set its address"),
    "obs_refused": QT_TRANSLATE_NOOP("Alerts", "OBS refused the connection: {why}"),
    "scene_failed": QT_TRANSLATE_NOOP("Alerts", "OBS did not switch to {scene}: send again"),
    "obs_differs": QT_TRANSLATE_NOOP("Alerts", "OBS shows {scene}: send again, or leave it"),
    "obs_restore": QT_TRANSLATE_NOOP("Alerts", "Before: {before}. Now: {now}"),
    "scene_missing": QT_TRANSLATE_NOOP("Alerts", "OBS has no scene {scene}: choose another"),
    "network": QT_TRANSLATE_NOOP("Alerts", "Dropping {percent} % · safe picture"),
    "stream_stuck": QT_TRANSLATE_NOOP("Alerts", "The stream does not arrive · safe picture"),
    "computer": QT_TRANSLATE_NOOP("Alerts", "PC too slow {percent} % · close programs"),
    "disk_full_soon": QT_TRANSLATE_NOOP("Alerts", "Disk for {minutes} min"),
    "mic_silent": QT_TRANSLATE_NOOP("Alerts", "No sound for 10 s"),
    "texts_failed": QT_TRANSLATE_NOOP("Alerts", "{name} is not up to date: send again"),
    "mic_muted": QT_TRANSLATE_NOOP("Alerts", "Mic is muted"),
    "rehearsal_streaming": QT_TRANSLATE_NOOP("Alerts", "Rehearsal, but you are streaming!"),
    "nothing_out": QT_TRANSLATE_NOOP("Alerts", "Nothing going out"),
    "cue_unseen": QT_TRANSLATE_NOOP("Alerts", "Host has not seen '{text}': say it"),
    "item_long": QT_TRANSLATE_NOOP("Alerts", "Over by {over}"),
    "timer_due": QT_TRANSLATE_NOOP("Alerts", "Now: {label}"),
    "link_forgotten": QT_TRANSLATE_NOOP("Alerts", "{minutes} min on air, link not up"),
    "oversold": QT_TRANSLATE_NOOP("Alerts", "Oversold by {qty} · frozen · swap, pre-order or refund"),
    "oversold_batch": QT_TRANSLATE_NOOP("Alerts", "Oversold by {qty} · release the next batch"),
    "oversold_reserve": QT_TRANSLATE_NOOP("Alerts", "Oversold by {qty} · the reserve covers it"),
    "gift_gone": QT_TRANSLATE_NOOP("Alerts", "Gift gone: {gift} · change the offer"),
    "sold_out": QT_TRANSLATE_NOOP("Alerts", "Sold out · link down"),
    "sold_out_in": QT_TRANSLATE_NOOP("Alerts", "Sold out, {qty} in {took} s · link down"),
    "sold_out_next": QT_TRANSLATE_NOOP("Alerts", "Sold out · go on"),
    "batch_gone_in": QT_TRANSLATE_NOOP(
        "Alerts", "Batch gone, {qty} in {took} s · {pool} held back, release the next"
    ),
    "batch_gone": QT_TRANSLATE_NOOP("Alerts", "Batch gone · {pool} held back, release the next"),
    "item_low": QT_TRANSLATE_NOOP("Alerts", "{qty} left in all"),
    "batch_low": QT_TRANSLATE_NOOP("Alerts", "{qty} left in this batch"),
    "running_out": QT_TRANSLATE_NOOP("Alerts", "Gone in about {about} s"),
    "counts_differ": QT_TRANSLATE_NOOP("Alerts", "{feed} says {theirs}, we say {ours}"),
    "feeds_file": QT_TRANSLATE_NOOP("Alerts", "Feeds file not taken: {text}"),
    "sheet_changed": QT_TRANSLATE_NOOP("Alerts", "The sheet has changed since · nothing applied yet"),
    "feed_down": QT_TRANSLATE_NOOP("Alerts", "Feed down: count by hand"),
    "recount": QT_TRANSLATE_NOOP("Alerts", "No recount for {minutes} min"),
}

_WORDS: Mapping[str, str] = {
    "up": QT_TRANSLATE_NOOP("Words", "up"),
    "down": QT_TRANSLATE_NOOP("Words", "down"),
    "not up": QT_TRANSLATE_NOOP("Words", "not up"),
    "countdown": QT_TRANSLATE_NOOP("Words", "counting down"),
    "not a number": QT_TRANSLATE_NOOP("Words", "not a number"),
    "not a whole number": QT_TRANSLATE_NOOP("Words", "not a whole number"),
    "too large": QT_TRANSLATE_NOOP("Words", "too large"),
    "below 0": QT_TRANSLATE_NOOP("Words", "below 0"),
    "must be above 0": QT_TRANSLATE_NOOP("Words", "must be above 0"),
    "stream": QT_TRANSLATE_NOOP("Words", "stream"),
    "recording": QT_TRANSLATE_NOOP("Words", "recording"),
    "virtual camera": QT_TRANSLATE_NOOP("Words", "virtual camera"),
    "none": QT_TRANSLATE_NOOP("Words", "none"),
    "a title is needed": QT_TRANSLATE_NOOP("Words", "a title is needed"),
}


INCIDENT_TEXTS: Mapping[str, str] = {
    "obs_lost": QT_TRANSLATE_NOOP("Incidents", "OBS lost"),
    "safe_picture": QT_TRANSLATE_NOOP("Incidents", "safe picture shown"),
    "stream_reconnecting": QT_TRANSLATE_NOOP("Incidents", "stream lost"),
    "network": QT_TRANSLATE_NOOP("Incidents", "network drops"),
    "computer": QT_TRANSLATE_NOOP("Incidents", "PC too slow"),
    "stream_stuck": QT_TRANSLATE_NOOP("Incidents", "stream stood still"),
    "mic_silent": QT_TRANSLATE_NOOP("Incidents", "microphone silent"),
}
"""What went wrong with the picture or the sound, as it is named when the desk is handed over."""


CARRIED_TEXTS: Mapping[str, str] = {
    "words": QT_TRANSLATE_NOOP("Carried", "words"),
    "order": QT_TRANSLATE_NOOP("Carried", "order"),
    "prices": QT_TRANSLATE_NOOP("Carried", "prices"),
    "scenes": QT_TRANSLATE_NOOP("Carried", "scenes"),
    "stock": QT_TRANSLATE_NOOP("Carried", "stock"),
    "pace": QT_TRANSLATE_NOOP("Carried", "the host's pace"),
    "airings": QT_TRANSLATE_NOOP("Carried", "airings"),
    "cues": QT_TRANSLATE_NOOP("Carried", "cues"),
    "timers": QT_TRANSLATE_NOOP("Carried", "timers"),
}
"""What a session takes over from the one before, or does not."""


def command_text(command: str) -> str:
    """A command's title; its id if it is unknown here."""
    source = COMMAND_TEXTS.get(command)
    return command if source is None else translate("Commands", source)


def refusal_text(refusal: Refused, state: State) -> str:
    """A refusal as one sentence; the English one if its code is unknown here."""
    source = REFUSAL_TEXTS.get(refusal.code)
    if source is None:
        return str(refusal)
    return translate("Refusals", source).format(**_spoken(refusal.fields, state))


def alert_text(alert: Alert, state: State) -> str:
    """An alert with the item it is about; the English sentence if its code is unknown here."""
    source = ALERT_TEXTS.get(alert.words or alert.code)
    fields = _spoken(alert.fields, state)
    if "seconds" in alert.fields:
        over = int(str(alert.fields["seconds"]))
        fields["over"] = f"{over // 60}:{over % 60:02d}"
    words = translate("Alerts", source).format(**fields) if source else alert.text
    row = state.items.get(alert.item or "")
    return words if row is None else f"{link_name(row.item)} · {words}"


def _spoken(fields: Mapping[str, object], state: State) -> dict[str, str]:
    return {name: _word(name, value, state) for name, value in fields.items()}


def _word(name: str, value: object, state: State) -> str:
    if isinstance(value, tuple):
        return ", ".join(_word(name, part, state) for part in value)
    text = str(value)
    if name == "item" and text in state.items:
        return link_name(state.items[text].item)
    if name in ("command", "other") and text.split(" ")[0] in COMMAND_TEXTS:
        return command_text(text.split(" ")[0])
    return translate("Words", _WORDS[text]) if text in _WORDS else text


def act_text(command: str, args: Mapping[str, str]) -> str:
    """A command with what tells it from its likes: "Cue to the host 3"."""
    return " ".join((command_text(command), *args.values()))


def carried_words(names: Iterable[str]) -> str:
    """What was kept or dropped, by name."""
    return translate("Carried", ", ").join(translate("Carried", CARRIED_TEXTS[name]) for name in names)


def incident_words(what: str, *, times: int, seconds: float) -> str:
    """ "OBS lost 1 min 22 s (2×)": all its times together."""
    name = translate("Incidents", INCIDENT_TEXTS[what]) if what in INCIDENT_TEXTS else what
    lasted = _lasted(max(1, round(seconds)))
    if times == 1:
        return f"{name} {lasted}"
    return translate("Incidents", "{what} {time} ({times}×)").format(what=name, time=lasted, times=times)


def _lasted(seconds: int) -> str:
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    if hours:
        return translate("Incidents", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    if minutes:
        return translate("Incidents", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
    return translate("Incidents", "{seconds} s").format(seconds=rest)
