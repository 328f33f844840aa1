"""Events to the log's text and back (DESIGN §5.4)."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostconsole.show.codec import entry_of, entry_text
from hostconsole.show.errors import REASONS, Refused
from hostconsole.show.events import KINDS, Entry, Event
from hostconsole.show.fold import apply, replay
from hostconsole.show.obs_remark import ObsRemark
from tests.show.stage import on_air, product

STEADY = settings(suppress_health_check=list(HealthCheck))

JSON = st.none() | st.booleans() | st.integers(-10, 10**9) | st.text(max_size=8)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(object, JSON)
# Hypothesis takes the mark of a field's factory for its default.
st.register_type_strategy(ObsRemark, st.builds(ObsRemark, fields=st.dictionaries(st.text(), st.text())))


def events_of(kind: type[Event]) -> st.SearchStrategy[Event]:
    """Any event of a kind; values of no fixed type (ItemEdited) are JSON values."""
    free = {"was": JSON, "now": JSON | st.lists(st.text(max_size=4), max_size=3)}
    return st.builds(kind, **(free if kind.kind == "item.edited" else {}))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_event_comes_back_as_it_was(kind: str) -> None:
    @settings(max_examples=6, suppress_health_check=list(HealthCheck))
    @given(events_of(KINDS[kind]), st.none() | st.integers(1, 99))
    def there_and_back(event: Event, act: int | None) -> None:
        entry = Entry(7, "2026-11-23T20:43:10.123Z", 31_000, "s1", "中控甲", act, event)
        assert entry_of(entry_text(entry)) == entry

    there_and_back()


def test_a_row_has_the_fields_of_the_contract_in_order() -> None:
    stage = on_air(product("P1"), product("P2"))
    stage.does("show.take")
    row = json.loads(entry_text(stage.log[-2]))
    assert list(row) == ["seq", "at", "mono_ms", "session", "actor", "kind", "item", "data"]
    assert (row["kind"], row["item"], row["mono_ms"]) == ("item.taken", "P2", 20_000)
    assert row["data"] == {"from": "P1", "airing": 1, "act": row["seq"]}


def test_kinds_are_past_tense_dotted_words() -> None:
    assert all(kind.replace(".", "").replace("_", "").isalpha() for kind in KINDS)
    contract = """session.started session.resumed session.ended item.taken item.misfired next.set link.opened
        link.closed price.changed stock.counted stock.adjusted stock.released scene.accepted scene.shown
        scene.failed obs.lost cue.sent cue.seen marker.added undone"""
    assert set(contract.split()) <= set(KINDS)


def test_a_text_of_a_newer_program_is_a_value_error_that_names_the_kind() -> None:
    text = entry_text(on_air().log[-1])
    with pytest.raises(ValueError, match=r"tea\.served"):
        entry_of(text.replace("next.set", "tea.served"))
    row = json.loads(text)
    row["data"]["now"] = ["no", "id"]
    with pytest.raises(ValueError, match=r"next\.set"):
        entry_of(json.dumps(row))
    with pytest.raises(ValueError, match="truncated"):
        entry_of("{")


def test_a_log_without_the_fields_that_came_later_still_opens() -> None:
    log = [json.loads(entry_text(entry)) for entry in on_air().session_log()]
    for name in ("obs", "host_shown", "host_why", "troubles", "pace", "added", "kept", "dropped", "prices"):
        del log[0]["data"][name]
    state = replay(entry_of(json.dumps(row)) for row in log)
    assert (state.mode, state.next) == ("rehearsal", "P2")


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"session.started"}))
def test_the_fold_has_a_case_for_every_kind(kind: str) -> None:
    stage = on_air(product("P1", variants=(("蓝", 3),)))
    ids = {
        "item": "P1",
        "sku": "SKU-P1",
        "before": None,
        "was": None,
        "now": None,
        "ledger": stage.stock("P1"),
    }
    shape = KINDS[kind].__struct_fields__
    fixed = {name: st.just(value) for name, value in ids.items() if name in shape}
    if kind == "item.edited":
        fixed |= {"field": st.just("title"), "was": st.just("a"), "now": st.just("b")}
    if kind == "link.restored":
        fixed["now"] = st.just("up")
    if kind == "sheet.reloaded":
        fixed |= {"rows": st.just(()), "order": st.just(("P1",)), "removed": st.just(())}
    if kind == "obs.link":
        fixed["now"] = st.just("lost")
    if kind == "item.added":
        fixed |= {"item": st.just("X"), "row": st.just(product("X"))}

    @settings(max_examples=3, suppress_health_check=list(HealthCheck))
    @given(st.builds(KINDS[kind], **fixed))
    def folds(event: Event) -> None:
        entry = Entry(stage.state.seq + 1, "2026-11-23T20:43:10.123Z", 31_000, "s2", "甲", None, event)
        assert apply(stage.state, entry).seq == entry.seq

    folds()


def test_every_refusal_has_one_english_sentence() -> None:
    for code, sentence in REASONS.items():
        assert sentence.endswith((".", "…."))
        assert code == code.lower()
    refused = Refused("not_enough", sku="S", have=3, qty=5)
    assert str(refused) == refused.reason == "Only 3 can be released for S, not 5."
