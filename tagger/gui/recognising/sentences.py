"""What is said before photos leave the machine."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from tagger.gui.language.core import said
from tagger.gui.review.facts import size_text
from tagger.gui.words import counted, grouped
from tagger.recognition.estimate import Estimate


def number_of_photos(count: int) -> str:
    """``1 photo``, ``312 photos``."""
    return counted(
        count, QCoreApplication.translate("Sending", "1 photo"), QCoreApplication.translate("Sending", "{n} photos")
    )


def money(amount: float) -> str:
    """An amount in the user's own currency, with as many digits as it needs."""
    digits = 2 if round(amount, 2) == round(amount, 6) else 4
    return QLocale().toString(amount, "f", digits)


def question(estimate: Estimate, backend: str) -> str:
    """What would be sent where, in one sentence."""
    text = QCoreApplication.translate("Sending", "{photos} would be sent to {where} by {backend}.")
    return text.format(photos=number_of_photos(estimate.photos), where=said(estimate.where), backend=backend)


def details(estimate: Estimate) -> list[tuple[str, str]]:
    """The numbers behind it: title and value."""
    files = QCoreApplication.translate(
        "Sending", "Files of {size}; smaller pictures without any metadata are sent"
    ).format(size=size_text(estimate.bytes))
    lines = [(QCoreApplication.translate("Sending", "Size"), files)]
    if estimate.calls != estimate.photos:
        lines.append((QCoreApplication.translate("Sending", "Paid calls"), grouped(estimate.calls)))
    cost = (
        QCoreApplication.translate("Sending", "no price is set for this backend")
        if estimate.cost is None
        else money(estimate.cost)
    )
    lines.append((QCoreApplication.translate("Sending", "Price"), cost))
    left = (
        QCoreApplication.translate("Sending", "no budget is set")
        if estimate.left is None
        else QCoreApplication.translate("Sending", "{money} left").format(money=money(estimate.left))
    )
    lines.append((QCoreApplication.translate("Sending", "Budget"), left))
    if estimate.quota is not None:
        lines.append(
            (
                QCoreApplication.translate("Sending", "Quota"),
                QCoreApplication.translate("Sending", "{n} calls were left there").format(n=grouped(estimate.quota)),
            )
        )
    return lines


def too_much(estimate: Estimate) -> str:
    """What will stop it half way, if anything will."""
    if estimate.cost is not None and estimate.left is not None and estimate.cost > estimate.left:
        return QCoreApplication.translate(
            "Sending", "The budget is not enough for all of them; it stops when the budget is used up."
        )
    if estimate.quota is not None and estimate.calls > estimate.quota:
        return QCoreApplication.translate(
            "Sending", "The calls left there are not enough for all of them; it stops when they are used up."
        )
    return ""
