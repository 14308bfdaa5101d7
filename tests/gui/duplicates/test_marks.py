from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tagger.duplicates.overview import Fate
from tagger.duplicates.plan import Discard, Plan, Spared
from tagger.gui.duplicates.marks import Marks
from tests.gui.duplicates.groups import group, photo

GROUP = group(1, Fate.GO, Fate.LOOK, Fate.STAY)
KEEPER, CLEAR, UNCLEAR, SAFE = GROUP.members


def plan() -> Plan:
    discards = tuple(
        Discard(1, member.photo, KEEPER.photo, member.link, "larger", member is CLEAR, (), 100)
        for member in (CLEAR, UNCLEAR)
        if member.link is not None
    )
    return Plan(discards, (Spared(1, SAFE.photo, "in a reference folder"),))


def sorted_ids(marks: Marks) -> tuple[list[int], list[int], list[int]]:
    found = marks.sorted_out(plan())
    return tuple([each.photo.id for each in part] for part in (found.go, found.look, found.stay))  # type: ignore[return-value]


def test_the_rules_decide_until_the_user_does() -> None:
    marks = Marks()
    assert [marks.goes(member) for member in GROUP.members] == [False, True, False, False]
    assert marks.open(UNCLEAR)
    assert sorted_ids(marks) == ([11], [12], [13])


def test_marks_count_more_than_rules_and_are_taken_back() -> None:
    marks = Marks()
    marks.mark({11: False})
    marks.mark({12: True})
    assert sorted_ids(marks) == ([12], [], [13, 11])
    assert marks.sorted_out(plan()).go[0].words == "marked to go"
    assert marks.decided(11)
    assert marks.replace({})
    assert not marks.replace({})
    assert sorted_ids(marks) == ([11], [12], [13])


def test_all_others_go_and_then_none_of_them() -> None:
    marks = Marks()
    marks.mark(marks.others(GROUP))
    assert [marks.goes(member) for member in GROUP.members] == [False, True, True, False]
    marks.mark(marks.others(GROUP))
    assert not any(marks.goes(member) for member in GROUP.members)


def test_what_waits_for_the_eye_stays_in_the_plan_on_paper() -> None:
    whole = Marks().sorted_out(plan()).whole
    assert [discard.photo.id for discard in whole.discards] == [11]
    assert next((spared.photo.id, spared.words) for spared in whole.spared) == (12, "not clear: larger")


@given(st.lists(st.tuples(st.sampled_from([10, 11, 12, 13]), st.booleans())))
def test_no_marks_let_the_keeper_or_a_protected_photo_go(steps: list[tuple[int, bool]]) -> None:
    marks = Marks()
    for photo_id, goes in steps:
        marks.mark({photo_id: goes})
    assert not marks.goes(KEEPER)
    assert not marks.goes(SAFE)
    go, look, stay = sorted_ids(marks)
    assert sorted([*go, *look, *stay]) == [11, 12, 13]
    assert photo(10).id not in go
