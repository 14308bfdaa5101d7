"""Runs the window: QApplication, the asyncio loop on top of it, one route for every error, and an ending in stages."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_API", "pyside6")  # qasync must not pick another binding that happens to be installed

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from tagger import __version__
from tagger.app import Tagger
from tagger.errors import DamagedLibrary, LibraryError, TaggerError
from tagger.gui import about, language, theme
from tagger.gui.garbage import Garbage
from tagger.gui.language.core import said
from tagger.gui.libraries import recent, recovery
from tagger.gui.main_window import MainWindow
from tagger.gui.messages import Level, Messages
from tagger.gui.session import Session
from tagger.settings import Settings, default_config_path

log = logging.getLogger(__name__)
_NO_DISPLAY = (
    "Tagger's window needs a display, and there is none here (DISPLAY and WAYLAND_DISPLAY are not set, or what they"
    " name does not answer). Without one, use the command line: tagger index FOLDER, then tagger recognize;"
    " see tagger --help."
)
_QT_LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}
_SWITCH_S = 0.001
"""How long one thread of Python may keep the others waiting: of the usual 5 ms, a few make a frame late."""


def run(folders: Sequence[str] = (), library: Path | None = None, config: Path | None = None) -> int:
    """Open the window and return when it is closed; the exit status.

    Args:
        folders: Folders to add to the library.
        library: The library file; by default the user's own.
        config: The settings file; by default the user's own.
    """
    if lacks_display():
        print(_NO_DISPLAY, file=sys.stderr)
        return 1
    before = qInstallMessageHandler(_end_without_display)
    app = application()
    qInstallMessageHandler(before)
    try:
        with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
            return runner.run(_start([os.path.abspath(folder) for folder in folders], library, config))
    except TaggerError as error:
        print(f"tagger: {error}", file=sys.stderr)
        return 1


async def _start(folders: Sequence[str], library: Path | None, config: Path | None) -> int:
    """Open the library, restored first if it is damaged and the user wants that, and live on it."""
    try:
        tagger = _opened(library, config)
    except DamagedLibrary as error:
        get = Settings.load(config or default_config_path()).get
        theme.apply(application(), theme.for_settings(get("window.theme"), get("window.contrast")))
        language.install(application(), language.choose(str(get("window.language"))))
        if not await recovery.recover(error):
            print(f"tagger: {error}", file=sys.stderr)
            return 1
        tagger = _opened(library, config)
    await live(tagger, folders)
    return 0


def lacks_display() -> bool:
    """Whether Qt would find nothing to open a window on."""
    return sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def application() -> QApplication:
    """The one QApplication, made as this program needs it."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Tagger")
    app.setOrganizationName("Tagger")
    app.setApplicationVersion(__version__)
    app.setStyle("Fusion")
    # The last window's closing must not stop the loop under the work that is still being ended.
    app.setQuitOnLastWindowClosed(False)
    return app


async def live(tagger: Tagger, folders: Sequence[str], shown: asyncio.Future[MainWindow] | None = None) -> None:
    """The life of the window on an open library, which is closed at its end; then on the library it was changed to.

    Args:
        tagger: The open library.
        folders: Folders to add.
        shown: Is given the first window once it is on screen.
    """
    following: Tagger | None = tagger
    while following is not None:
        following = await _live(following, folders, shown)
        folders, shown = (), None


async def _live(tagger: Tagger, folders: Sequence[str], shown: asyncio.Future[MainWindow] | None) -> Tagger | None:
    """One window on one library, from its opening to its end; the library to go on with, if there is one."""
    get = tagger.settings.get
    theme.apply(application(), theme.for_settings(get("window.theme"), get("window.contrast")))
    language.install(application(), language.choose(str(tagger.settings.get("window.language"))))
    messages = Messages()
    handler = about.start_log()
    session = Session(tagger, messages)
    garbage = Garbage()
    garbage.start()
    sys.setswitchinterval(_SWITCH_S)
    with _ErrorRoutes(messages):
        window = MainWindow(application(), session)
        window.show()
        try:
            window.browser.refresh()
            await window.browser.first_page.wait()
            await window.furnish()
            if shown is not None:
                shown.set_result(window)
            await _warn(session)
            window.activity.begin(folders)
            await window.closing.wait()
        finally:
            await window.activity.stop()
            window.close_for_good()
            await session.close()
            # It goes away only when the loop turns, maybe after the end of that: no timer may begin anything then.
            for timer in window.findChildren(QTimer):
                timer.stop()
            garbage.stop()
            # What is connected with something of Qt lives as long as that does: none of it may outlive its window.
            for thing in (window, session, messages, garbage):
                thing.deleteLater()
        following = window.library.libraries.following
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()
    return following


async def _warn(session: Session) -> None:
    """Say what is wrong with the settings, and with the place of the library."""
    from tagger.library.safety import cautions

    for problem in session.tagger.settings.problems:
        session.messages.say(said(problem), key=problem)
    for caution in await session.call(cautions, session.tagger.store):
        session.messages.say(said(caution), Level.WARNING, key=caution)


def _opened(library: Path | None, config: Path | None) -> Tagger:
    """The library that is named; where none is, the one that was open last, or the standard one."""
    last = recent.to_reopen(config) if library is None else None
    if last is not None:
        try:
            return Tagger.open(last, config)
        except DamagedLibrary:
            raise
        except LibraryError as error:
            log.warning("The last library cannot be opened: %s", error)
    return Tagger.open(library, config)


class _ErrorRoutes:
    """While entered, every error that nobody caught reaches the message bar and the log, wherever it came from."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def __enter__(self) -> None:
        loop = asyncio.get_running_loop()
        self._before = sys.excepthook, threading.excepthook, loop.get_exception_handler()
        self._qt = qInstallMessageHandler(_log_qt)
        sys.excepthook = lambda _type, error, _trace: self._messages.report(error)
        threading.excepthook = lambda args: self._messages.report(args.exc_value or RuntimeError(str(args.exc_type)))
        loop.set_exception_handler(self._loop_error)

    def __exit__(self, *_error: object) -> None:
        sys.excepthook, threading.excepthook, handler = self._before
        asyncio.get_running_loop().set_exception_handler(handler)
        qInstallMessageHandler(self._qt)

    def _loop_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error = context.get("exception")
        self._messages.report(error if isinstance(error, Exception) else RuntimeError(str(context.get("message"))))


def _end_without_display(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """While the application is made: Qt would abort, with a core dump, where a display does not answer."""
    log.info("%s", text)
    if kind is QtMsgType.QtFatalMsg:
        print(_NO_DISPLAY, file=sys.stderr, flush=True)
        os._exit(1)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's own messages go where the program's go."""
    logging.getLogger(f"qt.{context.category}").log(_QT_LEVELS.get(kind, logging.WARNING), "%s", text)
