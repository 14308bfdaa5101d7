"""What the page says of groups, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from tagger.duplicates.overview import Entry, Fate
from tagger.entities import FoundBy, GroupKind
from tagger.gui.duplicates.arranging import SortBy, Sureness, sureness
from tagger.gui.words import counted, grouped

translate = QCoreApplication.translate


def kind_text(kind: GroupKind) -> str:
    """What the photos of a group are to each other."""
    return {
        GroupKind.COPIES: translate("Duplicates", "Copies"),
        GroupKind.NEAR: translate("Duplicates", "Near-duplicates"),
        GroupKind.BURST: translate("Duplicates", "Burst"),
        GroupKind.BRACKET: translate("Duplicates", "Exposure bracket"),
        GroupKind.FOCUS_STACK: translate("Duplicates", "Focus stack"),
        GroupKind.PANORAMA: translate("Duplicates", "Panorama"),
        GroupKind.PAIR: translate("Duplicates", "RAW and JPEG"),
    }[kind]


def sort_text(sort: SortBy) -> str:
    """By what groups are sorted."""
    return {
        SortBy.BYTES: translate("Duplicates", "Most to free first"),
        SortBy.CERTAINTY: translate("Duplicates", "Surest first"),
        SortBy.COUNT: translate("Duplicates", "Most photos first"),
        SortBy.DATE: translate("Duplicates", "Oldest first"),
    }[sort]


def sureness_text(sure: Sureness) -> str:
    """How sure a group is."""
    return {
        Sureness.EXACT: translate("Duplicates", "Exactly the same picture"),
        Sureness.SURE: translate("Duplicates", "Very likely the same"),
        Sureness.UNSURE: translate("Duplicates", "Worth a look"),
    }[sure]


def found_text(found: FoundBy) -> str:
    """How a photo was found."""
    return {
        FoundBy.FILE: translate("Duplicates", "same file"),
        FoundBy.IMAGE: translate("Duplicates", "same image data"),
        FoundBy.HASH: translate("Duplicates", "looks the same"),
        FoundBy.TURNED: translate("Duplicates", "turned or mirrored"),
        FoundBy.CROP: translate("Duplicates", "shows a part"),
    }[found]


def certainty_text(entry: Entry) -> str:
    """How sure a group is and how it was found, as one line."""
    found = ", ".join(found_text(each) for each in FoundBy if each in entry.found_by)
    return f"{sureness_text(sureness(entry))}: {found}"


def title_text(entry: Entry) -> str:
    """Kind and number of photos."""
    count = len(entry.photo_ids)
    return f"{kind_text(entry.kind)} · " + counted(
        count, translate("Duplicates", "1 photo"), translate("Duplicates", "{n} photos")
    )


def freed_text(size: int) -> str:
    """What would be freed."""
    return translate("Duplicates", "{size} to free").format(size=bytes_text(size)) if size else ""


def bytes_text(size: int) -> str:
    """A size for reading: kB, MB, or GB for a lot."""
    if size >= 1_000_000_000:
        return f"{QLocale().toString(size / 1e9, 'f', 2)} GB"
    return (
        f"{QLocale().toString(size / 1e6, 'f', 1)} MB"
        if size >= 100_000
        else f"{grouped(max(round(size / 1000), 1 if size else 0))} kB"
    )


def fate_text(fate: Fate, *, goes: bool, waits: bool) -> str:
    """What becomes of a photo."""
    if fate is Fate.KEEP:
        return translate("Duplicates", "Kept")
    if goes:
        return translate("Duplicates", "To go")
    return translate("Duplicates", "For your eye") if waits else translate("Duplicates", "Stays")


def step_text(step: str) -> str:
    """What a search is doing."""
    return {
        "prints": translate("Duplicates", "Taking the hashes of photos"),
        "hashes": translate("Duplicates", "Comparing hashes"),
        "sharpness": translate("Duplicates", "Measuring sharpness"),
        "embeddings": translate("Duplicates", "Looking at what photos show"),
        "crops": translate("Duplicates", "Looking for crops"),
    }.get(step, translate("Duplicates", "Finding duplicates"))
