"""Quick filters: terms that are often wanted, by name."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

_C = "Finding"
FILTERS: tuple[tuple[tuple[Any, str], ...], ...] = (
    (
        (QT_TRANSLATE_NOOP(_C, "Three stars and more"), "rating>=3"),
        (QT_TRANSLATE_NOOP(_C, "Four stars and more"), "rating>=4"),
        (QT_TRANSLATE_NOOP(_C, "Five stars"), "rating:5"),
        (QT_TRANSLATE_NOOP(_C, "Without rejected photos"), "-rating:-1"),
    ),
    (
        (QT_TRANSLATE_NOOP(_C, "With suggestions waiting"), "state:suggested"),
        (QT_TRANSLATE_NOOP(_C, "With accepted suggestions"), "state:accepted"),
        (QT_TRANSLATE_NOOP(_C, "With deferred suggestions"), "state:deferred"),
        (QT_TRANSLATE_NOOP(_C, "With a sure suggestion"), "confidence>=0.8"),
        (QT_TRANSLATE_NOOP(_C, "Where backends agree"), "agrees:any"),
        (QT_TRANSLATE_NOOP(_C, "Where backends disagree"), "disagrees:any"),
    ),
    (
        (QT_TRANSLATE_NOOP(_C, "Without tags"), "is:untagged"),
        (QT_TRANSLATE_NOOP(_C, "With tags"), "has:tag"),
        (QT_TRANSLATE_NOOP(_C, "With boxes"), "has:box"),
        (QT_TRANSLATE_NOOP(_C, "With a caption"), "has:caption"),
        (QT_TRANSLATE_NOOP(_C, "With a colour label"), "has:colour"),
        (QT_TRANSLATE_NOOP(_C, "With a place"), "has:gps"),
    ),
    (
        (QT_TRANSLATE_NOOP(_C, "Not recognised yet"), "-is:recognised"),
        (QT_TRANSLATE_NOOP(_C, "Unreadable"), "is:unreadable"),
        (QT_TRANSLATE_NOOP(_C, "Missing"), "is:missing"),
        (QT_TRANSLATE_NOOP(_C, "Copies"), "is:copy"),
        (QT_TRANSLATE_NOOP(_C, "Near-duplicates"), "is:duplicate"),
        (QT_TRANSLATE_NOOP(_C, "RAW and JPEG"), "is:stacked"),
        (QT_TRANSLATE_NOOP(_C, "Not connected"), "is:away"),
    ),
)
"""Groups of title and term; the titles are texts, whatever Qt's stubs say of what marks them for translation."""
