"""Differences, conflicts and failures of sidecars in words, as rows."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tagger.entities import TAG_SEPARATOR
from tagger.gui.language.core import said
from tagger.gui.outside.programs import shown
from tagger.gui.sidecars.rows import Row
from tagger.metadata.difference import FileDifference
from tagger.metadata.sidecars import SidecarResult
from tagger.store.conflicts import Conflict, Value


def result_row(result: SidecarResult, photo_id: int) -> Row | None:
    """One line about what would become of a photo's sidecar; None where nothing would."""
    name = shown(os.path.basename(result.sidecar or result.photo_path))
    tip = shown(result.sidecar or result.photo_path)
    if result.error is not None:
        return Row(f"✕ {name}", "rejected", key=photo_id, tip=f"{tip}\n{said(result.error)}")
    if result.action == "created":
        text = QCoreApplication.translate("Sidecars", "+ {name} (new)").format(name=name)
        return Row(text, "accepted", key=photo_id, tip=tip)
    if result.action == "updated":
        return Row(f"± {name}", "text", key=photo_id, tip=tip)
    return None


def difference_rows(found: Sequence[FileDifference]) -> list[Row]:
    """What would change in the files of one photo: added with ``+``, removed with ``−``, the rest as it is."""
    rows: list[Row] = []
    for each in found:
        rows.append(Row(shown(each.path), "text_strong", strong=True))
        for changed in each.properties:
            rows.append(Row(changed.property, "text", strong=True))
            rows += [Row(f"+ {_line(value)}", "accepted") for value in changed.added]
            rows += [Row(f"− {_line(value)}", "rejected") for value in changed.removed]
            rows += [Row(f"   {_line(value)}", "text_dim") for value in changed.kept]
        if each.foreign:
            title = QCoreApplication.translate("Sidecars", "Left as it is")
            if each.created:
                title = QCoreApplication.translate("Sidecars", "Taken over from the photo")
            rows.append(Row(title, "text", strong=True))
            rows += [Row(f"   {name}: {_line(text)}", "text_dim", tip=text) for name, text in each.foreign]
    return rows


def failure_row(result: SidecarResult, photo_id: int) -> Row:
    """What could not be written, and what to do."""
    name = shown(os.path.basename(result.sidecar or result.photo_path))
    path = shown(result.sidecar or result.photo_path)
    reason = said(result.error or "")
    text = reason if reason.startswith(name) else f"{name}: {reason}"
    return Row(text, "text", "error", key=photo_id, tip=path)


def error_rows(error: str) -> list[Row]:
    """What is in the way of one file, sentence by sentence: a line that does not fit is cut off."""
    first, *others = said(error).replace(". ", ".\n").split("\n")
    return [Row(first, "rejected", "error"), *(Row(f"   {each}", "text") for each in others)]


def kind_of(prop: str) -> str:
    """What a conflict is about, whichever tag or box it is."""
    return prop.partition(":")[0]


def property_text(prop: str) -> str:
    """A property in words."""
    kind, _colon, what = prop.partition(":")
    names = {
        "rating": QCoreApplication.translate("Sidecars", "Stars"),
        "colour_label": QCoreApplication.translate("Sidecars", "Colour label"),
        "caption": QCoreApplication.translate("Sidecars", "Caption"),
        "tag": QCoreApplication.translate("Sidecars", "Tag {tag}").format(tag=what.replace(TAG_SEPARATOR, " › ")),
        "region": QCoreApplication.translate("Sidecars", "Box"),
    }
    return names.get(kind, prop)


def value_text(conflict: Conflict, value: Value) -> str:
    """A value in words."""
    if value is None or value == "":
        return QCoreApplication.translate("Sidecars", "nothing")
    if conflict.property == "rating" and isinstance(value, int):
        return "★" * value if value > 0 else str(value)
    text = str(value).replace(TAG_SEPARATOR, " › ") if kind_of(conflict.property) == "tag" else str(value)
    return _line(text)


def _line(text: str) -> str:
    return " ".join(text.split())
