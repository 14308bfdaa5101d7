"""The language of the window: Qt's translations and ours, chosen by the system or by the user."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tagger.resources import resource
from tagger.settings.languages import LANGUAGES, SOURCE


def available() -> list[str]:
    """Two-letter codes of the languages there are."""
    folder = resource("translations")
    return [code for code in LANGUAGES if code == SOURCE or (folder / f"tagger_{code}.qm").exists()]


def choose(wanted: str, preferred: Sequence[str] | None = None) -> str:
    """The language to show.

    Args:
        wanted: A code, or ``system``.
        preferred: The system's languages such as ``de-AT``, best first; by default those of this one.
    """
    there = available()
    if wanted != "system":
        return wanted if wanted in there else SOURCE
    for name in QLocale.system().uiLanguages() if preferred is None else preferred:
        code = name.replace("_", "-").partition("-")[0]
        if code in there:
            return code
    return SOURCE


def locale(language: str) -> QLocale:
    """How numbers and dates are written: as the system does, if it speaks the language, else as is usual in it."""
    system = QLocale.system()
    return system if system.name().partition("_")[0] == language else QLocale(language)


def install(app: QApplication, language: str) -> None:
    """Show the window in a language from now on; what is on screen already stays as it is.

    Args:
        app: The application.
        language: One of `available`.
    """
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(locale(language))
    if language == SOURCE:
        return
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("tagger", str(resource("translations"))),
    ):
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
