"""Tables of overrides: what is kept in the file, what is refused, and what of a hostile file has no effect."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.errors import TaggerError, UsageError
from tagger.settings import DECLARED, SECTIONS, TABLES, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_overrides_are_kept_and_taken_away(path: Path) -> None:
    settings = Settings.load(path)
    settings.put_table("shortcuts", {"accept": ["Y", "Ctrl+J"], "reject": []})
    assert tomllib.loads(path.read_text()) == {"shortcuts": {"accept": ["Y", "Ctrl+J"], "reject": []}}
    assert Settings.load(path).table("shortcuts") == {"accept": ("Y", "Ctrl+J"), "reject": ()}
    settings.put_table("shortcuts", {"accept": None})
    assert settings.table("shortcuts") == {"reject": ()}
    settings.put_table("shortcuts", {"reject": None})
    assert path.read_text().strip() == ""


def test_replacing_forgets_what_is_not_mentioned_and_leaves_the_rest_of_the_file(path: Path) -> None:
    path.write_text('# mine\n[window]\ntheme = "light"\n[shortcuts]\naccept = "Y"\nundo = ["Z"]\n')
    settings = Settings.load(path)
    assert settings.table("shortcuts") == {"accept": ("Y",), "undo": ("Z",)}
    settings.put_table("shortcuts", {"redo": ["Q"]}, replace=True)
    assert tomllib.loads(path.read_text()) == {"window": {"theme": "light"}, "shortcuts": {"redo": ["Q"]}}
    assert path.read_text().startswith("# mine")


REFUSED: list[dict[str, list[str]]] = [
    {"Accept": ["Y"]},
    {"a.b": ["Y"]},
    {"accept": [""]},
    {"accept": ["x" * 65]},
    {"accept": ["a\nb"]},
    {"accept": [str(number) for number in range(9)]},
    {"good": ["Y"], "accept": ["\x00"]},
]


@pytest.mark.parametrize("overrides", REFUSED)
def test_what_is_not_allowed_is_refused_and_changes_nothing(path: Path, overrides: dict[str, list[str]]) -> None:
    settings = Settings.load(path)
    with pytest.raises(UsageError) as caught:
        settings.put_table("shortcuts", overrides)
    assert caught.value.advice
    assert not path.exists()
    assert settings.table("shortcuts") == {}


def test_what_cannot_be_saved_does_not_hold(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.toml")
    with pytest.raises(TaggerError):
        settings.put_table("shortcuts", {"accept": ["Y"]})
    assert settings.table("shortcuts") == {}


def test_hostile_entries_are_named_and_the_good_ones_hold(path: Path) -> None:
    path.write_text("[shortcuts]\naccept = ['Y']\nreject = 3\nundo = [1]\n'no good' = ['A']\nredo = ['', 'B']\n")
    settings = Settings.load(path)
    assert settings.table("shortcuts") == {"accept": ("Y",)}
    assert len(settings.problems) == 4
    assert all("settings.toml" in problem and "shortcuts" in problem for problem in settings.problems)


def test_a_table_that_is_no_table_is_named(path: Path) -> None:
    path.write_text("shortcuts = 'none'\n")
    settings = Settings.load(path)
    assert settings.problems
    assert settings.table("shortcuts") == {}


@given(st.text(), st.one_of(st.text(), st.integers(), st.lists(st.one_of(st.text(), st.integers()))))
def test_the_check_lets_through_only_what_is_harmless(key: str, value: object) -> None:
    table = TABLES["shortcuts"]
    try:
        texts = table.check(key, value)
    except UsageError:
        return
    assert len(texts) <= table.most
    assert all(0 < len(text) <= table.longest and text.isprintable() for text in texts)


def test_what_was_changed_can_be_seen_and_put_back(path: Path) -> None:
    settings = Settings.load(path)
    assert not any(settings.changed(name) for name in DECLARED)
    settings.set("window.theme", "light")
    assert [name for name in DECLARED if settings.changed(name)] == ["window.theme"]
    settings.reset("window.theme")
    assert not settings.changed("window.theme")


def test_every_setting_can_be_shown() -> None:
    for declared in DECLARED.values():
        assert declared.title
        assert declared.help.endswith(".")
        assert declared.section in SECTIONS, "give the section a title in SECTIONS"
        assert len(declared.named) in (0, len(declared.choices))
        if isinstance(declared.default, int) and not isinstance(declared.default, bool):
            assert declared.minimum is not None
            assert declared.maximum is not None
