"""What the show makes of OBS lost, restored, changed by hand, and not well (DOMAIN §3.8)."""

from __future__ import annotations

from hostconsole.show import events as e
from hostconsole.show.rules import Rules
from hostconsole.show.scenes import missing_scenes
from hostconsole.show.target import target
from tests.show.stage import Stage, on_stage, product
from tests.show.test_sessions import outputs

LOST = (e.ObsLost(why="gone"), e.ObsLinkChanged(was="ready", now="lost"))


def ready(scene: str = "A", *, same_run: bool | None = None) -> e.ObsReady:
    return e.ObsReady(
        version="29", scene=scene, scenes=("A", "B", "C"), inputs=(), transition_ms=0, same_run=same_run
    )


def live(**on: bool) -> Stage:
    """A is on air in OBS and in the show."""
    rows = (product("P1", scene="A"), product("P2", scene="B"), product("P3", scene="C"))
    stage = on_stage(*rows, kind="live", rules=Rules(output="recording"))
    stage.told(ready(), outputs(**on))
    stage.takes("P1")
    stage.told(e.SceneAsked(scene="A", order=1), e.SceneShown(scene="A", order=1, ms=3.0))
    return stage


def crashed(scene: str = "B", **on: bool) -> Stage:
    stage = live(**on)
    stage.told(*LOST, ready(scene, same_run=False), outputs())
    return stage


def test_after_a_crash_one_card_says_what_was_and_what_is() -> None:
    stage = crashed(streaming=True, recording=True)
    card = stage.alerts()["obs_restore"]
    assert card.text == "Before: stream, recording, scene A. Now: none, scene B."
    assert (card.command, card.severity) == ("obs.restore", "red")
    assert "obs_differs" not in stage.alerts()
    stage.does("obs.restore")
    assert stage.last().event == e.RestoreAsked(scene="A", outputs=("stream", "recording"))


def test_the_card_goes_when_all_is_back_and_does_not_come_again() -> None:
    stage = crashed(streaming=True, recording=True)
    stage.told(e.SceneAsked(scene="A", order=2), e.SceneShown(scene="A", order=2, ms=3.0))
    stage.told(outputs(recording=True))
    assert stage.alerts()["obs_restore"].text == "Before: stream, scene A. Now: recording."
    stage.told(outputs(recording=True, streaming=True))
    assert "obs_restore" not in stage.alerts()
    stage.told(outputs(recording=True))
    assert "obs_restore" not in stage.alerts()
    stage.refuses("obs.restore", code="nothing_to_restore")


def test_a_second_crash_does_not_forget_what_ran_before_the_first() -> None:
    stage = crashed(streaming=True, recording=True)
    stage.told(outputs(recording=True))
    stage.told(*LOST, ready("B", same_run=False), outputs())
    stage.does("obs.restore")
    assert stage.last().event == e.RestoreAsked(scene="A", outputs=("stream", "recording"))


def test_a_take_while_obs_was_away_is_what_restore_brings_on_air() -> None:
    stage = live(recording=True)
    stage.told(*LOST)
    stage.takes("P2")
    stage.told(e.SceneAsked(scene="B", order=2), e.SceneFailed(scene="B", order=2, code="lost"))
    stage.told(ready("A", same_run=False), outputs())
    stage.does("obs.restore")
    assert stage.last().event == e.RestoreAsked(scene="B", outputs=("recording",))


def test_after_a_mere_reconnect_only_another_scene_is_a_difference() -> None:
    stage = live(recording=True)
    stage.told(*LOST, ready("A", same_run=True), outputs())
    assert not {"obs_restore", "obs_differs"} & stage.alerts().keys()
    stage.told(*LOST, ready("C", same_run=True))
    assert stage.alerts()["obs_differs"].command == "obs.resend"
    stage.told(e.SceneShown(scene="A"))  # put right by hand
    assert "obs_differs" not in stage.alerts()


def test_what_a_person_switches_off_need_not_be_restored() -> None:
    stage = crashed("A", recording=True)
    stage.told(e.OutputAsked(name="recording", on=False), actor="甲")
    assert "obs_restore" not in stage.alerts()


def test_a_console_started_anew_still_knows_what_obs_did() -> None:
    stage = live(recording=True).resumed()
    stage.told(ready("A"), outputs())
    assert stage.alerts()["obs_restore"].text == "Before: recording, scene A. Now: none."


# -- outputs --------------------------------------------------------------------------------------


def test_outputs_are_started_at_once_and_stopped_in_a_live_show_only_when_sure() -> None:
    stage = live()
    stage.does("obs.record", on="yes")
    assert stage.last().event == e.OutputAsked(name="recording", on=True)
    stage.told(outputs(recording=True, streaming=True, virtual_camera=True))
    assert stage.does("obs.record", on="yes").seq is None
    for command, name in (("obs.record", "recording"), ("obs.stream", "stream"),
                          ("obs.virtual_camera", "virtual_camera")):  # fmt: skip
        stage.refuses(command, code="needs_confirm", on="no")
        stage.does(command, on="no", sure="yes")
        assert stage.last().event == e.OutputAsked(name=name, on=False)


def test_a_rehearsal_is_streamed_only_when_sure() -> None:
    stage = on_stage(product("P1"))
    stage.told(ready(), outputs())
    stage.refuses("obs.stream", code="needs_confirm", on="yes")
    stage.does("obs.stream", on="yes", sure="yes")
    stage.does("obs.record", on="yes")


