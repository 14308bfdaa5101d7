"""Starting other programs. Arguments are lists, never lines for a shell, so that any file name is only a name.

Without Qt, so that it can run in a worker thread.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from tagger.errors import TaggerError, UsageError

_PATIENCE_S = 10.0
_FAILS_WITHIN_S = 1.0
"""A program that cannot open a file says so at once; one that can may run for hours."""

_SHOW_ITEMS = (
    "dbus-send", "--session", "--print-reply", "--reply-timeout=3000", "--dest=org.freedesktop.FileManager1",
    "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1.ShowItems",
)  # fmt: skip


def show_in_file_manager(paths: Sequence[str], platform: str = sys.platform) -> None:
    """Open the file manager with these files marked, where it can do that; else their folder.

    Raises:
        TaggerError: there is no file manager, or it cannot be started.
    """
    present = [path for path in paths if os.path.lexists(path)]
    if not present:
        raise TaggerError(f"{shown(paths[0])} is not there.", "Connect the drive it is on, or look for changed photos.")
    if platform == "darwin":
        _start(["open", "-R", *present])
    elif platform == "win32":
        # Explorer reads its own line: the name in quotes after the comma, which no file name can hold there.
        _start(f'explorer /select,"{present[0]}"')
    elif not _marked_by_dbus(present):
        for folder in dict.fromkeys(map(os.path.dirname, present)):
            open_by_default(folder, platform)


def open_by_default(path: str, platform: str = sys.platform) -> None:
    """Open a file or folder with the program the desktop has for it.

    Raises:
        TaggerError: there is none.
    """
    if platform == "win32":
        os.startfile(path)  # type: ignore[attr-defined,unused-ignore]
    elif platform == "darwin":
        _start(["open", "--", path])
    else:
        _start(["xdg-open", path])


def open_in_editor(command: str, paths: Sequence[str]) -> None:
    """Open files in one start of a program.

    Args:
        command: The program with its arguments, as one would write it in a terminal; the files are added to it. The
            path of a program may also stand alone, with spaces and without quotes.
        paths: The files.

    Raises:
        UsageError: the command cannot be understood.
        TaggerError: the program is not there, or cannot be started.
    """
    _start([*editor(command), *(path if os.path.isabs(path) else os.path.abspath(path) for path in paths)])


def editor(command: str) -> list[str]:
    """Program and arguments of a command line. Raises `UsageError` where quotes are not closed or nothing is there."""
    command = command.strip()
    if os.path.isfile(command) or (sys.platform == "darwin" and command.endswith(".app") and os.path.isdir(command)):
        return ["open", "-a", command] if command.endswith(".app") else [command]
    try:
        words = shlex.split(command, posix=sys.platform != "win32")
    except ValueError:
        words = []
    if not words:
        raise UsageError(f"“{command}” is no program.", "Correct the external editor in the settings.")
    return [word.strip('"') for word in words] if sys.platform == "win32" else words


def notify(title: str, text: str, platform: str = sys.platform) -> bool:
    """Show a message of the desktop; False where there is no program to do so."""
    program = None if platform in ("win32", "darwin") else shutil.which("notify-send")
    if program is None:
        return False
    return _succeeds([program, "--app-name=Tagger", "--", title, text])


def uri(path: str) -> str:
    """The file URI of an absolute path, whatever bytes are in its name."""
    if os.name == "nt":
        return Path(path).as_uri()
    return "file://" + quote(os.fsencode(path), safe="/")


def shown(path: str) -> str:
    """A path as it can be shown."""
    return os.fsencode(path).decode("utf-8", "replace")


def _marked_by_dbus(paths: Sequence[str]) -> bool:
    """Ask the file manager by D-Bus, which alone can mark files; False where none answers."""
    if shutil.which(_SHOW_ITEMS[0]) is None:
        return False
    # A comma ends an element of the array there.
    uris = ",".join(uri(path).replace(",", "%2C") for path in paths)
    return _succeeds([*_SHOW_ITEMS, f"array:string:{uris}", "string:"])


def _succeeds(words: Sequence[str]) -> bool:
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _start(words: Sequence[str] | str) -> None:
    """Start a program that goes on by itself, also after this one has ended."""
    name = words.partition(" ")[0] if isinstance(words, str) else words[0]
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(words, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
    except FileNotFoundError as error:
        raise TaggerError(
            f"The program {shown(name)} is not there.", "Install it, or name another editor in the settings."
        ) from error
    except OSError as error:
        raise TaggerError(
            f"The program {shown(name)} cannot be started: {error.strerror}.", "Name another editor in the settings."
        ) from error
    try:
        failed = process.wait(_FAILS_WITHIN_S) != 0 and not isinstance(words, str)  # Explorer's status says nothing
    except subprocess.TimeoutExpired:
        # Waited for, or it would stay behind in the table of processes when it ends.
        threading.Thread(target=process.wait, name=f"wait for {shown(name)}", daemon=True).start()
        return
    if failed:
        raise TaggerError(
            f"{shown(name)} could not open it.", "Check that a program for this kind of file is installed."
        )
