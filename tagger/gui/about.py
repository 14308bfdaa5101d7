"""What the program is, and where its log lies."""

from __future__ import annotations

import logging
import logging.handlers
import re
from pathlib import Path

import platformdirs
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from tagger import __version__
from tagger.gui.messages import Messages
from tagger.resources import resource


def log_path() -> Path:
    """The log file."""
    return Path(platformdirs.user_log_dir("Tagger", appauthor=False)) / "tagger.log"


def start_log() -> logging.Handler | None:
    """Write warnings and errors to the log file, a few megabytes at most; None where it cannot be written."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def show_log(messages: Messages) -> None:
    """Open the log with the system's program for it; where there is none, say where it lies."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_path()))):
        messages.say(str(log_path()), key="log")


def _notices() -> str:
    """The libraries with their licences, then what is said of the models, the icons and the samples."""
    from tagger.gui.help.libraries import bundled

    lines = [f"{each.name} {each.version} — {each.licence}\n    {each.home}".rstrip() for each in bundled()]
    icons = "Phosphor icons 1.3 — MIT (in QtAwesome)\n    https://phosphoricons.com"
    text = resource("THIRD_PARTY_NOTICES.md").read_text("utf-8")
    models = re.sub(r"^## Libraries\n.*?(?=^## )", "", text, flags=re.DOTALL | re.MULTILINE)  # those are told above
    return "\n".join(["# Libraries", "", *lines, icons, "", models])


class AboutDialog(QDialog):
    """Name, version, licence, and the notices of what the program is made of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Tagger"))
        self.resize(640, 480)
        title = QLabel(f"Tagger {__version__}")
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "Recognises what is in your photos on this machine, lets you review it, and writes what you accept into"
                " XMP sidecars. Free software under the GNU General Public License, version 3 or later."
            )
        )
        text.setWordWrap(True)
        notices = QPlainTextEdit(_notices())
        notices.setReadOnly(True)
        notices.setTabChangesFocus(True)
        notices.setAccessibleName(self.tr("Third-party notices"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        self.rejected.connect(self.close)  # Escape only hides a dialog
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for widget in (title, text, notices, buttons):
            layout.addWidget(widget)
