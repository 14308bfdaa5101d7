"""Sentences of the core in the user's language.

The core speaks English, as the command line and the log do. `packaging/translations.py` lists its sentences with
``{1}``, ``{2}`` … where values stand; what the core said is recognised by that list, and its values are put into the
translation.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tagger.resources import resource

_VALUE = re.compile(r"\{(\d+)\}")
LONGEST = 4000
"""Characters of a sentence that is looked up; a longer one holds a list of things and stays as it is."""


def said(text: str) -> str:
    """A sentence of the core in the user's language; as it is, where no translation is known."""
    if not text or len(text) > LONGEST:
        return text
    plain = QCoreApplication.translate("Core", text)
    if plain != text:
        return plain
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            translated = QCoreApplication.translate("Core", template)
            return _filled(translated, found.groups())
    return text


def _filled(template: str, values: Sequence[str]) -> str:
    return _VALUE.sub(lambda place: values[int(place[1]) - 1], template)


@functools.cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """The sentences that hold values, those that say most in their own words first."""
    sentences = json.loads(resource("translations", "core.json").read_text("utf-8"))
    with_values = [sentence for sentence in sentences if _VALUE.search(sentence)]
    with_values.sort(key=lambda sentence: len(_VALUE.sub("", sentence)), reverse=True)
    return [(sentence, _pattern(sentence)) for sentence in with_values]


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = _VALUE.split(sentence)
    literal = "".join("(.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile(literal, re.DOTALL)
