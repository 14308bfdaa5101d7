"""The translations are in step with the program."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from tagger.settings.languages import LANGUAGES, SOURCE

ROOT = Path(__file__).resolve().parents[2]
_PLACE = re.compile(r"\{\w*\}")


@pytest.fixture
def translations(monkeypatch):
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "translations", module)
    spec.loader.exec_module(module)
    return module


def test_every_text_is_translated_and_compiled(translations):
    assert translations.problems() == []


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != SOURCE])
def test_translations_keep_the_places_of_values_and_the_dots_of_dialogs(translations, language):
    known = translations.read(ROOT / "resources" / "translations" / f"tagger_{language}.ts")
    for text, translation in known.items():
        assert sorted(_PLACE.findall(text.source)) == sorted(_PLACE.findall(translation)), text.source
        assert text.source.endswith("…") == translation.endswith("…"), text.source
        assert text.source == text.source.strip()


def test_texts_are_found_wherever_they_stand(translations, tmp_path, monkeypatch):
    room = tmp_path / "tagger" / "gui"
    room.mkdir(parents=True)
    (room / "a.py").write_text(
        'class A:\n    def f(self): return self.tr("one"), self.tr("two " "parts", "why"), translate("B", "three")\n'
        'X = command("a", "View|Theme", "Four", "Ctrl+A")\n'
        'MENU, _C = "Edit|Searches", "Finding"\n'
        'Y = command("b", MENU, "Five")\n'
        'FILTERS = [QT_TRANSLATE_NOOP(_C, "six")]\n'
        'def _tr(text): return QCoreApplication.translate("Own", text)\n'
        'Z = _tr("seven"), _tr("eight" if X else "nine")\n'
        'def said():\n    def tr(text): return QCoreApplication.translate("Inner", text)\n    return tr("ten")\n'
        'raise LibraryError("It failed here.")\n'
    )
    (tmp_path / "tagger" / "errors.py").write_text("class LibraryError(Exception): ...\n")
    (tmp_path / "tagger" / "b.py").write_text(
        'raise LibraryError(f"{a} of {b!r} failed.", "Try" if a else "Again")\n'
        'def _title(n, a): return f"accept {n:,} × {a}" if n else "accept"\n'
        'EXPLANATIONS = {"tag": "Photos with a tag"}\n'
        'S = Setting("key", "Key", help="Of the account.")\n'
        'def f(): raise given.error("No such value.")\n'
        'advice = "Do it."\n'
        'log.error("Not %s", "said")\n'
        '"""What this is for, which nobody reads."""\n'
        'TABLE = {"x": f"The file {a} is of no use.", "y": "not one", "z": "SELECT it"}\n'
        'RULES = [Rule("More of it", f, lambda a, b: f"more: {a} against {b}")]\n'
        'def _why(error): return "it is none" if error else "same"\n'
        'problems.append(f"{a} stays: {b}")\n'
    )
    monkeypatch.setattr(translations, "PROGRAM", tmp_path / "tagger")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "_settings", lambda: ())
    translations._errors.cache_clear()
    found = [(text.context, text.source, text.comment) for text in translations.texts()]
    translations._errors.cache_clear()
    assert found == [
        ("A", "one", ""),
        ("A", "two parts", "why"),
        ("B", "three", ""),
        ("Commands", "Edit", ""),
        ("Commands", "Five", ""),
        ("Commands", "Four", ""),
        ("Commands", "Searches", ""),
        ("Commands", "Theme", ""),
        ("Commands", "View", ""),
        ("Core", "Again", ""),
        ("Core", "Do it.", ""),
        ("Core", "It failed here.", ""),
        ("Core", "Key", ""),
        ("Core", "More of it", ""),
        ("Core", "No such value.", ""),
        ("Core", "Of the account.", ""),
        ("Core", "Photos with a tag", ""),
        ("Core", "The file {1} is of no use.", ""),
        ("Core", "Try", ""),
        ("Core", "accept", ""),
        ("Core", "accept {n1} × {2}", ""),
        ("Core", "it is none", ""),
        ("Core", "more: {1} against {2}", ""),
        ("Core", "{1} of {2} failed.", ""),
        ("Core", "{1} stays: {2}", ""),
        ("Finding", "six", ""),
        ("Inner", "ten", ""),
        ("Own", "eight", ""),
        ("Own", "nine", ""),
        ("Own", "seven", ""),
    ]
