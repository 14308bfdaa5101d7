from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tagger.errors import BackendUnavailable, UsageError
from tagger.recognition.registry import Registry
from tagger.settings import Settings

SERVICE = """
from tagger.recognition.backend import BackendType, Capabilities, Setting
class Service:
    def __init__(self, config):
        self.config = config
        if config.options["mood"] == "bad":
            raise RuntimeError("refused " + config.secrets["key"])
        if config.options["mood"] == "sad":
            raise RuntimeError("no luck")
    async def close(self): pass
TYPE = BackendType("{name}", "A service", Capabilities(offline=False, boxes=True), Service, settings=(
    Setting("key", "Key", secret=True, required=True), Setting("mood", "Mood", "good"), Setting("limit", "Limit", 5),
    Setting("share", "Share", 0.5), Setting("loud", "Loud", False)))
"""


@pytest.fixture
def plug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    before = set(sys.modules)

    def install(name: str, code: str = SERVICE, points: str | None = None) -> None:
        module = f"plug_{name}"
        (folder / f"{module}.py").write_text(code.replace("{name}", name))
        info = folder / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(points or f"[tagger.backends]\n{name} = {module}:TYPE\n")

    yield install
    for module in set(sys.modules) - before:
        if module.startswith(("plug_", "keyring")):
            del sys.modules[module]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(tmp_path / "settings.toml")


