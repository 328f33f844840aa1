"""Asked is not done (DESIGN §4 rule 3), and what a person asks of OBS beside takes."""

from __future__ import annotations

from hostconsole.show import events as e
from hostconsole.show.lamps import lamps, switched_by_hand
from tests.show.stage import READY, Stage, on_air, on_stage, outputs
from tests.show.test_alerts import asked, live, rehearsal

# -- lamps ------------------------------------------------------------------------------------------


def lamp(stage: Stage) -> tuple[str, str]:
    now = lamps(stage.state, stage.now, stage.show.rules)
    return now.scene, now.scene_level


def test_asked_is_not_done() -> None:
    stage = live()
    assert lamp(stage) == ("off", "unused")
    stage.told(asked())
    assert lamp(stage) == ("asked", "fine")
    stage.wait(151)
    assert lamp(stage) == ("asked", "waiting")
    stage.wait(850)
    assert lamp(stage) == ("asked", "bad")
    stage.told(e.SceneAccepted(scene="B", order=1, ms=2.0))
    assert stage.state.obs.scene == "A"
    assert lamp(stage) == ("accepted", "waiting")
    stage.wait(500)
    assert lamp(stage) == ("accepted", "bad")
    stage.told(e.SceneShown(scene="B", order=1, ms=305.0))
    assert lamp(stage) == ("on_air", "fine")
    assert stage.state.obs.scene == "B"


def test_news_of_an_older_request_changes_no_lamp() -> None:
    stage = live()
    stage.told(asked(order=1), asked(order=2), e.SceneAccepted(scene="B", order=1, ms=2.0))
    assert lamp(stage)[0] == "asked"
    stage.told(e.SceneFailed(scene="B", order=2, code="timeout"))
    assert lamp(stage) == ("failed", "bad")


def test_a_scene_switched_by_hand_in_obs_puts_the_lamp_out_until_it_is_back() -> None:
    stage = live()
    stage.told(asked(), e.SceneShown(scene="B", order=1, ms=305.0))
    assert lamp(stage) == ("on_air", "fine")
    stage.told(e.SceneShown(scene="A"))
    assert lamp(stage) == ("off", "unused")
    assert switched_by_hand(stage.state)
    stage.told(e.SceneShown(scene="B"))
    assert lamp(stage) == ("on_air", "fine")


def test_the_hosts_lamp_says_whether_the_host_can_see() -> None:
    stage = on_stage()
    assert lamps(stage.state, 0, stage.show.rules).host == "off"
    stage.told(e.HostScreenChanged(shown=True))
    assert lamps(stage.state, 0, stage.show.rules).host == "on"
    stage.told(e.HostScreenChanged(shown=False, why="unplugged"))
    assert lamps(stage.state, 0, stage.show.rules).host == "failed"


# -- OBS acts ---------------------------------------------------------------------------------------


def test_obs_is_asked_again_only_when_it_is_there() -> None:
    stage = rehearsal()
    stage.does("obs.resend")
    stage.told(e.ObsLinkChanged(was="ready", now="lost"))
    stage.refuses("obs.resend", code="no_obs")
    stage.refuses("obs.restore", code="no_obs")


def test_restore_asks_for_what_obs_did_before_it_was_lost() -> None:
    stage = live()
    stage.refuses("obs.restore", code="nothing_to_restore")
    stage.told(outputs(streaming=True, recording=True))
    stage.told(e.ObsLost(), e.ObsLinkChanged(was="ready", now="lost"), READY)
    stage.does("obs.restore")
    assert stage.last().event == e.RestoreAsked(scene="A", outputs=("stream", "recording"))


def test_the_safe_picture_goes_there_and_back() -> None:
    stage = on_air()
    stage.told(e.ObsReady(version="", scene="A", scenes=("A", "稍等一下"), inputs=(), transition_ms=0))
    stage.does("obs.safe_scene")
    assert (stage.state.obs.safe.scene, stage.state.obs.safe.came_from) == ("稍等一下", "A")
    stage.wait(4_000)
    stage.does("obs.safe_scene")
    assert stage.last().event == e.SafeLeft(seconds=4.0)


def test_a_safe_picture_found_by_its_name_is_found_after_it_was_renamed_in_obs() -> None:
    stage = on_air()
    stage.told(e.ObsReady(version="", scene="A", scenes=("A", "09_BRB"), inputs=(), transition_ms=0))
    stage.told(e.SceneRenamed(was="09_BRB", now="等等画面"))
    stage.does("obs.safe_scene")
    assert stage.state.obs.safe.scene == "等等画面"


def test_the_key_of_the_safe_picture_sends_it_again_while_obs_shows_something_else() -> None:
    stage = on_air()
    stage.told(e.ObsReady(version="", scene="A", scenes=("A", "BRB"), inputs=(), transition_ms=0))
    stage.does("obs.safe_scene")
    stage.told(e.SceneAsked(scene="BRB", order=1), e.SceneFailed(scene="BRB", order=1, code="failed", why=""))
    stage.does("obs.safe_scene")
    assert stage.last().event == e.SceneResent()
    stage.told(e.SceneAsked(scene="BRB", order=2), e.SceneShown(scene="BRB", order=2, ms=9))
    stage.told(e.SceneShown(scene="A", order=None, ms=None))
    stage.does("obs.safe_scene")
    assert stage.last().event == e.SceneResent()
    stage.told(e.SceneAsked(scene="BRB", order=3), e.SceneShown(scene="BRB", order=3, ms=9))
    stage.does("obs.safe_scene")
    assert stage.last().event.kind == "safe.left"
