"""The commands that set up a fresh machine, and what travels inside the wheel."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path
from types import ModuleType

import pytest

from tagger.recognition.registry import BUILT_IN

CHECKOUT = Path(__file__).resolve().parents[2]
SCRIPTS = ("run", "test", "lock")
posix = pytest.mark.skipif(os.name == "nt", reason="these are programs for a POSIX shell")
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive of this checkout, built without asking a registry."""
    pytest.importorskip("hatchling", reason="hatchling is not in this environment")
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a space in its name and an environment that seems finished; its Python tells what it is given."""
    root = tmp_path / "my photos" / "tagger"
    shutil.copytree(CHECKOUT / "packaging", root / "packaging")
    shutil.copy(CHECKOUT / "pyproject.toml", root)
    made = root / ".venv" / "tagger"
    made.mkdir(parents=True)
    for name in ("packaging/requirements.lock", "packaging/requirements-dev.lock", "pyproject.toml"):
        shutil.copy(root / name, made)
    (made / "checkout").write_text(f"{root}\n")
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "python of the environment"\nfor word; do echo "<$word>"; done\n')
    python.chmod(0o755)
    return root


def call(program: Path, *arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a shell with next to no environment would."""
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], **variables}
    return subprocess.run(
        [str(program), *arguments], cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


def wheel_of(built: Path) -> zipfile.ZipFile:
    (wheel,) = built.glob("*.whl")
    return zipfile.ZipFile(wheel)


def test_wheel_holds_every_module_and_every_resource(built: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "tagger", "resources"], cwd=CHECKOUT, capture_output=True, text=True
    )
    if tracked.returncode:
        pytest.skip("this is no git checkout")
    files = [name for name in tracked.stdout.split("\0") if name and (CHECKOUT / name).exists()]
    # The README's pictures stay behind.
    files = [name for name in files if not name.startswith("resources/pictures/")]
    expected = {f"tagger/{name}" if name.startswith("resources/") else name for name in files}
    with wheel_of(built) as wheel:
        assert expected <= set(wheel.namelist())
        assert not [name for name in wheel.namelist() if name.startswith(("tests/", "packaging/", "resources/"))]


def test_wheel_declares_commands_backends_and_licence(built: Path) -> None:
    with wheel_of(built) as wheel:
        info = next(name for name in wheel.namelist() if name.endswith("METADATA")).rpartition("/")[0]
        entry_points = wheel.read(f"{info}/entry_points.txt").decode()
        metadata = Parser().parsestr(wheel.read(f"{info}/METADATA").decode())
        assert f"{info}/licenses/LICENSE" in wheel.namelist()
    assert "tagger = tagger.cli:main" in entry_points
    assert "tagger-window = tagger.cli:main" in entry_points
    declared = entry_points.partition("[tagger.backends]\n")[2].partition("\n\n")[0].splitlines()
    assert sorted(declared) == sorted(f"{name} = {module}" for name, module in BUILT_IN.items())
    assert metadata["License-Expression"] == "GPL-3.0-or-later"
    assert metadata["Requires-Python"] == ">=3.11"


