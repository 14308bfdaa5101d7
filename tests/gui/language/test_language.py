"""The language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from tagger.errors import TaggerError
from tagger.gui import language
from tagger.gui.language.core import said, said_of
from tagger.gui.words import grouped


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


@pytest.mark.parametrize(
    ("english", "translated"),
    [
        ("accept heron", "heron annehmen"),
        ("accept 12,408 × heron", "12.408 × heron annehmen"),
        ("accept 12,408, reject 1 × heron", "12.408 annehmen, 1 ablehnen × heron"),
        ("add tag Sea on 3 photos on 12 photos", "Stichwort Sea on 3 photos bei 12 Fotos hinzufügen"),
        ("move tag Sea to the top", "Stichwort Sea ganz nach oben verschieben"),
        ("add tag Profile", "Stichwort Profile hinzufügen"),
        ("larger: 24.2 MP against 2.1 MP", "größer: 24,2 MP gegen 2,1 MP"),
        ("/a.jpg is left alone: it is empty", "/a.jpg bleibt, wie es ist: es ist leer"),
        (
            "not clear: hardly better, and the other comes first by: More pixels",
            "nicht eindeutig: kaum besser, und das andere geht vor nach: Mehr Pixel",
        ),
        ("The file is empty. Install it again.", "Die Datei ist leer. Neu installieren."),
        ("The file is empty. No such advice.", "Die Datei ist leer. No such advice."),
    ],
)
def test_titles_and_several_sentences_are_told_apart(german, english, translated):
    assert said(english) == translated


def test_numbers_are_grouped_as_the_language_does(german):
    assert grouped(12_408) == "12.408"
    language.install(german, "en")
    assert grouped(12_408) == "12,408"


def test_an_error_is_said_with_its_advice(german):
    assert said_of(TaggerError("The file is empty.", "Install it again.")) == "Die Datei ist leer. Neu installieren."


def test_what_nobody_translated_stays_as_it_is(german):
    assert said("No such sentence: 1, 2.") == "No such sentence: 1, 2."
    assert said("") == ""
    assert said("x" * 10_000) == "x" * 10_000


def test_english_stays_english(qapp):
    assert said("A backend cannot be named 'x'.") == "A backend cannot be named 'x'."