def test_nothing_is_started_in_an_obs_that_is_away() -> None:
    stage = live()
    stage.told(*LOST)
    stage.refuses("obs.stream", code="no_obs", on="yes")


# -- scenes ---------------------------------------------------------------------------------------


def test_a_renamed_scene_keeps_its_item() -> None:
    stage = live()
    stage.told(e.SceneRenamed(was="A", now="A2"), e.SceneRenamed(was="A2", now="A3"))
    aim = target(stage.state, stage.show.rules, take=1, now_ms=stage.now)
    assert (aim.scene, stage.state.obs.scene) == ("A3", "A3")
    assert missing_scenes(stage.state, stage.show.rules) == ()
    stage.told(e.SceneRenamed(was="A3", now="A"))
    assert target(stage.state, stage.show.rules, take=1, now_ms=stage.now).scene == "A"


def test_a_removed_scene_turns_its_items_red_before_they_air() -> None:
    stage = live()
    stage.told(e.ScenesChanged(scenes=("A", "C"), inputs=()))
    assert missing_scenes(stage.state, stage.show.rules) == ("P2",)
    missing = stage.alerts()["scene_missing"]
    assert (missing.item, missing.text) == ("P2", "OBS has no scene B: choose another.")
    stage.does("next.set", item="P3")
    assert "scene_missing" not in stage.alerts()


def test_next_is_in_the_preview_until_the_show_is_over() -> None:
    stage = live()
    assert target(stage.state, stage.show.rules, take=1, now_ms=stage.now).preview == "B"
    stage.does("next.set", item="P3")
    assert target(stage.state, stage.show.rules, take=1, now_ms=stage.now).preview == "C"
    stage.does("show.end", sure="yes")
    assert target(stage.state, stage.show.rules, take=1, now_ms=stage.now).preview is None


def test_another_collection_is_told_and_its_names_are_its_own() -> None:
    stage = live()
    stage.told(e.SceneRenamed(was="A", now="A2"), e.CollectionChanged(was="Night", now="Day"))
    assert (stage.state.obs.collection, stage.state.obs.renames) == ("Day", ())
    stage.told(e.StudioModeChanged(on=True))
    assert stage.state.obs.studio_mode


# -- health ---------------------------------------------------------------------------------------


def test_each_illness_has_its_alert_and_its_act() -> None:
    stage = live(recording=True, streaming=True)
    stage.told(e.ObsHealth(dropped=0.06, skipped=0.12, network="red", computer="red", disk_min=41.0))
    told = stage.alerts()
    assert (told["network"].text, told["network"].command) == (
        "Dropping 6 %: safe picture.",
        "obs.safe_scene",
    )
    assert (told["computer"].text, told["computer"].severity) == ("PC too slow 12 %: close programs.", "red")
    assert "disk_full_soon" not in told
    stage.told(e.ObsHealth(disk_min=20.0, stuck=True))
    assert stage.alerts().keys() >= {"disk_full_soon", "stream_stuck"}
    stage.told(outputs())
    assert not stage.alerts().keys() & {"disk_full_soon", "stream_stuck", "network", "computer"}


def test_a_silent_microphone_is_told_but_not_under_the_safe_picture() -> None:
    stage = live(recording=True)
    stage.told(e.MicChanged(muted=False, silent=True))
    assert stage.alerts()["mic_silent"].text == "No sound for 10 s."
    stage.told(e.SafeEntered(scene="C", came_from="A"))
    assert "mic_silent" not in stage.alerts()


def test_an_acknowledged_disk_speaks_again_only_after_a_fifth_more_room() -> None:
    stage = live(recording=True)
    stage.told(e.ObsHealth(disk_min=20.0))
    stage.does("alert.ack")
    assert "disk_full_soon" not in stage.speaking()
    stage.told(e.ObsHealth(disk_min=31.0), e.ObsHealth(disk_min=20.0))
    assert "disk_full_soon" not in stage.speaking()
    stage.told(e.ObsHealth(disk_min=90.0), e.ObsHealth(disk_min=20.0))
    assert "disk_full_soon" in stage.speaking()


# -- timecodes ------------------------------------------------------------------------------------


def test_takes_prices_marks_and_incidents_carry_where_they_are_in_the_recording_and_the_stream() -> None:
    stage = live()
    stage.told(outputs(recording=True))
    stage.wait(10_000)
    stage.told(outputs(recording=True, streaming=True))
    stage.wait(5_000)
    stage.does("show.take_item", item="P2")
    stage.does("price.set", item="P2", price="88")
    stage.does("marker.add", label="x")
    stage.told(e.IncidentBegan(what="network"), *LOST)
    timed = [entry.event for entry in stage.log if isinstance(entry.event, e.TimedEvent)][-5:]
    assert [event.kind for event in timed] == [
        "item.taken", "price.changed", "marker.added", "incident.began", "obs.lost",
    ]  # fmt: skip
    assert {(event.rec_s, event.stream_s) for event in timed} == {(15.0, 5.0)}
    stage.does("marker.add", label="nobody knows now")
    last = stage.last().event
    assert isinstance(last, e.MarkerAdded)
    assert (last.rec_s, last.stream_s) == (None, None)


def test_a_recording_found_running_has_been_running() -> None:
    stage = live()
    stage.told(e.OutputsChanged(streaming=False, recording=True, paused=False, virtual_camera=False,
                                recorded_ms=60_000))  # fmt: skip
    stage.wait(1_000)
    stage.does("marker.add")
    last = stage.last().event
    assert isinstance(last, e.MarkerAdded)
    assert last.rec_s == 61.0
