"""The language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from tagger.gui import language
from tagger.gui.language.core import said


@pytest.fixture
def german(qapp):
    language.install(qapp, "de")
    yield qapp
    language.install(qapp, "en")


@pytest.mark.parametrize(
    ("wanted", "system", "chosen"),
    [
        ("system", ["de-AT", "en-GB"], "de"),
        ("system", ["fr-FR", "de_CH"], "de"),
        ("system", ["fr-FR"], "en"),
        ("system", [], "en"),
        ("en", ["de-DE"], "en"),
        ("de", ["fr-FR"], "de"),
        ("xx", ["de-DE"], "en"),
    ],
)
def test_the_language_is_the_users_or_the_systems_where_there_is_one(wanted, system, chosen):
    assert language.choose(wanted, system) == chosen


def test_another_language_leaves_nothing_of_the_one_before(german):
    assert QCoreApplication.translate("Commands", "Undo") == "Rückgängig"
    language.install(german, "en")
    assert QCoreApplication.translate("Commands", "Undo") == "Undo"
    assert german.findChildren(QTranslator) == []


def test_sentences_of_the_core_keep_their_values(german):
    sentence = said("A backend cannot be named 'Über {1}'.")
    assert "'Über {1}'" in sentence
    assert sentence != "A backend cannot be named 'Über {1}'."


def test_what_nobody_translated_stays_as_it_is(german):
    assert said("No such sentence: 1, 2.") == "No such sentence: 1, 2."
    assert said("") == ""
    assert said("x" * 10_000) == "x" * 10_000


def test_english_stays_english(qapp):
    assert said("A backend cannot be named 'x'.") == "A backend cannot be named 'x'."
