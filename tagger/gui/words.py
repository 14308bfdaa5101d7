"""Numbers in sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def counted(number: int, one: str, many: str) -> str:
    """``one`` for exactly one, else ``many`` with the grouped number in place of ``{n}``."""
    return one if number == 1 else many.format(n=grouped(number))


def grouped(number: int) -> str:
    """A number as the user's language groups its digits."""
    locale = QLocale()
    return (QLocale("en") if locale.language() == QLocale.Language.C else locale).toString(number)


def quoted(text: str) -> str:
    """A name in the quotation marks of the user's language."""
    return QCoreApplication.translate("Words", "“{text}”").format(text=text)
