"""What the README and the changelog name is there: files, pictures, commands, keys, settings and places."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from PIL import Image
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from tagger import __version__
from tagger.cli import arguments
from tagger.imaging.formats import READABLE_EXTENSIONS
from tagger.settings import APP_NAME, DECLARED

CHECKOUT = Path(__file__).resolve().parents[2]
README = (CHECKOUT / "README.md").read_text("utf-8")
CHANGELOG = (CHECKOUT / "CHANGELOG.md").read_text("utf-8")
PICTURES = CHECKOUT / "resources" / "pictures"
PICTURES_BYTES = 1_500_000
FIRST_SCREENFUL_LINES = 20
CODE = re.compile(r"`([^`\n]+)`")
"""Text in backquotes, which names something exactly."""


def section(title: str) -> str:
    """The text below a heading, up to the next one of any level."""
    _before, text = re.split(rf"^#+ {re.escape(title)}$", README, flags=re.MULTILINE)
    return re.split(r"^#+ ", text, flags=re.MULTILINE)[0]


def table(text: str) -> list[list[str]]:
    """The rows of the one table in a text, without its heading."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def console() -> list[list[str]]:
    """What is typed in the examples of the command line, as words, without ``tagger``."""
    (block,) = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
    return [shlex.split(line)[2:] for line in block.splitlines() if line.startswith("$ tagger ")]


def links() -> list[str]:
    """Every place that the README and the changelog point to."""
    return re.findall(r"\]\(([^)\s]+)\)", README + CHANGELOG)


def test_the_first_screenful_has_the_two_commands() -> None:
    first = "\n".join(README.splitlines()[:FIRST_SCREENFUL_LINES])
    assert "packaging/run" in first
    assert "packaging/test" in first
    assert "resources/pictures/" in first


def test_nothing_was_left_to_fill_in() -> None:
    assert not re.findall(r"\b(TODO|FIXME|XXX|BENCH|TBD)\b", README + CHANGELOG)


def test_links_lead_to_files() -> None:
    inside = [link for link in links() if "://" not in link]
    assert len(inside) >= 10
    assert [link for link in inside if not (CHECKOUT / link).is_file()] == []


def test_pictures_are_shown_decode_and_stay_small() -> None:
    shown = {CHECKOUT / link for link in links() if link.startswith("resources/pictures/")}
    assert shown == set(PICTURES.iterdir())
    assert sum(path.stat().st_size for path in shown) < PICTURES_BYTES
    for path in shown:
        with Image.open(path) as picture:
            assert picture.size == (2560, 1600), path.name
            low, high = picture.convert("L").getextrema()
            assert high - low > 100, f"{path.name} is nearly empty"


def test_every_picture_has_a_description() -> None:
    assert all(len(text) > 20 for text in re.findall(r"!\[([^\]]*)\]", README))


def test_programs_and_folders_are_there() -> None:
    named = {words.split()[0] for words in CODE.findall(README)}
    paths = {name for name in named if re.match(r"(packaging|tagger|tests|resources)/", name)}
    assert {"packaging/run", "packaging/test", "packaging/screenshots", "tagger/cli"} <= paths
    assert [path for path in sorted(paths) if not (CHECKOUT / path).exists()] == []


def test_every_benchmark_is_listed() -> None:
    listed = set(re.findall(r"bench_\w+", README))
    assert listed == {path.stem for path in (CHECKOUT / "tests" / "bench").glob("bench_*.py")}


def test_examples_of_the_command_line_can_be_read() -> None:
    commands = {arguments.parse(words).command for words in console()}
    assert commands >= {"index", "recognize", "suggestions", "accept", "reject", "tag", "export", "undo"}


def test_every_command_is_named() -> None:
    text = section("Command line")
    named = {words[0] for words in console()} | {words.split()[0] for words in CODE.findall(text)}
    assert known_commands() <= named


def known_commands() -> frozenset[str]:
    """The commands of the parser."""
    return frozenset(name for names in arguments._GROUPS.values() for name in names)


def test_options_are_those_of_the_parser() -> None:
    for words in ("export --format json", "export --format csv", "export --dry-run", "undo --list"):
        assert words.split(" ", 1)[1] in README
        assert arguments.parse(words.split()).command == words.split()[0]
    assert arguments.parse(["photos", "--json", "--library", "a", "--config", "b"]).json


def test_installed_commands_are_those_of_the_project() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    for name in (*project["scripts"], *project["gui-scripts"]):
        assert f"`{name}`" in section("Other ways to install")
    assert project["entry-points"].keys() == {"tagger.backends"}
    assert project["license"] in section("Licence")
    assert project["requires-python"] == ">=3.11"


def test_settings_that_are_named_are_declared() -> None:
    sections = {name.partition(".")[0] for name in DECLARED}
    named = {text for text in CODE.findall(README) if re.fullmatch(rf"({'|'.join(sections)})\.[a-z_]+", text)}
    assert named
    assert named <= DECLARED.keys()


def test_readable_formats_are_named() -> None:
    text = section("Formats").split("HEIC")[0].lower()
    spelt = {".jpe": ".jpeg", ".jfif": ".jpeg", ".jpg": ".jpeg", ".mpo": ".jpeg", ".tif": ".tiff", ".avifs": ".avif"}
    assert [suffix for suffix in sorted(READABLE_EXTENSIONS) if spelt.get(suffix, suffix)[1:] not in text] == []


def test_places_are_those_of_the_platforms(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LOCALAPPDATA", r"C:\Users\me\AppData\Local")
    rows = {row[0]: [CODE.findall(cell)[0] for cell in row[1:]] for row in table(places_table())}
    for column, kind in enumerate((Unix, MacOS)):
        dirs = kind(APP_NAME, appauthor=False)
        found = [dirs.user_data_path, dirs.user_config_path, dirs.user_log_path]
        for place, folder in zip(("Library", "Settings", "Log"), found, strict=True):
            named = PurePosixPath(rows[place][column].replace("~", str(Path.home())))
            assert named.parent == PurePosixPath(folder), f"{place} of {kind.__name__}"
    if sys.platform == "win32":
        dirs = Windows(APP_NAME, appauthor=False)
        for place, text in (("Library", dirs.user_data_dir), ("Log", dirs.user_log_dir)):
            assert PureWindowsPath(rows[place][2].replace("%LOCALAPPDATA%", r"C:\Users\me\AppData\Local")).parent == (
                PureWindowsPath(text)
            )


def places_table() -> str:
    """The first table of the section on places."""
    return section("Where data lives").split("The library and the sidecars")[0]


def test_the_newest_version_of_the_changelog_is_this_one() -> None:
    assert re.findall(r"^## (\S+)", CHANGELOG, flags=re.MULTILINE)[0] in (__version__, "Unreleased")


def test_keys_are_those_of_the_command_table() -> None:
    # In a process of its own, since this file is for those without Qt as well.
    program = "from tagger.gui.commands import COMMANDS\nfor c in COMMANDS:\n    print(c.title, *c.keys, sep='\\t')"
    lines = subprocess.run([sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    known = {title: keys for title, *keys in (line.split("\t") for line in lines.stdout.splitlines())}
    rows = table(section("Five minutes"))
    assert len(rows) > 10
    assert [row for row in rows if CODE.findall(row[0])[0] not in known.get(row[1], ())] == []
