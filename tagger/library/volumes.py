"""The drives that are mounted now, each with an identity that stays when it appears somewhere else.

An identity is what the file system itself carries: its UUID on Linux and macOS, its serial number on Windows, the
address of a share on the network. File systems without one (in memory, layered) have none.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import psutil

NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "afpfs", "9p", "ceph", "davfs", "webdav", "ncpfs", "lustre"),
        *("glusterfs", "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.ceph"),
        *("fuse.s3fs", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.mergerfs-net", "vboxsf", "fuse.vmhgfs-fuse"),
    }
)
"""File systems that tell nobody of changes made on another machine."""

_BY_UUID = "/dev/disk/by-uuid"
_DISKUTIL_S = 10.0
_WINDOWS_NAME_CHARS = 261


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system and where it is.

    Attributes:
        path: Its mount point.
        volume: Its identity; None where it has none.
        network: Whether it is on another machine.
    """

    path: str
    volume: str | None = None
    network: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path is: on which drive, and its path there."""

    volume: str | None
    volume_path: str
    network: bool


Mounts = Callable[[], Sequence[Mount]]


def mounts() -> list[Mount]:
    """What is mounted now. It may wait for a drive that sleeps; call it in a thread that may."""
    identify = {"win32": _windows, "darwin": _macos}.get(sys.platform, linux_volumes())
    found = []
    for partition in psutil.disk_partitions(all=True):
        network = partition.fstype.casefold() in NETWORK or "remote" in partition.opts.split(",")
        volume = f"net:{partition.device}" if network else identify(partition.device, partition.mountpoint)
        found.append(Mount(partition.mountpoint, volume, network))
    return found


def is_on_network(path: str) -> bool:
    """Whether a path is on another machine; quick, it asks no drive."""
    found = [
        Mount(each.mountpoint, None, each.fstype.casefold() in NETWORK or "remote" in each.opts.split(","))
        for each in psutil.disk_partitions(all=True)
    ]
    return place_of(path, found).network


def place_of(path: str, mounted: Sequence[Mount]) -> Place:
    """On which of the drives a path is. Of several at one mount point the last one hides the others."""
    real = os.path.realpath(path)
    best = Mount(os.path.abspath(os.sep))
    for mount in mounted:
        if _holds(mount.path, real) and len(mount.path) >= len(best.path):
            best = mount
    return Place(best.volume, os.path.relpath(real, best.path), best.network)


def linux_volumes(by_uuid: str | None = None) -> Callable[[str, str], str | None]:
    """Tells the UUID of a device, by the links that udev keeps."""
    known: dict[str, str] = {}
    try:
        for name in os.listdir(by_uuid or _BY_UUID):
            known[os.path.realpath(os.path.join(by_uuid or _BY_UUID, name))] = f"uuid:{name}"
    except OSError:
        return lambda _device, _mountpoint: None
    return lambda device, _mountpoint: known.get(os.path.realpath(device)) if device.startswith("/") else None


def _macos(device: str, _mountpoint: str) -> str | None:
    """The volume's UUID as ``diskutil`` tells it."""
    if not device.startswith("/dev/"):
        return None
    import plistlib

    try:
        told = subprocess.run(
            ["/usr/sbin/diskutil", "info", "-plist", device], capture_output=True, timeout=_DISKUTIL_S, check=True
        )
        uuid = plistlib.loads(told.stdout).get("VolumeUUID")
    except (OSError, subprocess.SubprocessError, plistlib.InvalidFileException):
        return None
    return f"uuid:{uuid}" if uuid else None


def _windows(_device: str, mountpoint: str) -> str | None:
    """The serial number that formatting gave the volume, with its file system."""
    serial = ctypes.c_ulong()
    name = ctypes.create_unicode_buffer(_WINDOWS_NAME_CHARS)
    system = ctypes.create_unicode_buffer(_WINDOWS_NAME_CHARS)
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    root = mountpoint if mountpoint.endswith("\\") else mountpoint + "\\"
    done = kernel.GetVolumeInformationW(
        root, name, len(name), ctypes.byref(serial), None, None, system, len(system)
    )  # an empty drive has none
    return f"serial:{system.value}:{serial.value:08x}" if done else None


def _holds(mountpoint: str, path: str) -> bool:
    return path == mountpoint or path.startswith(mountpoint.rstrip(os.sep) + os.sep)
