"""The pre-flight of OBS: what a survey means for this show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hostconsole.show.obs_remark import ObsRemark
from hostconsole.show.obs_survey import ObsSurvey
from hostconsole.show.plan import Item
from hostconsole.show.rules import Rules
from hostconsole.show.scene_offers import Offers
from hostconsole.show.scenes import scene_of

MBIT = 8.0
"""The bitrate that the room on the disk is told at: a good recording of 1080p."""

SPARE_MIN = 30
SMALLEST_SIDE = 720
SLOWEST_FPS = 24.0


def scenes_to_look_at(items: Sequence[Item], rules: Rules) -> tuple[str, ...]:
    """The scenes the show needs, each once, in the order of the rows."""
    wanted = (scene_of(item, rules) for item in items)
    return tuple(dict.fromkeys(scene for scene in wanted if scene))


def of_survey(survey: ObsSurvey, items: Sequence[Item], rules: Rules) -> tuple[ObsRemark, ...]:
    """What to mend first, then what is well."""
    found = (
        *_of_scenes(survey, items, rules),
        *_of_sound(survey),
        *_of_way_out(survey, rules),
        *_of_disk(survey, items),
        *_of_canvas(survey),
        *_of_inputs(survey),
        *(_warning("hotkey_clash", key=clash.key, action=clash.action) for clash in survey.clashes),
    )
    return tuple(sorted(found, key=lambda remark: remark.level == "ok"))


def not_asked(why: str) -> tuple[ObsRemark, ...]:
    """OBS could not be looked at."""
    return (_warning("obs", why=why),)


def _of_scenes(survey: ObsSurvey, items: Sequence[Item], rules: Rules) -> Iterator[ObsRemark]:
    there = frozenset(survey.scenes)
    wrong = False
    for item in items:
        scene = scene_of(item, rules)
        if scene and scene not in there:
            wrong = True
            yield ObsRemark(level="warning", code="scene_missing", item=item.id, fields={"scene": scene})
    offers = Offers(survey.scenes)
    for scene in scenes_to_look_at(items, rules):
        if scene not in there and (others := offers.instead_of(scene)):
            yield _warning("scene_offer", scene=scene, others=", ".join(f"'{other}'" for other in others))
    for scene in survey.flat:
        wrong = True
        yield _warning("scene_flat", scene=scene)
    if survey.looked and not wrong:
        yield _ok("scenes_ok", count=str(len(survey.looked)))


def _of_sound(survey: ObsSurvey) -> Iterator[ObsRemark]:
    mics = [sound for sound in survey.sounds if sound.mic]
    heard = [sound.name for sound in survey.sounds if sound.heard and not sound.muted]
    if survey.levels is False:
        yield _warning("levels_untold")
    elif not mics and not heard:
        yield _warning("no_sound")
    for mic in mics:
        if mic.muted:
            yield _warning("mic_off", name=mic.name)
        elif mic.heard is False:
            yield _warning("mic_still", name=mic.name)
    if heard:
        yield _ok("sound_ok", names=", ".join(heard[:4]))


def _of_way_out(survey: ObsSurvey, rules: Rules) -> Iterator[ObsRemark]:
    if rules.output == "virtual_camera":
        if survey.camera is False:
            yield _warning("no_camera")
        return
    service = survey.service
    if rules.output != "stream" or service is None:
        return
    if service.custom and not service.server:
        yield _warning("no_server")
    elif service.answers is False:
        yield _warning("server_silent", server=service.server)
    elif not service.has_key:
        yield _warning("no_key")
    elif service.answers:
        yield _ok("server_ok", server=service.server)
    else:
        yield _ok("service_ok")


def _of_disk(survey: ObsSurvey, items: Sequence[Item]) -> Iterator[ObsRemark]:
    if survey.folder_there is False:
        yield _warning("folder_missing", folder=survey.folder)
        return
    if survey.disk_mb is None:
        return
    have = survey.disk_mb * 8 / MBIT / 60
    want = sum(item.planned_s or 0 for item in items) / 60 + SPARE_MIN
    fields = {"have": f"{have:.0f}", "want": f"{want:.0f}", "free": f"{survey.disk_mb / 1000:.1f}"}
    yield _warning("disk_short", **fields) if have < want else _ok("disk_ok", **fields)


def _of_canvas(survey: ObsSurvey) -> Iterator[ObsRemark]:
    wide, tall = survey.output
    if not wide or not tall:
        return
    size = f"{wide}×{tall}"
    if 16 * min(wide, tall) != 9 * max(wide, tall):
        yield _warning("canvas_odd", size=size)
    elif min(wide, tall) < SMALLEST_SIDE:
        yield _warning("canvas_small", size=size)
    elif survey.fps and survey.fps < SLOWEST_FPS:
        yield _warning("frames_few", fps=f"{survey.fps:g}")
    else:
        yield _ok("canvas_ok", size=size, fps=f"{survey.fps:g}")


def _of_inputs(survey: ObsSurvey) -> Iterator[ObsRemark]:
    if not survey.inputs:
        yield _warning("no_inputs")
        return
    for name, fits in survey.inputs:
        if not fits:
            yield _warning("input_kind", name=name)
    fitting = [name for name, fits in survey.inputs if fits]
    if fitting:
        yield _ok("inputs_ok", names=", ".join(fitting))


def _warning(code: str, **fields: str) -> ObsRemark:
    return ObsRemark(level="warning", code=code, fields=fields)


def _ok(code: str, **fields: str) -> ObsRemark:
    return ObsRemark(level="ok", code=code, fields=fields)
