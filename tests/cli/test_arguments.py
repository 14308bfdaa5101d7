"""Wrong usage is refused with 2 and nothing done; options stand before and after the command."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tagger.cli import arguments
from tagger.cli.arguments import parse

COMMANDS = (
    "index", "photos", "backends", "recognize", "suggestions", "accept", "reject", "defer", "tag", "export", "undo",
)  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ["duplicates", "--distance", "17"],
        ["cleanup", "--policy", "prettiest"],
        ["index"],
        ["photos", "--nonsense"],
        ["photos", "--wher", "dog"],
        ["accept"],
        ["accept", "--where", ""],
        ["reject", "--min-confidence", "2"],
        ["defer", "--max-confidence", "nan"],
        ["recognize", "--limit", "0"],
        ["recognize", "--backend", "nobody"],
        ["tag", "a.jpg"],
        ["tag", "a.jpg", "--add", "|"],
        ["export", "--format", "yolo"],
        ["export", "--out", "sidecars"],
        ["export", "--format", "json", "--out", "photo.jpg"],
        ["backends", "add", "x"],
        ["backends", "add", "x", "--type", "nothing"],
        ["backends", "add", "x", "--type", "onnx", "--set", "nonsense=1"],
        ["backends", "add", "x", "--type", "onnx", "--set", "workers"],
        ["backends", "remove", "nobody"],
        ["backends", "test", "nobody"],
    ],
    ids=" ".join,
)
def test_wrong_usage(tagger, words: list[str]) -> None:
    plain = tagger(*words)
    assert (plain.status, plain.out) == (2, "")
    assert plain.err.startswith("tagger: ")
    as_json = tagger("--json", *words)
    assert (as_json.status, as_json.err) == (2, "")
    assert [next(iter(record)) for record in as_json.records] == ["error"]


def test_csv_is_no_json(tagger) -> None:
    ran = tagger("export", "--format", "csv", "--json")
    assert (ran.status, list(ran.records[0])) == (2, ["error"])


def test_an_unknown_option_of_a_backend_is_refused_with_the_known_ones(tagger) -> None:
    assert "face_threshold" in tagger("backends", "add", "x", "--type", "onnx", "--set", "nonsense=1").err


def test_a_search_that_cannot_be_read_is_shown_with_the_place(tagger) -> None:
    ran = tagger("photos", "--where", "dog foo:bar")
    assert ran.status == 2
    assert ran.err.splitlines()[1:3] == ["  dog foo:bar", "      ^"]
    assert tagger("photos", "--json", "--where", "dog foo:bar").records[0]["column"] == 4


@pytest.mark.parametrize("words", [["--help"], *([command, "--help"] for command in COMMANDS)], ids=" ".join)
def test_help_has_examples(tagger, words: list[str]) -> None:
    ran = tagger(*words)
    assert (ran.status, ran.err) == (0, "")
    assert "\n  tagger " in ran.out


@pytest.mark.parametrize("group", arguments._GROUPS)
def test_each_command_is_listed_with_the_module_that_declares_it(group: str) -> None:
    parser = arguments.Parser()
    commands = arguments.Commands(parser)
    importlib.import_module(f"tagger.cli.{group}").declare(commands)
    assert tuple(commands._subparsers.choices) == tuple(arguments._GROUPS[group])


def test_version(tagger) -> None:
    assert tagger("--version").out.startswith("tagger ")


def test_options_stand_before_and_after_the_command() -> None:
    before = parse(["--library", "a", "--json", "-q", "photos"])
    after = parse(["photos", "--library", "a", "--json", "-q"])
    assert vars(before) == vars(after)
    assert (before.library, before.json, before.quiet) == ("a", True, True)


def test_a_folder_named_like_a_command_is_meant_by_its_path() -> None:
    assert parse(["./index"]).folders == ["./index"]
    assert parse(["--", "index"]).folders == ["index"]
    assert parse([]).command is None
    assert parse(["--library", "index"]).command is None


def test_the_library_and_the_settings_are_where_they_are_named(tagger, tmp_path: Path) -> None:
    library, config = tmp_path / "x" / "y.tagger", tmp_path / "z.toml"
    assert tagger("photos", "--library", library).status == 0
    assert library.is_file()
    assert tagger("--config", config, "backends", "add", "careful", "--type", "onnx").status == 0
    assert "careful" in config.read_text()


def test_what_is_no_library_is_left_alone(tagger, tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_text("not a library" * 1000)
    ran = tagger("photos", "--library", text)
    assert ran.status == 1
    assert str(text) in ran.err
    assert "Traceback" not in ran.err
    assert text.read_text() == "not a library" * 1000
