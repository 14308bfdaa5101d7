"""Which files are photos, by name, and what a file really is, by content."""

from __future__ import annotations

import os

READABLE_EXTENSIONS = frozenset(
    {
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".mpo",
        ".png",
        ".tif",
        ".tiff",
        ".webp",
        ".gif",
        ".avif",
        ".avifs",
        ".psd",
        ".bmp",
    }
)
"""Extensions of the formats that Pillow decodes."""

HEIC_EXTENSIONS = frozenset({".heic", ".heif", ".hif", ".heics", ".heifs"})
JXL_EXTENSIONS = frozenset({".jxl"})
RAW_EXTENSIONS = frozenset(
    {
        ".3fr",
        ".arw",
        ".cr2",
        ".cr3",
        ".crw",
        ".dcr",
        ".dng",
        ".erf",
        ".fff",
        ".gpr",
        ".iiq",
        ".k25",
        ".kdc",
        ".mef",
        ".mos",
        ".mrw",
        ".nef",
        ".nrw",
        ".orf",
        ".pef",
        ".raf",
        ".raw",
        ".rw2",
        ".rwl",
        ".sr2",
        ".srf",
        ".srw",
        ".x3f",
    }
)

PHOTO_EXTENSIONS = READABLE_EXTENSIONS | HEIC_EXTENSIONS | JXL_EXTENSIONS | RAW_EXTENSIONS
"""Every extension whose files are listed as photos, lower case with the dot; videos and documents are not photos."""

VIDEO_EXTENSIONS = frozenset(
    {
        ".3g2",
        ".3gp",
        ".avi",
        ".braw",
        ".flv",
        ".insv",
        ".m2ts",
        ".m4v",
        ".mkv",
        ".mov",
        ".mp4",
        ".mpeg",
        ".mpg",
        ".mts",
        ".mxf",
        ".ogv",
        ".r3d",
        ".vob",
        ".webm",
        ".wmv",
    }
)
"""Extensions of what cameras and phones put beside photos and nothing here handles."""

HEAD_BYTES = 64
"""How much of a file's start `sniff` wants."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"8BPS", "PSD"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"FUJIFILMCCD-RAW", "RAW"),
    (b"IIU\x00", "RAW"),  # Panasonic RW2
    (b"IIRO", "RAW"),  # Olympus ORF
    (b"IIRS", "RAW"),
    (b"MMOR", "RAW"),
    (b"FOVb", "RAW"),  # Sigma X3F
    (b"\x00MRM", "RAW"),  # Minolta MRW
    (b"II\x1a\x00\x00\x00HEAPCCDR", "RAW"),  # Canon CRW
)
_TIFF_SIGNATURES = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs"})
_HEIF_BRANDS = frozenset({b"mif1", b"msf1", b"mif2"})  # the container of HEIC and AVIF alike


def is_photo_name(name: str) -> bool:
    """Whether a file of this name is listed as a photo."""
    return os.path.splitext(name)[1].lower() in PHOTO_EXTENSIONS


def is_video_name(name: str) -> bool:
    """Whether a file of this name is a video, which is counted and left alone."""
    return os.path.splitext(name)[1].lower() in VIDEO_EXTENSIONS


def sniff(head: bytes, name: str) -> str | None:
    """The format of a file by its first `HEAD_BYTES` bytes; None where it is no picture format known here.

    The name decides only between TIFF and the RAW formats that are TIFF inside (NEF, ARW, DNG, ...).
    """
    for signature, format_name in _SIGNATURES:
        if head.startswith(signature):
            return format_name
    if head.startswith(_TIFF_SIGNATURES):
        raw = head[8:10] == b"CR" or os.path.splitext(name)[1].lower() in RAW_EXTENSIONS
        return "RAW" if raw else "TIFF"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[:2] == b"BM" and head[6:10] == b"\x00\x00\x00\x00":
        return "BMP"
    return _sniff_boxes(head) if head[4:8] == b"ftyp" else None


def _sniff_boxes(head: bytes) -> str | None:
    """The format of an ISO base media file (ISO/IEC 14496-12) by the brands of its ``ftyp`` box."""
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, end - 3, 4))]
    if brands[0] == b"crx ":
        return "RAW"  # Canon CR3
    if b"avif" in brands or b"avis" in brands:
        return "AVIF"
    return "HEIC" if not _HEIC_BRANDS.isdisjoint(brands) or not _HEIF_BRANDS.isdisjoint(brands) else None
