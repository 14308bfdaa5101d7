"""Finds the system libraries that Qt lacks on this Linux, and installs them where it may: as root on Debian.

Usage: python libraries.py [run|test]        with the interpreter of the environment

Exit status 0 if nothing is missing (any more), 1 if something is; it is named on standard error with the command that
installs it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

# Debian's package of each library that Qt's wheel expects from the system.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
# What the window needs anywhere, then what each kind of display adds. Globs below the folder of PySide6.
ALWAYS = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtNetwork.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
)
DISPLAYS = {
    "DISPLAY": ("Qt/plugins/platforms/libqxcb.so", "Qt/plugins/xcbglintegrations/*.so"),
    "WAYLAND_DISPLAY": ("Qt/plugins/platforms/libqwayland.so", "Qt/plugins/wayland-*-client/*wayland-egl.so"),
}
# What only tests use, by the package that has it.
TEST_FILES = {
    "fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "libimage-exiftool-perl": "/usr/bin/exiftool",
}


def main(purpose: str) -> int:
    """Check, install if allowed, check again; one working display is enough."""
    if not sys.platform.startswith("linux"):
        return 0
    may_install = os.geteuid() == 0 and shutil.which("apt-get") is not None
    needs = [ALWAYS, *(globs for variable, globs in DISPLAYS.items() if purpose == "run" and os.environ.get(variable))]
    missing = [missing_libraries(globs) for globs in needs]
    extra = [package for package, file in TEST_FILES.items() if purpose == "test" and not Path(file).exists()]
    if may_install and (any(missing) or extra):
        apt_install([*debian_packages(set().union(*missing)), *extra])
        missing = [missing_libraries(globs) for globs in needs]
    elif extra:
        say(f"Some tests are skipped without {' and '.join(extra)}.")
    always, *displays = missing
    if not always and (not displays or not all(displays)):
        return 0
    lacking = set().union(*missing)
    say(f"Qt lacks system libraries: {', '.join(sorted(lacking))}.")
    say(f"On Debian and Ubuntu: sudo apt-get install {' '.join(debian_packages(lacking))}")
    return 1


def say(message: str) -> None:
    """Tell the user; standard output is left to the program."""
    print(message, file=sys.stderr, flush=True)


def missing_libraries(globs: Iterable[str]) -> set[str]:
    """Names of libraries that the loader would not find for these files of PySide6."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None or shutil.which("ldd") is None:
        return set()
    folder = Path(spec.origin).parent
    files = [str(file) for glob in globs for file in folder.glob(glob)]
    output = subprocess.run(["ldd", *files], capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout
    return set(re.findall(r"^\s*(\S+) => not found", output, re.MULTILINE))


def debian_packages(libraries: Iterable[str]) -> list[str]:
    """The packages that bring them; a library that no table row names is left to the user."""
    return sorted({PACKAGES[library] for library in libraries if library in PACKAGES})


def apt_install(packages: list[str]) -> None:
    """Install; a failure is told and left to the next check."""
    say(f"Installing system packages: {' '.join(packages)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *command], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        if done.returncode:
            say(f"apt-get {' '.join(command)} failed: {done.stderr[-2000:]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
