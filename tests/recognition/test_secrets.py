"""Secrets: kept in a keyring where there is one, else for this run only; the environment comes first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tagger.recognition.secrets import Kept, Secrets, has_keyring

KEYRING = """
kept = {}
class _Backend: priority = %s
def get_keyring(): return _Backend()
def get_password(service, user): return kept.get((service, user))
def set_password(service, user, password):
    if _Backend.priority <= 0:
        from keyring.errors import KeyringError
        raise KeyringError("none")
    kept[service, user] = password
def delete_password(service, user):
    if (service, user) not in kept:
        from keyring.errors import KeyringError
        raise KeyringError("none")
    del kept[service, user]
"""


@pytest.fixture(params=[1, 0])
def keyring(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bool]:
    """A keyring package that works, or that has nothing to keep secrets in."""
    package = tmp_path / "keyring"
    package.mkdir()
    (package / "errors.py").write_text("class KeyringError(Exception): pass\n")
    (package / "__init__.py").write_text(KEYRING % request.param)
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [name for name in sys.modules if name.partition(".")[0] == "keyring"]:
        monkeypatch.delitem(sys.modules, name)
    yield bool(request.param)
    for name in [name for name in sys.modules if name.partition(".")[0] == "keyring"]:
        sys.modules.pop(name)


def test_the_real_package_keeps_a_secret_in_a_real_keyring(tmp_path: Path, real_keyring: None) -> None:
    assert has_keyring()
    secrets = Secrets()
    assert secrets.keep("mine", "key", "s3cret") is Kept.KEYRING
    assert Secrets().where("mine", "key") is Kept.KEYRING, "another run finds it"
    assert Secrets().find("mine", "key") == "s3cret"
    assert Secrets().find("theirs", "key") is None
    secrets.keep("mine", "key", "other")
    assert Secrets().find("mine", "key") == "other"
    secrets.forget("mine", "key")
    assert Secrets().find("mine", "key") is None


def test_a_secret_is_kept_found_and_forgotten(keyring: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = Secrets()
    place = Kept.KEYRING if keyring else Kept.RUN
    assert has_keyring() is keyring
    assert secrets.where("mine", "key") is None
    assert secrets.keep("mine", "key", "s3cret") is place
    assert secrets.find("mine", "key") == "s3cret"
    assert secrets.where("mine", "key") is place
    assert (Secrets().find("mine", "key") == "s3cret") is keyring
    assert "s3cret" not in repr(secrets)
    monkeypatch.setenv("TAGGER_MINE_KEY", "first")
    assert secrets.find("mine", "key") == "first"
    assert secrets.where("mine", "key") is Kept.ENVIRONMENT
    monkeypatch.delenv("TAGGER_MINE_KEY")
    secrets.forget("mine", "key")
    assert secrets.find("mine", "key") is None
    secrets.forget("mine", "key")
