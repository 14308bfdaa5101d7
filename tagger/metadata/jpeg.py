"""The XMP packet of a JPEG as it stands in the file; exiv2 hands out its own version of it, Pillow takes its time."""

from __future__ import annotations

import os

_MARK = b"http://ns.adobe.com/xap/1.0/\0"
_START_OF_SCAN, _END_OF_IMAGE, _APP1 = 0xDA, 0xD9, 0xE1
_MOST_SEGMENTS = 4096


def is_jpeg(path: str) -> bool:
    """Whether the content of a file begins as a JPEG does."""
    try:
        with open(path, "rb") as file:
            return file.read(3) == b"\xff\xd8\xff"
    except OSError:
        return False


def xmp_packet(path: str) -> bytes | None:
    """The packet of a JPEG (XMP specification part 3, 1.1.3); None for other files, or if it has none that is whole.

    Of several packets the first counts, as for exiftool.
    """
    try:
        with open(path, "rb", buffering=4096) as file:
            if file.read(2) != b"\xff\xd8":
                return None
            for _ in range(_MOST_SEGMENTS):
                head = file.read(4)
                if len(head) < 4 or head[0] != 0xFF or head[1] in (_START_OF_SCAN, _END_OF_IMAGE):
                    return None
                if head[1] == 0xFF:  # padding before the marker
                    file.seek(-3, os.SEEK_CUR)
                    continue
                size = int.from_bytes(head[2:], "big") - 2
                if size < 0:
                    return None
                if head[1] != _APP1:
                    file.seek(size, os.SEEK_CUR)
                    continue
                content = file.read(size)
                if content.startswith(_MARK):
                    return content[len(_MARK) :] if len(content) == size else None
    except OSError:
        return None
    return None
