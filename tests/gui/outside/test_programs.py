from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from tagger.errors import TaggerError, UsageError
from tagger.gui.outside import programs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs there are no scripts")

ODD = [
    "plain.jpg",
    "with space, comma.jpg",
    "-rf.jpg",
    "$(touch x) `y` ;&|.jpg",
    "quote'\"s.jpg",
    "new\nline.jpg",
    "ü%20#?.jpg",
]

Fake = Callable[..., Path]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Puts a program on PATH, alone, that writes its arguments down, each ended by NUL."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(name: str, status: int = 0) -> Path:
        said = tmp_path / f"{name} said"
        script = folder / name
        script.write_text(
            f"#!/bin/sh\nfor each in \"$@\"; do printf '%s\\0' \"$each\" >> '{said}'; done\nexit {status}\n"
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        return said

    return make


def arguments(said: Path) -> list[str]:
    end = time.monotonic() + 5
    while not said.exists() and time.monotonic() < end:
        time.sleep(0.01)
    return os.fsdecode(said.read_bytes()).split("\0")[:-1]


@pytest.fixture
def odd(tmp_path: Path) -> list[str]:
    folder = tmp_path / "my photos"
    folder.mkdir()
    names = [*ODD, os.fsdecode(b"caf\xe9.jpg")]
    for name in names:
        (folder / name).touch()
    return [str(folder / name) for name in names]


def test_an_editor_gets_its_arguments_and_every_name_as_it_is(fake: Fake, odd: list[str]) -> None:
    said = fake("editor")
    programs.open_in_editor("editor --new 'two words'", odd)
    assert arguments(said) == ["--new", "two words", *odd]


def test_an_editor_may_be_a_path_with_spaces(fake: Fake, odd: list[str], tmp_path: Path) -> None:
    said = fake("my editor")
    programs.open_in_editor(str(tmp_path / "bin" / "my editor"), odd[:1])
    assert arguments(said) == odd[:1]


@pytest.mark.parametrize("command", ["", "  ", "'open"])
def test_a_command_that_cannot_be_understood_is_said(command: str) -> None:
    with pytest.raises(UsageError) as caught:
        programs.open_in_editor(command, ["/a.jpg"])
    assert "settings" in caught.value.advice


def test_a_program_that_is_not_there_or_fails_is_said(fake: Fake, odd: list[str]) -> None:
    with pytest.raises(TaggerError, match="is not there"):
        programs.open_in_editor("gimp", odd)
    fake("broken", status=3)
    with pytest.raises(TaggerError, match="could not open"):
        programs.open_in_editor("broken", odd)


def test_the_file_manager_is_asked_to_mark_the_files(fake: Fake, odd: list[str]) -> None:
    said, opened = fake("dbus-send"), fake("xdg-open")
    programs.show_in_file_manager(odd, "linux")
    array = next(each for each in arguments(said) if each.startswith("array:string:"))
    uris = array.removeprefix("array:string:").split(",")
    assert [os.fsdecode(os.fsencode(unquote(each, errors="surrogateescape"))) for each in uris] == [
        f"file://{path}" for path in odd
    ]
    assert not opened.exists()


def test_where_no_file_manager_answers_the_folder_is_opened(fake: Fake, odd: list[str]) -> None:
    fake("dbus-send", status=1)
    opened = fake("xdg-open")
    programs.show_in_file_manager(odd, "linux")
    assert arguments(opened) == [os.path.dirname(odd[0])]


def test_a_mac_marks_files_in_the_finder(fake: Fake, odd: list[str]) -> None:
    said = fake("open")
    programs.show_in_file_manager(odd[:2], "darwin")
    assert arguments(said) == ["-R", *odd[:2]]


def test_a_file_that_is_gone_is_said_rather_than_shown(fake: Fake, tmp_path: Path) -> None:
    with pytest.raises(TaggerError, match="is not there"):
        programs.show_in_file_manager([str(tmp_path / "gone.jpg")], "linux")


def test_a_message_of_the_desktop_is_words_whatever_it_says(fake: Fake) -> None:
    assert programs.notify("Indexing: done", "x", "linux") is False
    said = fake("notify-send")
    assert programs.notify("--help: done", "4,120 <b>photos</b>", "linux")
    assert arguments(said) == ["--app-name=Tagger", "--", "--help: done", "4,120 <b>photos</b>"]
