"""Makes the environment that packaging/run and packaging/test start in.

Usage: python environment.py run|test

Standard library only: it runs before anything is installed. The virtual environment is .venv in the checkout, filled
from the lock files with their hashes. What it was filled from is copied into .venv/tagger, where the shell scripts
compare it, so that a second start costs a few milliseconds. Two starts at once wait for each other, and an interrupted
installation is begun anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMPS = VENV / "tagger"
INSTALLING = STAMPS / "installing"
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}


def main(purpose: str) -> None:
    """Bring .venv up to date for ``run`` or ``test``."""
    with one_at_a_time() as lock_file:
        if is_current(purpose):
            return
        python = make_venv(lock_file)
        INSTALLING.touch()
        lock = ROOT / "packaging" / LOCKS[purpose]
        say(f"Installing what {lock.name} names into {VENV} (once; a minute or two)")
        pip(python, lock_file, "--require-hashes", "--only-binary", ":all:", "-r", str(lock))
        pip(python, lock_file, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        for name, content in stamps(purpose).items():
            (STAMPS / name).write_bytes(content)
        INSTALLING.unlink()


def say(message: str) -> None:
    """Tell the user; standard output is left to the program."""
    print(message, file=sys.stderr, flush=True)


def stamps(purpose: str) -> dict[str, bytes]:
    """What the environment is made from, by the name of its copy in .venv/tagger; that for tests serves ``run`` too."""
    locks = {LOCKS["run"], LOCKS[purpose]}
    contents = {lock: (ROOT / "packaging" / lock).read_bytes() for lock in locks}
    return contents | {"pyproject.toml": (ROOT / "pyproject.toml").read_bytes(), "checkout": f"{ROOT}\n".encode()}


def is_current(purpose: str) -> bool:
    """Whether the environment was finished from the same files, here."""
    if INSTALLING.exists() or not venv_python().exists():
        return False
    try:
        return all((STAMPS / name).read_bytes() == content for name, content in stamps(purpose).items())
    except OSError:
        return False


def venv_python() -> Path:
    """The interpreter of the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_venv(lock_file: int) -> Path:
    """Make .venv unless a finished one of this place is there, and return its interpreter."""
    here = STAMPS / "checkout"
    usable = venv_python().exists() and not INSTALLING.exists() and here.exists()
    if not (usable and here.read_text() == f"{ROOT}\n"):
        say(f"Making a virtual environment with Python {sys.version.split()[0]}")
        if not succeeds([sys.executable, "-m", "venv", "--clear", str(VENV)], lock_file):
            sys.exit(f"Python could not make a virtual environment in {VENV}; see above.")
    STAMPS.mkdir(exist_ok=True)
    return venv_python()


def pip(python: Path, lock_file: int, *arguments: str) -> None:
    """Install into the environment, with the user's own choice of registry.

    Raises:
        SystemExit: pip failed; it has said why.
    """
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", "install", *arguments]
    if not succeeds(command, lock_file):
        sys.exit("The installation failed; see above. Start again once the cause is gone: it begins anew.")


def succeeds(command: list[str], lock_file: int) -> bool:
    """Run a program that shares the lock: it may outlive this one, and until it ended nobody else may install."""
    elsewhere = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if name not in elsewhere}
    shared = () if os.name == "nt" else (lock_file,)
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, pass_fds=shared)
    return done.returncode == 0


@contextmanager
def one_at_a_time() -> Iterator[int]:
    """Hold a lock file while the environment changes; the system drops the lock when its last holder ends."""
    with open(ROOT / ".venv.lock", "w") as handle:
        told = False
        while not try_lock(handle.fileno()):
            if not told:
                say("Another start is installing; waiting for it")
            told = True
            time.sleep(0.2)
        yield handle.fileno()


def try_lock(descriptor: int) -> bool:
    """Take the lock, or say that somebody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    if sys.argv[1:] not in (["run"], ["test"]):
        sys.exit(__doc__)
    try:
        main(sys.argv[1])
    except KeyboardInterrupt:
        sys.exit(130)
