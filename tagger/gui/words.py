"""Numbers in sentences."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def counted(number: int, one: str, many: str) -> str:
    """``one`` for exactly one, else ``many`` with the grouped number in place of ``{n}``."""
    return one if number == 1 else many.format(n=QLocale().toString(number))
