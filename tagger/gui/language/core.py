"""Sentences of the core in the user's language.

The core speaks English, as the command line and the log do. `packaging/translations.py` lists its sentences with
``{1}``, ``{n2}`` … where values and numbers stand; what the core said is recognised by that list, and its values are
put into the translation.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from tagger.errors import TaggerError
from tagger.resources import resource

_VALUE = re.compile(r"\{(n?)(\d+)\}")
_WHY = re.compile(r"(?::[ ]|\()\{(\d+)\}")
"""A value after a colon or in brackets: what the core said of it itself, where it is known; no name that users give."""
_MEASURE = re.compile(r"(\d+)\.(\d+) (kB|MB|GB|MP)")
_END = re.compile(r"(?<=[.!?…]) ")
LONGEST = 4000
"""Characters of a text that is looked up; a longer one holds a list of things and stays as it is."""
_MOST = 8
"""Sentences of a text that is looked up."""


def said(text: str) -> str:
    """What the core said in the user's language; as it is, where no translation is known."""
    if not text or len(text) > LONGEST:
        return text
    whole = _sentence(text)
    if whole is not None:
        return whole
    ends = [found.start() for found in _END.finditer(text)][:_MOST]
    for end in reversed(ends):
        first = _sentence(text[:end])
        if first is not None:
            return f"{first} {said(text[end + 1 :])}"
    return text


def said_of(error: TaggerError) -> str:
    """What an error says and advises, in the user's language."""
    return f"{said(error.message)} {said(error.advice)}".strip()


def _sentence(text: str) -> str | None:
    plain = QCoreApplication.translate("Core", text)
    if plain != text:
        return plain
    for template, start, end in _templates():
        # Of hundreds of sentences hardly any is like this one: all of them as patterns take 0.15 s to make.
        if not (text.startswith(start) and text.endswith(end)):
            continue
        found = _pattern(template).fullmatch(text)
        if found is not None:
            translated = QCoreApplication.translate("Core", template)
            return None if translated == template else _filled(template, translated, found.groups())
    return None


def _filled(template: str, translated: str, values: Sequence[str]) -> str:
    whys = set(_WHY.findall(template))

    def value(place: re.Match[str]) -> str:
        text = values[int(place[2]) - 1]
        if place[1]:
            return QLocale().toString(int(text.replace(",", "")))
        if measure := _MEASURE.fullmatch(text):
            return f"{measure[1]}{QLocale().decimalPoint()}{measure[2]} {measure[3]}"
        return said(text) if place[2] in whys else text

    return _VALUE.sub(value, translated)


@functools.cache
def _templates() -> list[tuple[str, str, str]]:
    """The sentences that hold values, those that say most in their own words first; their starts and their ends."""
    sentences = json.loads(resource("translations", "core.json").read_text("utf-8"))
    with_values = [sentence for sentence in sentences if _VALUE.search(sentence)]
    with_values.sort(key=lambda sentence: len(_VALUE.sub("", sentence)), reverse=True)
    parts = [_VALUE.split(sentence) for sentence in with_values]
    return [(sentence, part[0], part[-1]) for sentence, part in zip(with_values, parts, strict=True)]


@functools.cache
def _pattern(sentence: str) -> re.Pattern[str]:
    literal, place = "", 0
    for found in _VALUE.finditer(sentence):
        literal += re.escape(sentence[place : found.start()]) + (r"(\d[\d,]*)" if found[1] else "(.+?)")
        place = found.end()
    return re.compile(literal + re.escape(sentence[place:]), re.DOTALL)
