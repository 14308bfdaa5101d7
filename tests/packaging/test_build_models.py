"""The builder of the bundled networks, as far as it goes without its downloads and without onnx."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
CONTENT = b"weights"


@pytest.fixture(scope="module")
def sources() -> Iterator[ModuleType]:
    # packaging/ is no package, nor may it become one: a library of that name exists.
    path = PACKAGING / "models" / "sources.py"
    spec = importlib.util.spec_from_file_location("build_models_sources", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def archive(folder: Path, name: str) -> str:
    """Write an archive with one member and return its SHA-256."""
    path = folder / name
    if name.endswith(".whl"):
        with zipfile.ZipFile(path, "w") as wheel:
            wheel.writestr("a/b.bin", CONTENT)
    else:
        with tarfile.open(path, "w:gz") as tarball:
            member = tarfile.TarInfo("a/b.bin")
            member.size = len(CONTENT)
            tarball.addfile(member, io.BytesIO(CONTENT))
    return sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["package-1.0.whl", "package-1.0.tgz"])
def test_members_are_checked_and_extracted(sources: ModuleType, tmp_path: Path, name: str) -> None:
    digest = archive(tmp_path, name)
    package = sources.Package(name, digest, ("false",), {"a/b.bin": sha256(CONTENT).hexdigest()})
    sources.fetch([package], tmp_path)
    assert (tmp_path / "a" / "b.bin").read_bytes() == CONTENT


def test_another_archive_is_refused(sources: ModuleType, tmp_path: Path) -> None:
    archive(tmp_path, "package-1.0.whl")
    package = sources.Package("package-1.0.whl", "0" * 64, ("false",), {"a/b.bin": "0" * 64})
    with pytest.raises(sources.SourceError, match=r"package-1\.0\.whl has SHA-256"):
        sources.fetch([package], tmp_path)
    assert not (tmp_path / "a").exists()


def test_another_member_is_refused(sources: ModuleType, tmp_path: Path) -> None:
    digest = archive(tmp_path, "package-1.0.tgz")
    package = sources.Package("package-1.0.tgz", digest, ("false",), {"a/b.bin": "0" * 64})
    with pytest.raises(sources.SourceError, match=r"a/b\.bin has SHA-256"):
        sources.fetch([package], tmp_path)


def test_a_client_that_fails_is_reported(sources: ModuleType, tmp_path: Path) -> None:
    command = (sys.executable, "-c", "raise SystemExit(3)")
    package = sources.Package("package-1.0.whl", "0" * 64, command, {})
    with pytest.raises(sources.SourceError, match="failed"):
        sources.fetch([package], tmp_path)


def test_pins_are_whole(sources: ModuleType) -> None:
    for package in sources.PACKAGES:
        hashes = [package.sha256, *package.members.values()]
        assert all(len(digest) == 64 and int(digest, 16) for digest in hashes)
        assert "==" in package.command[-1] or "@3." in package.command[-1]
    members = {member for package in sources.PACKAGES for member in package.members}
    assert {sources.NANODET, sources.EFFICIENTNET, sources.CENTERFACE} < members


def test_labels_are_those_of_the_committed_network() -> None:
    from tagger.backends.onnx import sessions

    labels = (PACKAGING / "models" / "coco_labels.txt").read_text("utf-8").splitlines()
    assert tuple(labels) == sessions.load("nanodet_g_416.onnx").labels()


def test_help_needs_nothing() -> None:
    command = [sys.executable, str(PACKAGING / "build_models"), "--help"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "--check" in result.stdout


def test_committed_files_are_those_of_the_last_build() -> None:
    # The full proof is build_models --check, which downloads 170 MB; what it proves is in the manifest.
    models = json.loads((PACKAGING.parent / "resources" / "models" / "manifest.json").read_text("utf-8"))["models"]
    for name, entry in models.items():
        assert sha256((PACKAGING.parent / "resources" / "models" / name).read_bytes()).hexdigest() == entry["sha256"]
