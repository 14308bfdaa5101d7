"""Why a photo cannot be opened, as a photographer would put it."""

from __future__ import annotations

from tagger.errors import PhotoError

MAX_PIXELS = 300_000_000
"""Photos with more pixels are refused by their header. Stitched panoramas stay below it; 300 MP is 0.9 GB as RGB."""

MAX_SIDE_PX = 100_000
"""Longest side that is accepted, whatever the other side."""


def check_size(width: int, height: int) -> None:
    """Refuse what is too large to be opened safely, or has no size at all.

    Raises:
        PhotoError: it is.
    """
    if width < 1 or height < 1:
        raise PhotoError("The picture has no size.", "The file is damaged; try a backup.")
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE_PX:
        raise too_large(f"{width:,} × {height:,}")


def too_large(size: str = "") -> PhotoError:
    """The picture claims more pixels than are read."""
    return PhotoError(
        f"The picture claims {size or 'far too many'} pixels, more than can be opened safely.",
        f"Photos of up to {MAX_PIXELS // 1_000_000} megapixels are read; save a smaller copy to tag it.",
    )


def out_of_memory() -> PhotoError:
    """The memory does not suffice, or not what a worker process may take of it."""
    return PhotoError(
        "Opening it takes more memory than there is for one photo.",
        "Close other programs and look through the folder again, or save a smaller copy to tag it.",
    )


def no_decoder(format_name: str, package: str) -> PhotoError:
    """The library that decodes this format is not installed, as there is none for each kind of computer."""
    return PhotoError(
        f"{format_name} photos cannot be read here.",
        f"Install the Python package {package} if there is one for this computer, or export the photo as JPEG.",
    )


def rare_kind() -> PhotoError:
    """The format is known, but not this kind of it."""
    return PhotoError(
        "The picture is damaged, or of a rare kind that cannot be read, such as one with 32 bits a channel.",
        "Export it with 8 or 16 bits a channel to tag it.",
    )


def cut_short() -> PhotoError:
    """The end of the file is missing."""
    return PhotoError("The file is cut short.", "Part of the picture is missing; copy it again or try a backup.")


def damaged(error: Exception | None = None) -> PhotoError:
    """What a decoder's complaint amounts to."""
    text = str(error).lower()
    if "truncated" in text or "unexpected end of file" in text or isinstance(error, EOFError):
        return cut_short()
    return PhotoError("The picture data is damaged.", "Copy it again from the card or from a backup.")


def disk_error(error: OSError) -> PhotoError:
    """The disk rather than the content is at fault."""
    if isinstance(error, FileNotFoundError):
        return PhotoError("The file is no longer there.", "It was moved or deleted, or its drive is unplugged.")
    if isinstance(error, PermissionError):
        return PhotoError("You may not open this file.", "Change its permissions, then look through the folder again.")
    return PhotoError(f"The disk could not be read: {error.strerror}.", "Check the drive and its cable.")
