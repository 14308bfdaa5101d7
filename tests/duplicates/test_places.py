"""Where discarded copies go: to a folder of the user's choice, to the system's trash, or nowhere but under a tag."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tagger.duplicates import emptying, targets
from tagger.entities import TagPath
from tagger.errors import LibraryError, UsageError
from tagger.store import Store
from tests.duplicates.test_cleanup import files, seen

COPIES = {"coffee small.jpg", "rocket small.jpg", "rocket again.jpg"}


def test_a_folder_of_the_users_choice_keeps_the_tree(app, folder, tmp_path):
    before, place = files(folder), tmp_path / "away"
    app.tag([app.photo_ids()[-1]], add=[TagPath("Cup")])
    done = app.clean_up(app.cleanup_plan(), place=str(place))
    assert done.problems == ()
    assert {str(path.relative_to(place)) for path in place.rglob("*.jpg")} == {f"photos/copies/{n}" for n in COPIES}
    assert seen(folder) == {"coffee.png", "rocket.jpg"}
    assert emptying.empty(app.store).photo_ids == set(), "what is there belongs to the user"
    assert app.held_files() == []
    app.undo()
    assert files(folder) == before
    app.redo()
    assert seen(folder) == {"coffee.png", "rocket.jpg"}


def test_what_stands_in_the_way_in_that_folder_stays(app, folder, tmp_path):
    taken = tmp_path / "away" / "photos" / "copies" / "rocket again.jpg"
    taken.parent.mkdir(parents=True)
    taken.write_bytes(b"mine")
    done = app.clean_up(app.cleanup_plan(), place=str(tmp_path / "away"))
    assert taken.read_bytes() == b"mine"
    assert seen(folder) == {"coffee.png", "rocket.jpg", "copies/rocket again.jpg"}
    assert len(done.problems) == 1
    assert len(app.photo_ids()) == 3


@pytest.mark.parametrize("inside", ["photos", "photos/copies/new"])
def test_a_folder_of_the_library_is_refused(app, folder, inside):
    before = files(folder)
    with pytest.raises(UsageError):
        app.clean_up(app.cleanup_plan(), place=str(folder.parent / inside))
    assert files(folder) == before
    assert app.journal() == []


def test_another_volume_is_refused_photo_by_photo(app, folder, tmp_path, monkeypatch):
    """The devices are told apart by the number that the system gives them; here one is said to be another."""
    monkeypatch.setattr(targets, "_device", lambda path: 2 if path.startswith(str(tmp_path)) else 1)
    before = files(folder)
    done = app.clean_up(app.cleanup_plan(), place=str(tmp_path))
    assert len(done.problems) == 3
    assert all("another volume" in problem for problem in done.problems)
    assert files(folder) == before
    assert done.photo_ids == frozenset()


def test_only_tagging_leaves_every_file(app, folder):
    before, plan = files(folder), app.cleanup_plan()
    tagged = app.tag_duplicates(plan, TagPath("To do|Duplicate"))
    assert tagged == {discard.photo.id for discard in plan.discards}
    assert files(folder) == before
    app.undo()
    assert all(photo.tags == () for photo in app.photos())


def test_after_some_days_it_goes_by_itself_if_the_settings_say_so(app, folder):
    app.clean_up(app.cleanup_plan())
    assert app.empty_due().photo_ids == set()
    app.settings.set("duplicates.empty_after_days", 30)
    assert app.empty_due().photo_ids == set()
    assert len(app.held_files()) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="the trash of other systems cannot be put elsewhere for a test")
def test_the_trash_of_the_system(app, folder, tmp_path):
    """The real trash of freedesktop.org, in a home of its own; a program of its own, since it is found at the start."""
    before = files(folder)
    app.clean_up(app.cleanup_plan())
    held = {Path(file.held_path).name for file in app.held_files()}
    home = folder.with_name("home")
    home.mkdir()
    words = ("--library", str(app.store.path), "--config", str(app.store.path.with_name("settings.toml")))
    ran = subprocess.run(
        [sys.executable, "-m", "tagger", *words, "--json", "cleanup", "--empty"],
        env=os.environ | {"HOME": str(home), "XDG_DATA_HOME": str(home / "share")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    trash = home / "share" / "Trash"
    assert {path.name for path in (trash / "files").iterdir()} == held
    assert {path.name for path in (trash / "info").iterdir()} == {f"{name}.trashinfo" for name in held}
    gone = {digest for name, digest in before.items() if Path(name).name in COPIES}
    assert set(files(trash / "files").values()) == gone
    assert not (folder / targets.FOLDER).exists()
    assert app.held_files() == []
    assert any("trash" in problem for problem in app.undo().problems)


@pytest.fixture
def other_volume(tmp_path):
    folder = tmp_path / "volume"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a volume")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_volume_that_refuses_a_trash_keeps_them_held(app, folder, other_volume):
    """A file has the name that its trash would have."""
    (other_volume / ".Trash-0").write_text("")
    for path in (folder / "copies").iterdir():
        (other_volume / path.name).write_bytes(path.read_bytes())
    app.index([str(other_volume)])
    app.clean_up(app.cleanup_plan())
    held = [file for file in app.held_files() if file.path.startswith(str(other_volume))]
    assert {Path(file.path).name for file in held} == COPIES
    assert all(file.held_path.startswith(str(other_volume)) for file in held), "never over to another volume"
    app.store.write(
        lambda db: db.execute("DELETE FROM held_files WHERE path NOT LIKE ?", (f"{other_volume}%",))
    ).result()
    moved = app.empty_held()
    assert moved.photo_ids == set()
    assert len(moved.problems) == 3
    assert all("stays held" in problem for problem in moved.problems)
    assert len(app.held_files()) == 3
    place = folder.parent / "away"
    assert not targets.same_volume(str(other_volume), str(place))


FULL = """
import os, resource, signal, sys
from pathlib import Path
from tagger.app import Tagger
from tagger.duplicates import renaming
from tagger.errors import LibraryError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
app = Tagger.open(Path(sys.argv[1]), Path(sys.argv[2]))
plan = app.cleanup_plan()
moved = renaming._move_photo

def full(files, done):
    room = Path(sys.argv[1] + "-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    return moved(files, done)

renaming._move_photo = full
try:
    app.clean_up(plan)
except LibraryError as error:
    assert error.advice
    print(error, flush=True)
    os._exit(0)
else:
    sys.exit("it never was full")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit for the size of files")
def test_a_library_that_is_full_while_files_move_loses_nothing(app, folder):
    """The library may not grow any more from the moment on when the first file is about to move."""
    before, library = files(folder), app.store.path
    app.close()
    ran = subprocess.run(
        [sys.executable, "-c", FULL, library, library.with_name("settings.toml")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    assert "cannot be used" in ran.stdout
    assert sorted(files(folder).values()) == sorted(before.values())
    with contextlib.closing(Store.open(library)) as store:
        assert store.read(lambda db: db.conn.execute("PRAGMA integrity_check").fetchone()) == ("ok",)
    again = type(app).open(library, library.with_name("settings.toml"))
    try:
        assert {file.path for file in again.held_files()} == {str(folder / "copies" / name) for name in COPIES}
        again.undo()
        assert files(folder) == before
        assert len(again.photo_ids()) == 5
    finally:
        again.close()


def test_a_program_that_cannot_have_the_lock_says_so(app, folder):
    lock = Path(f"{app.store.path}.cleanup.lock")
    lock.unlink(missing_ok=True)
    lock.mkdir()
    before = files(folder)
    with pytest.raises(LibraryError):
        app.clean_up(app.cleanup_plan())
    assert files(folder) == before
    lock.rmdir()
