"""Which entries of the palette fit what was typed, and in what order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tagger.gui.palette.entries import Entry, ranked
from tests import pace


def entry(title: str, path: str = "Review", key: str = "") -> Entry:
    return Entry(key or f"command:{title}", title, path, lambda: None)


ENTRIES = [
    entry("Accept"),
    entry("Accept all of this photo"),
    entry("Reject"),
    entry("Recognise all photos shown", "Recognise"),
    entry("Recognise selected photos", "Recognise"),
    entry("Dark", "View › Theme"),
    entry("Zurück zum Raster", "Ansicht"),
    entry("Show the log file", "Help"),
]


def titles(typed: str, recent: list[str] | None = None) -> list[str]:
    return [each.title for each in ranked(ENTRIES, typed, recent or [])]


def test_nothing_typed_lists_everything_the_recent_first() -> None:
    assert titles("") == [each.title for each in ENTRIES]
    assert titles("", ["command:Dark", "command:Reject"])[:3] == ["Dark", "Reject", "Accept"]


def test_the_beginning_comes_before_the_middle_and_the_shorter_before_the_longer() -> None:
    assert titles("acc") == ["Accept", "Accept all of this photo"]
    assert titles("ph")[0].split()[-1] in {"photo", "photos", "shown"}
    assert titles("log") == ["Show the log file"]


def test_what_can_be_run_now_comes_first_of_what_fits_alike() -> None:
    off = Entry("command:swap", "Swap sides", "View", lambda: None, enabled=False)
    on = [entry("Write the sidecars of all photos"), entry("Put it aside")]
    assert [each.title for each in ranked([off, *on], "side")] == [on[0].title, off.title, on[1].title]


def test_every_word_must_be_found_somewhere() -> None:
    assert titles("theme dark") == ["Dark"]
    assert titles("all reco") == ["Recognise all photos shown"]
    assert titles("dark review") == []


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert titles("recgonise selected")[0] == "Recognise selected photos"
    assert titles("rejcet")[0] == "Reject"
    assert titles("xyzzy") == []


def test_first_letters_find_it() -> None:
    assert titles("rsp") == ["Recognise selected photos"]


def test_accents_and_case_do_not_matter() -> None:
    assert titles("ZURUCK") == ["Zurück zum Raster"]


def test_of_equals_the_recent_is_first() -> None:
    same = [entry("Same", key="a"), entry("Same", key="b")]
    assert [each.key for each in ranked(same, "same", ["b"])] == ["b", "a"]


@given(st.text(max_size=300), st.lists(st.text(max_size=60), max_size=20))
def test_whatever_is_typed_is_answered_from_what_there_is(typed: str, names: list[str]) -> None:
    entries = [entry(name, name[::-1], str(number)) for number, name in enumerate(names)]
    found = ranked(entries, typed, names)
    assert {each.key for each in found} <= {each.key for each in entries}
    assert len({each.key for each in found}) == len(found)


@given(st.lists(st.text(min_size=1, max_size=40).filter(lambda text: text.split() == [text]), min_size=1, max_size=20))
def test_the_whole_title_finds_its_entry(names: list[str]) -> None:
    entries = [entry(name, "", str(number)) for number, name in enumerate(names)]
    assert names[0] in [each.title for each in ranked(entries, names[0])]


def test_ten_thousand_places_are_ranked_within_a_key_press() -> None:
    many = [entry(f"Place {number} of the library", f"Folders › {number % 97}") for number in range(10_000)]
    ranked(many, "warm")
    assert pace.units(lambda: ranked(many, "plac 99")) < 100