def test_the_built_in_is_listed_without_its_engine_and_opens_without_metadata(settings: Settings) -> None:
    [info] = Registry(settings).list()
    assert (info.name, info.enabled, info.offline, info.needs, info.problem) == ("onnx", True, True, (), None)
    code = """
import asyncio, importlib.metadata, sys
from pathlib import Path
importlib.metadata.distributions = lambda **_: iter(())  # as in a frozen program
from tagger.recognition.registry import Registry
from tagger.settings import Settings
registry = Registry(Settings(Path("none")))
assert next(iter(registry.types())) == "onnx"
assert [info.name for info in registry.list()] == ["onnx"]
assert not {"numpy", "onnxruntime", "httpx"} & set(sys.modules)
asyncio.run(registry.open("onnx").close())
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_plug_in_is_found_and_opened(settings: Settings, plug, monkeypatch: pytest.MonkeyPatch) -> None:
    plug("nice")
    registry = Registry(settings)
    assert {"onnx", "nice"} <= set(registry.types())
    registry.add("my-one", "nice", "http://127.0.0.1:1/", {"limit": "7", "share": "0.25", "loud": "Yes"})
    info = registry.list()[1]
    assert (info.needs, info.offline, info.title) == (("TAGGER_MY_ONE_KEY",), False, "A service")
    with pytest.raises(BackendUnavailable, match="TAGGER_MY_ONE_KEY"):
        registry.open("my-one")
    monkeypatch.setenv("TAGGER_MY_ONE_KEY", "hush-hush")
    config = registry.open("my-one").config  # type: ignore[attr-defined]
    assert config.options == {"mood": "good", "limit": 7, "share": 0.25, "loud": True}
    assert config.secrets == {"key": "hush-hush"}
    assert "hush" not in repr(config) + repr(registry.list()) + settings.path.read_text()
    assert registry.list()[1].needs == ()
    registry.enable("my-one", False)
    with pytest.raises(BackendUnavailable, match="disabled"):
        registry.open("my-one")
    registry.remove("my-one")
    assert [info.name for info in registry.list()] == ["onnx"]


@pytest.mark.parametrize("code", ["import nothing_like_it", "raise SystemExit(3)", "TYPE = 5", "", "("])
def test_a_broken_plug_in_hurts_nobody_else(settings: Settings, plug, code: str) -> None:
    plug("bad", code)
    plug("nice")
    plug("junk", "", "[tagger.backends]\nno equals sign\n")
    settings.put_backend("mine", {"type": "bad"})
    registry = Registry(settings)
    assert {"onnx", "nice"} <= set(registry.types())
    assert registry.broken()["bad"]
    assert len(registry.broken()) == 2
    mine = registry.list()[1]
    assert mine.enabled is False
    assert "broken" in (mine.problem or "")
    with pytest.raises(BackendUnavailable):
        registry.open("mine")


def test_a_plug_in_cannot_take_a_built_in_name(settings: Settings, plug) -> None:
    plug("onnx")
    registry = Registry(settings)
    assert registry.types()["onnx"].capabilities.offline
    assert "onnx (plug_onnx)" in registry.broken()


def test_plug_ins_can_be_switched_off(settings: Settings, plug, monkeypatch: pytest.MonkeyPatch) -> None:
    plug("nice")
    monkeypatch.setenv("TAGGER_PLUGINS", "0")
    assert "nice" not in Registry(settings).types()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"colour": "red"}, "mood, limit, share, loud"),
        ({"key": "hush"}, "TAGGER_MINE_KEY"),
        ({"limit": "many"}, "whole number"),
        ({"share": "nan"}, "a number"),
        ({"loud": "maybe"}, "true or false"),
    ],
)
def test_options_that_make_no_sense_are_refused(settings: Settings, plug, options: dict[str, str], words: str) -> None:
    plug("nice")
    with pytest.raises(UsageError, match=words) as caught:
        Registry(settings).add("mine", "nice", options=options)
    assert "hush" not in str(caught.value)
    assert not settings.path.exists()


def test_an_error_that_tells_a_secret_is_not_passed_on(settings: Settings, plug, monkeypatch) -> None:
    plug("nice")
    monkeypatch.setenv("TAGGER_MINE_KEY", "hush")
    registry = Registry(settings)
    settings.put_backend("mine", {"type": "nice", "options": {"mood": "bad"}})
    with pytest.raises(BackendUnavailable) as caught:
        registry.open("mine")
    assert "hush" not in str(caught.value)
    assert caught.value.__suppress_context__
    settings.put_backend("mine", {"type": "nice", "options": {"mood": "sad"}})
    with pytest.raises(BackendUnavailable, match="no luck"):
        registry.open("mine")


def test_no_two_backends_share_a_secret(settings: Settings, plug) -> None:
    plug("nice")
    plug("wide", SERVICE.replace('"key"', '"b_key"'))
    registry = Registry(settings)
    registry.add("a-b", "nice")
    with pytest.raises(UsageError, match="share"):
        registry.add("a", "wide")
    with pytest.raises(UsageError, match="already"):
        registry.add("a-b", "nice")


def test_the_keyring_is_asked_after_the_environment(settings: Settings, plug, monkeypatch, tmp_path: Path) -> None:
    plug("nice")
    for name in [name for name in sys.modules if name.partition(".")[0] == "keyring"]:
        monkeypatch.delitem(sys.modules, name)
    package = tmp_path / "site" / "keyring"
    package.mkdir()
    (package / "errors.py").write_text("class KeyringError(Exception): pass\n")
    (package / "__init__.py").write_text("def get_password(service, user): return f'{service}:{user}'\n")
    registry = Registry(settings)
    registry.add("mine", "nice")
    assert registry.config("mine").secrets == {"key": "tagger:mine.key"}
    monkeypatch.setenv("TAGGER_MINE_KEY", "first")
    assert registry.config("mine").secrets == {"key": "first"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"daily_budget": "5"},
        {"total_budget": "5"},
        {"price": "-1"},
        {"price": "1", "daily_budget": "-1"},
        {"concurrency": "-1"},
    ],
)
def test_limits_that_would_limit_nothing_are_refused(settings: Settings, wrong: dict[str, str]) -> None:
    """'a queue that can be trusted with money': a budget is counted by the price."""
    registry = Registry(settings)
    with pytest.raises(UsageError):
        registry.add("mine", "craftar", None, wrong)
    registry.add("mine", "craftar", None, {"price": "0.5", "daily_budget": "5"})
    with pytest.raises(UsageError):
        registry.change("mine", None, wrong)
    assert registry.config("mine").options["daily_budget"] == 5.0


@pytest.mark.parametrize("url", ["ftp://x/", "http://upload.example/", "https://user:word@x/", "nowhere"])
@pytest.mark.parametrize("option", ["upload_url", "cdn_url"])
def test_every_address_is_checked_when_it_is_given(settings: Settings, option: str, url: str) -> None:
    with pytest.raises(UsageError):
        Registry(settings).add("mine", "uploadcare", None, {option: url})
