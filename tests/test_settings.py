from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

import pytest

from tagger.errors import TaggerError, UsageError
from tagger.settings import DECLARED, Settings, default_config_path, default_library_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "below" / "settings.toml"


def written(path: Path, text: str) -> Settings:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return Settings.load(path)


def test_every_default_is_allowed_and_needs_no_file(path: Path) -> None:
    settings = Settings.load(path)
    for name, declared in DECLARED.items():
        assert declared.check(settings.get(name)) == declared.default
    assert not path.parent.exists()


def test_only_overrides_are_in_the_file(path: Path) -> None:
    settings = Settings.load(path)
    settings.set("window.theme", "light")
    settings.set("index.workers", 3)
    assert tomllib.loads(path.read_text()) == {"window": {"theme": "light"}, "index": {"workers": 3}}
    assert Settings.load(path).get("index.workers") == 3
    settings.set("window.theme", "dark")
    assert tomllib.loads(path.read_text()) == {"index": {"workers": 3}}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("window.theme", "pink"),
        ("window.theme", 1),
        ("window.thumbnail_side", 127),
        ("window.thumbnail_side", 513),
        ("window.thumbnail_side", True),
        ("window.thumbnail_side", "192"),
        ("review.advance", 1),
        ("no.such", 1),
    ],
)
def test_a_wrong_value_is_refused_and_changes_nothing(path: Path, name: str, value: object) -> None:
    with pytest.raises(UsageError) as caught:
        Settings.load(path).set(name, value)
    assert caught.value.advice
    assert not path.exists()


def test_comments_order_and_unknown_keys_stay(path: Path) -> None:
    text = '# mine\r\n[window] # here\r\ntheme = "light" # bright\r\nfuture = [1,\r\n 2]\r\n[later]\r\nx = nan\r\n'
    settings = written(path, text)
    settings.set("window.theme", "system")
    assert path.read_bytes().decode() == text.replace('"light"', '"system"')
    assert len(settings.problems) == 2
    assert "window.future" in settings.problems[0]
    assert "later.x" in settings.problems[1]


def test_a_wrong_value_in_the_file_is_told_and_has_no_effect(path: Path) -> None:
    settings = written(path, "window.thumbnail_side = 9000\n")
    assert settings.get("window.thumbnail_side") == 192
    assert "9000" in settings.problems[0]


@pytest.mark.parametrize("text", ["window = [", "a = " + "[" * 5000, "a=1\na=2"])
def test_what_is_not_toml_is_refused_and_left(path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="left as it is"):
        written(path, text)
    settings = Settings(path)
    with pytest.raises(UsageError):
        settings.set("window.theme", "light")
    assert path.read_text() == text
    assert settings.get("window.theme") == "dark"


def test_bytes_that_are_no_text_and_too_many_are_refused(path: Path) -> None:
    path.parent.mkdir()
    for data in (b"\xff\xfe", b"#" * (2 << 20)):
        path.write_bytes(data)
        with pytest.raises(UsageError):
            Settings.load(path)


def test_a_value_where_a_table_belongs_is_not_overwritten(path: Path) -> None:
    settings = written(path, "window = 3\n")
    assert settings.problems
    with pytest.raises(UsageError, match="not a table"):
        settings.set("window.theme", "light")
    assert path.read_text() == "window = 3\n"


def test_processes_that_write_at_once_lose_nothing(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tagger.settings import Settings; s = Settings(Path(sys.argv[1]))\n"
        "for n in range(10): s.put_backend(f'{sys.argv[2]}-{n}', {'type': 'x'})"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in "ab"]
    assert [process.wait(60) for process in running] == [0, 0]
    assert len(Settings.load(path).backend_entries()) == 21


def test_a_link_and_the_mode_of_the_file_stay(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("")
    real.chmod(0o640)
    path.parent.mkdir()
    path.symlink_to(real)
    Settings.load(path).set("window.theme", "light")
    assert path.is_symlink()
    assert "light" in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_failed_save_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TaggerError):
        Settings(tmp_path / "file" / "settings.toml").set("window.theme", "light")


def test_the_built_in_backend_is_there_until_it_is_switched_off(path: Path) -> None:
    settings = Settings.load(path)
    assert settings.backend_entries() == {"onnx": {"type": "onnx", "enabled": True, "url": None, "options": {}}}
    settings.enable_backend("onnx", False)
    assert tomllib.loads(path.read_text()) == {"backends": {"onnx": {"enabled": False}}}
    settings.enable_backend("onnx", True)
    assert path.read_text().strip() == ""
    with pytest.raises(UsageError, match="built in"):
        settings.remove_backend("onnx")


def test_a_backend_comes_back_as_it_was_put(path: Path) -> None:
    settings = written(path, "[backends.old] # keep\ntype = 't'\n[backends.old.options]\na = 1 # one\n")
    entry = {"type": "t", "enabled": False, "url": "https://x.example/", "options": {"a": 1, "b": "c"}}
    settings.put_backend("old", entry)
    settings.put_backend("new-2", entry)
    assert settings.backend_entries()["old"] == settings.backend_entries()["new-2"] == entry
    assert "# keep" in path.read_text()
    assert "# one" in path.read_text()
    settings.remove_backend("old")
    assert set(Settings.load(path).backend_entries()) == {"onnx", "new-2"}
    for change in (settings.remove_backend, lambda name: settings.enable_backend(name, True)):
        with pytest.raises(UsageError, match="onnx, new-2"):
            change("old")


@pytest.mark.parametrize("name", ["", "A", "-a", "a_b", "a.b", "a\n", "ä", "a" * 65])
def test_a_name_that_is_not_allowed_is_refused(path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        Settings.load(path).put_backend(name, {"type": "t"})
    assert not path.exists()


def test_a_broken_entry_is_told_and_never_enabled(path: Path) -> None:
    settings = written(path, "[backends.a]\ntype = 't'\nenabled = 'no'\n[backends.b]\nurl = 'x'\n")
    assert settings.backend_entries()["a"]["enabled"] is False
    assert "b" not in settings.backend_entries()
    assert len(settings.problems) == 2


def test_the_environment_names_the_files(tmp_path: Path, home: Path) -> None:
    assert default_config_path().name == "settings.toml"
    assert default_library_path().name == "library.tagger"
    if sys.platform == "linux":
        assert default_config_path() == home / ".config" / "Tagger" / "settings.toml"
    os.environ["TAGGER_CONFIG"], os.environ["TAGGER_LIBRARY"] = str(tmp_path / "c"), str(tmp_path / "l")
    assert (default_config_path(), default_library_path()) == (tmp_path / "c", tmp_path / "l")


def test_who_reads_while_another_thread_writes_never_sees_a_default_in_between(path: Path) -> None:
    settings = Settings.load(path)
    settings.set("recognition.backends", "mine")
    seen, done = set(), threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add((settings.get("recognition.backends"), "mine" in settings.backend_entries()))

    settings.put_backend("mine", {"type": "onnx"})
    reader = threading.Thread(target=read)
    reader.start()
    for workers in range(1, 30):
        settings.set("index.workers", workers % 8)
    done.set()
    reader.join()
    assert seen == {("mine", True)}
