"""OBS's counters judged: shares over 20 s, levels with hysteresis, minutes of disk (DOMAIN §3.8)."""

from __future__ import annotations

from dataclasses import replace

from hostconsole.obs.meters import Meters
from hostconsole.obs.run import Run
from hostconsole.obs.vitals import COMPUTER, NETWORK, Sample, Vitals, level
from hostconsole.show.events import Event, IncidentBegan, IncidentEnded, ObsHealth

START = Sample(at=0.0, fps=30.0, rendered=0, unrendered=0, encoded=0, unencoded=0)


class Evening:
    """Samples once a second; `told` is what came of them."""

    def __init__(self, first: Sample) -> None:
        self.told: list[Event] = []
        self._vitals = Vitals(self.told.append)
        self._now = first
        self._vitals.take(first)

    def goes_on(self, seconds: int, **by: int) -> None:
        """So many seconds in which the counters rise by so much each."""
        for _ in range(seconds):
            more = {name: getattr(self._now, name) + step for name, step in by.items()}
            self._now = replace(self._now, at=self._now.at + 1, rendered=self._now.rendered + 30, **more)
            self._vitals.take(self._now)

    def ends(self) -> None:
        self._vitals.rest(self._now.at + 1)

    @property
    def health(self) -> ObsHealth:
        return [event for event in self.told if isinstance(event, ObsHealth)][-1]

    @property
    def incidents(self) -> list[Event]:
        return [event for event in self.told if isinstance(event, IncidentBegan | IncidentEnded)]


STREAM = replace(START, streamed=0, stream_bytes=1)
RECORDING = replace(START, record_bytes=0, disk_bytes=60e9)


def test_a_level_is_left_only_a_fifth_below_its_mark() -> None:
    assert level("ok", 0.0099, NETWORK) == "ok"
    assert level("ok", 0.01, NETWORK) == "amber"
    assert level("amber", 0.0084, NETWORK) == "amber"
    assert level("amber", 0.008, NETWORK) == "ok"
    assert level("amber", 0.05, NETWORK) == "red"
    assert level("red", 0.042, NETWORK) == "red"
    assert level("red", 0.04, NETWORK) == "amber"
    assert (level("ok", 0.0199, COMPUTER), level("ok", 0.1, COMPUTER)) == ("ok", "red")


def test_one_frame_lost_at_the_start_is_no_alarm() -> None:
    evening = Evening(STREAM)
    evening.goes_on(1, streamed=30, dropped=1, stream_bytes=300_000)
    assert evening.incidents == []
    evening.goes_on(19, streamed=30, stream_bytes=300_000)
    assert evening.health.network == "ok"


def test_what_was_dropped_is_forgotten_after_twenty_seconds() -> None:
    evening = Evening(STREAM)
    evening.goes_on(5, streamed=30, dropped=10, stream_bytes=300_000)
    assert evening.health.network == "red"
    evening.goes_on(25, streamed=30, stream_bytes=300_000)
    assert evening.health.network == "ok"
    began, ended = evening.incidents
    assert began == IncidentBegan(what="network")
    assert isinstance(ended, IncidentEnded)
    assert 15 <= ended.seconds <= 25


def test_calm_health_is_logged_every_ten_seconds_only() -> None:
    evening = Evening(STREAM)
    evening.goes_on(60, streamed=30, stream_bytes=312_500)
    assert len(evening.told) == 7
    assert (evening.health.kbps, evening.health.dropped, evening.health.disk_min) == (2500.0, 0.0, None)


def test_a_computer_too_slow_is_told_whichever_frames_it_skips() -> None:
    for counter in ("unrendered", "unencoded"):
        evening = Evening(RECORDING)
        evening.goes_on(20, encoded=30, record_bytes=1_000_000, **{counter: 4})
        assert evening.health.computer == "red"


def test_the_disks_minutes_follow_the_recordings_own_rate() -> None:
    evening = Evening(RECORDING)
    evening.goes_on(30, encoded=30, record_bytes=10_000_000)
    assert evening.health.disk_min == 100.0


def test_a_stream_whose_bytes_stand_still_is_stuck_until_they_move() -> None:
    evening = Evening(STREAM)
    evening.goes_on(3, streamed=30, stream_bytes=300_000)
    evening.goes_on(4, streamed=30)
    assert evening.health.stuck
    evening.goes_on(1, streamed=30, stream_bytes=300_000)
    assert not evening.health.stuck
    assert [event.what for event in evening.incidents] == ["stream_stuck", "stream_stuck"]


def test_an_incident_ends_with_the_output() -> None:
    evening = Evening(STREAM)
    evening.goes_on(5, streamed=30, dropped=10, stream_bytes=300_000)
    evening.ends()
    assert isinstance(evening.incidents[-1], IncidentEnded)


def test_an_obs_started_anew_is_told_from_one_that_ran_on() -> None:
    run = Run()
    assert run.goes_on(500, 100.0) is None
    run.rendered(500, fps=30.0, now=100.0)
    assert run.goes_on(500, 110.0) is True  # frozen: no frame, but its port stayed open
    run.refused()
    assert run.goes_on(560, 110.0) is False  # back after a while, with the frames of two seconds
    assert run.goes_on(800, 110.0) is True  # only its server was switched off and on
    run.closed()
    assert run.goes_on(800, 110.0) is False


def test_a_microphone_is_silent_after_ten_seconds_under_the_mark() -> None:
    meters = Meters()
    meters.mics = frozenset({"Mic"})
    assert not meters.silent(1000.0)
    meters.begin(0.0)

    def hears(name: str, level: float, at: float) -> None:
        rows = [{"inputName": name, "inputLevelsMul": [[0.0, level, 0.0], [0.0, 0.0, 0.0]]}]
        meters.hear({"inputs": rows}, at)

    hears("Mic", 0.002, 5.0)  # -54 dB
    hears("Mic", 0.001, 9.0)  # -60 dB
    hears("Music", 1.0, 9.0)
    meters.hear({"inputs": [{"inputName": "Mic", "inputLevelsMul": []}]}, 12.0)
    assert not meters.silent(14.9)
    assert meters.silent(15.0)


def test_a_microphone_that_obs_tells_nothing_of_is_unknown_and_never_silent() -> None:
    meters = Meters()
    meters.mics = frozenset({"Mic"})
    assert not meters.untold(1000.0)
    meters.begin(0.0)

    def still(at: float) -> None:
        meters.hear({"inputs": [{"inputName": "Mic", "inputLevelsMul": [[0.0, 0.0, 0.0]]}]}, at)

    assert not meters.untold(4.9)
    assert meters.untold(5.0)
    meters.hear({"inputs": [{"inputName": "Music", "inputLevelsMul": [[1.0, 1.0, 1.0]]}]}, 8.0)
    assert meters.untold(20.0)
    assert not meters.silent(20.0)
    for at in range(20, 30):
        still(float(at))
        assert not meters.untold(at)
        assert not meters.silent(at)
    still(30.0)
    assert meters.silent(30.0)


def test_a_level_that_is_no_number_is_no_sound_and_spoils_nothing_beside_it() -> None:
    meters = Meters()
    meters.mics = frozenset({"Mic"})
    meters.begin(0.0)
    new = {"inputName": "Mic", "inputLevelsMul": [[None, None, None], [0.0, 0.5, 0.5]]}
    meters.hear({"inputs": [{"inputName": "Tone", "inputLevelsMul": [[None, None, None]]}, new]}, 9.0)
    assert not meters.silent(12.0)
