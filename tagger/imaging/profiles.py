"""Colour profiles for photos that name their colour space instead of carrying a profile of it."""

from __future__ import annotations

import functools
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

Curve = Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]

_STEPS = 1024
_D50 = (0.9642, 1.0, 0.8249)
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
_D65 = (0.3127, 0.3290)
_INTEROPERABILITY_R03 = (b"\1\0\2\0\4\0\0\0R03\0", b"\0\1\0\2\0\0\0\4R03\0")
_SEARCHED_BYTES = 64 * 1024
_REFERENCE_WHITE_NITS = 203.0  # ITU-R BT.2408


@dataclass(frozen=True, slots=True)
class _Space:
    """Primaries as x, y of red, green and blue, and the white of D65."""

    red: tuple[float, float]
    green: tuple[float, float]
    blue: tuple[float, float]


_ADOBE = _Space((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
_SPACES = {
    1: _Space((0.64, 0.33), (0.30, 0.60), (0.15, 0.06)),  # BT.709
    9: _Space((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),  # BT.2020
    12: _Space((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),  # Display P3
}
"""By their number in ITU-T H.273."""


@functools.cache
def adobe_rgb() -> bytes:
    """The profile of Adobe RGB (1998)."""
    return _profile(_ADOBE, lambda value: value ** (563 / 256))


def of_exif(exif: object) -> bytes | None:
    """The profile that a camera's EXIF block means: by DCF 2.0, Adobe RGB is an interoperability index of ``R03``."""
    said = isinstance(exif, bytes) and any(entry in exif for entry in _INTEROPERABILITY_R03)
    return adobe_rgb() if said else None


def of_container(file: BinaryIO) -> bytes | None:
    """The profile that the ``nclx`` colour box of a HEIC or AVIF means; None for sRGB and for what is not known."""
    place = file.tell()
    file.seek(0)
    head = file.read(_SEARCHED_BYTES)
    file.seek(place)
    at = head.find(b"colrnclx")
    if at < 0 or len(head) < at + 12:
        return None
    primaries, transfer = struct.unpack(">HH", head[at + 8 : at + 12])
    return _coded(primaries, transfer)


@functools.cache
def _coded(primaries: int, transfer: int) -> bytes | None:
    space, curve = _SPACES.get(primaries), {16: _pq, 18: _hlg}.get(transfer, _srgb)
    return None if space is None or (primaries == 1 and curve is _srgb) else _profile(space, curve)


def _srgb(value: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """IEC 61966-2-1; photos said to be of BT.709's or BT.2020's curve are shown by it as well."""
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def _pq(value: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """SMPTE ST 2084, its light above the reference white pressed into the little that is left below 1."""
    root = value ** (1 / 78.84375)
    light = (np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (1 / 0.1593017578125)
    return _pressed(light * 10_000 / _REFERENCE_WHITE_NITS)


def _hlg(value: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """ARIB STD-B67 (BT.2100), for a display of 1,000 cd/m², pressed likewise."""
    light = np.where(value <= 0.5, value**2 / 3, (np.exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12)
    return _pressed(light**1.2 * 1_000 / _REFERENCE_WHITE_NITS)


def _pressed(light: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Reinhard's curve with the brightest light at 1."""
    most = float(light.max())
    return light * (1 + light / most**2) / (1 + light)


def _profile(space: _Space, curve: Curve) -> bytes:
    """An ICC profile (version 2.1, matrix and curves) of a display."""
    white = _xyz(_D65)
    primaries = np.stack([_xyz(space.red), _xyz(space.green), _xyz(space.blue)], axis=1)
    linear = primaries * np.linalg.solve(primaries, white)
    cones = np.diag((_BRADFORD @ np.array(_D50)) / (_BRADFORD @ white))
    red, green, blue = (np.linalg.inv(_BRADFORD) @ cones @ _BRADFORD @ linear).T
    steps = np.round(curve(np.linspace(0, 1, _STEPS)).clip(0, 1) * 65535).astype(">u2").tobytes()
    curves = b"curv" + struct.pack(">4xI", _STEPS) + steps
    name = b"Tagger\0"
    tags = {
        b"desc": b"desc" + struct.pack(">4xI", len(name)) + name + b"\0" * 78,
        b"cprt": b"text\0\0\0\0" + name,
        b"wtpt": _number(np.array(_D50)),
        b"rXYZ": _number(red),
        b"gXYZ": _number(green),
        b"bXYZ": _number(blue),
        b"rTRC": curves,
        b"gTRC": curves,
        b"bTRC": curves,
    }
    return _assembled(tags)


def _assembled(tags: dict[bytes, bytes]) -> bytes:
    table, body, start = b"", b"", 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}
    for name, content in tags.items():
        if content not in placed:
            placed[content] = start + len(body)
            body += content + b"\0" * (-len(content) % 4)
        table += name + struct.pack(">II", placed[content], len(content))
    white = _number(np.array(_D50))[8:]
    kinds = b"mntr", b"RGB ", b"XYZ ", b"acsp"
    header = struct.pack(">I4xI4s4s4s12x4s28x12s48x", start + len(body), 0x02100000, *kinds, white)
    return header + struct.pack(">I", len(tags)) + table + body


def _xyz(place: tuple[float, float]) -> npt.NDArray[np.float64]:
    x, y = place
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _number(values: npt.NDArray[np.float64]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(float(value) * 65536) for value in values))