def test_source_archive_builds_by_itself(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    assert {"pyproject.toml", "LICENSE", "README.md", "tagger/__init__.py", "packaging/requirements.lock"} <= names


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_pin_by_hash_and_name_no_place(lock: str) -> None:
    text = (CHECKOUT / "packaging" / lock).read_text()
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text
    for requirement in text.replace("\\\n", " ").splitlines():
        if requirement.strip() and not requirement.lstrip().startswith("#"):
            assert "==" in requirement
            assert "--hash=sha256:" in requirement


def test_users_and_developers_get_the_same_versions() -> None:
    def pins(lock: str) -> set[str]:
        lines = (CHECKOUT / "packaging" / lock).read_text().splitlines()
        return {line.split()[0] for line in lines if line[:1].isalnum()}

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


@posix
@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_programs_without_errors_of_syntax(script: str) -> None:
    path = CHECKOUT / "packaging" / script
    assert os.access(path, os.X_OK)
    assert subprocess.run(["sh", "-n", str(path)], capture_output=True).returncode == 0


@posix
@pytest.mark.parametrize("script", ["run", "test"])
def test_help_needs_no_environment(script: str, tmp_path: Path) -> None:
    done = call(CHECKOUT / "packaging" / script, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert f"packaging/{script}" in done.stdout


@posix
def test_run_starts_from_anywhere_through_a_link_with_spaces(checkout: Path, tmp_path: Path) -> None:
    link = tmp_path / "a link"
    link.symlink_to(checkout / "packaging" / "run")
    done = call(link, "My Photos", "-x y", cwd=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["python of the environment", "<-m>", "<tagger>", "<My Photos>", "<-x y>"]


@linux
def test_run_without_a_display_names_the_command_line(checkout: Path, tmp_path: Path) -> None:
    done = call(checkout / "packaging" / "run", "photos", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "no display" in line
    assert f"{checkout}/.venv/bin/tagger index FOLDER" in line


@posix
@pytest.mark.parametrize("changed", ["packaging/requirements.lock", "pyproject.toml", ".venv/tagger/checkout"])
def test_run_installs_anew_when_what_it_is_made_from_changed(checkout: Path, tmp_path: Path, changed: str) -> None:
    with (checkout / changed).open("a") as file:
        file.write("# changed\n")
    done = call(
        checkout / "packaging" / "run", cwd=tmp_path, QT_QPA_PLATFORM="offscreen", TAGGER_PYTHON=refusing(tmp_path)
    )
    assert done.returncode != 0
    assert f"<{checkout}/packaging/environment.py>" in done.stderr


@posix
def test_run_begins_an_interrupted_installation_anew(checkout: Path, tmp_path: Path) -> None:
    (checkout / ".venv" / "tagger" / "installing").touch()
    done = call(
        checkout / "packaging" / "run", cwd=tmp_path, QT_QPA_PLATFORM="offscreen", TAGGER_PYTHON=refusing(tmp_path)
    )
    assert done.returncode != 0
    assert f"<{checkout}/packaging/environment.py>" in done.stderr


@posix
def test_run_says_which_python_it_needs(checkout: Path, tmp_path: Path) -> None:
    (checkout / "pyproject.toml").write_text("")
    bare = tmp_path / "bin"
    bare.mkdir()
    for tool in ("sh", "cat", "cmp", "dirname", "id", "readlink", "uname"):
        (bare / tool).symlink_to(shutil.which(tool) or tool)
    done = call(checkout / "packaging" / "run", cwd=tmp_path, PATH=str(bare))
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
    assert "TAGGER_PYTHON=" in done.stderr


def test_only_one_start_installs_at_a_time(tmp_path: Path) -> None:
    environment = load("environment")
    with (tmp_path / "lock").open("w") as first, (tmp_path / "lock").open("w") as second:
        assert environment.try_lock(first.fileno())
        assert not environment.try_lock(second.fileno())
        first.close()
        assert environment.try_lock(second.fileno())


def test_missing_libraries_become_packages_to_install() -> None:
    libraries = load("libraries")
    assert libraries.debian_packages({"libxcb-icccm.so.4", "libEGL.so.1", "libunknown.so.9"}) == [
        "libegl1",
        "libxcb-icccm4",
    ]


@linux
def test_this_machine_has_what_qt_needs() -> None:
    libraries = load("libraries")
    assert libraries.missing_libraries(libraries.ALWAYS) == set()


def load(name: str) -> ModuleType:
    """A module of packaging/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, CHECKOUT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def refusing(folder: Path) -> str:
    """A Python of the right version that installs nothing: it tells its arguments and fails."""
    program = folder / "python"
    program.write_text('#!/bin/sh\ncase $1 in -c) exit 0 ;; esac\necho "<$1>" >&2\nexit 9\n')
    program.chmod(0o755)
    return str(program)
