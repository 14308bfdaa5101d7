"""What has to be right in a HEIC before its decoder may see it."""

from __future__ import annotations

import re
from typing import BinaryIO

from tagger.imaging import faults

# An item of ISO/IEC 14496-12, 8.11.6.2: version, flags, number (two bytes, or four), protection, type, name, and for a
# MIME item the type of its content.
_ITEM = re.compile(rb"infe(?:\x02.{3}.{4}|\x03.{3}.{6})(.{4})(?:(?<=mime)[^\0]*\0([^\0]{0,256}))?", re.DOTALL)


def check_heif(file: BinaryIO) -> None:
    """Refuse a file whose items have types that are no text: pi-heif 1.4 takes the process down over them.

    Raises:
        PhotoError: it is such a file.
    """
    file.seek(0)
    kinds = (kind for found in _ITEM.finditer(file.read()) for kind in found.groups(b""))
    if not all(kind.isascii() for kind in kinds):
        raise faults.damaged()
    file.seek(0)
