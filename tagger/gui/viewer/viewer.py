"""The place for one photo: the photo itself, its caption, and what is said when it cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from tagger.entities import Photo, PhotoState
from tagger.gui.announcing import say_aloud
from tagger.gui.icon_label import IconLabel
from tagger.gui.language.core import said
from tagger.gui.viewer import access
from tagger.gui.viewer.caption import Caption
from tagger.gui.viewer.photo_view import PhotoView

_BUSY_AFTER_MS = 300


class Viewer(QWidget):
    """Shows one photo. It is told about the photo first, then given its thumbnail and its decoded image as they come.

    Attributes:
        view: The photo with its boxes; the window connects its signals `hovered`, `picked` and `zoom_changed`.
        caption: The line under it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install()
        self.view = PhotoView()
        self.caption = Caption()
        self._photo: Photo | None = None
        self._notice = _Notice()
        self._pages = QStackedWidget()
        self._pages.setProperty("role", "photo")
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._notice)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self.caption)
        self._slow = QTimer(self, singleShot=True, interval=_BUSY_AFTER_MS)
        self._slow.timeout.connect(self._say_loading)
        self.view.zoom_changed.connect(self.caption.show_zoom)
        self.setFocusProxy(self.view)
        self.setAccessibleName(self.tr("Viewer"))
        self.show_nothing()

    def add_below(self, widget: QWidget) -> None:
        """Put something under the line."""
        self._column.addWidget(widget)

    @property
    def photo(self) -> Photo | None:
        """The photo shown, or None."""
        return self._photo

    def show_nothing(self) -> None:
        """Show that no photo is selected."""
        self._photo = None
        self._slow.stop()
        self.view.show_nothing()
        self.caption.clear()
        self._say("photo", self.tr("No photo selected"), self.tr("Choose a photo in the grid to see it here."))

    def show_photo(self, photo: Photo) -> None:
        """Turn to this photo; its image follows by `show_thumbnail` and `show_image`, or a fault by `show_error`.

        For the photo shown already only the words are taken over.
        """
        other = self._photo is None or self._photo.id != photo.id
        self._photo = photo
        self.caption.show_photo(photo)
        self.view.setAccessibleDescription(photo.name)
        if other:
            say_aloud(self.view, photo.name)
        if photo.state == PhotoState.OK and other:
            self.view.show_nothing()
            self._turn_to(self.view)
            self._slow.start()
        elif photo.state == PhotoState.UNREADABLE:
            self.show_error(said(photo.error or ""))
        elif photo.state == PhotoState.MISSING:
            self._show_missing(photo)
        self.view.set_regions(photo.facts.regions if photo.state == PhotoState.OK else ())

    def show_position(self, number: int, total: int) -> None:
        """Say which photo of how many this is, counted from one."""
        self.caption.show_position(number, total)

    def show_thumbnail(self, image: QImage) -> None:
        """Show a small upright image of the photo until the decoded one comes."""
        self._show(image)

    def show_image(self, image: QImage) -> None:
        """Show the decoded upright photo."""
        self._slow.stop()
        self.caption.note.clear()
        self._show(image)

    def keep_small(self) -> None:
        """Leave it at the small image: the photo is on a drive that is not connected."""
        self._slow.stop()
        self.caption.note.setText(self.tr("Its drive is not connected; this is its thumbnail"))

    def show_error(self, message: str, advice: str = "") -> None:
        """Say why the photo cannot be shown, and what to do."""
        self._slow.stop()
        self.caption.note.clear()
        self.caption.show_zoom(0.0)
        self.view.show_nothing()
        if not message:
            advice = advice or self.tr(
                "The file may be damaged or not fully copied. Open it in another program, or copy it from its source."
            )
        self._say("unreadable", self.tr("This photo cannot be read"), f"{message}\n\n{advice}".strip())

    def _show_missing(self, photo: Photo) -> None:
        self.show_error(photo.path)
        advice = self.tr("Connect the drive it is on, or look through the folder again if it was moved.")
        self._say("missing", self.tr("The file of this photo is not there"), f"{photo.path}\n\n{advice}")

    def _show(self, image: QImage) -> None:
        if self._photo is None or image.isNull():
            return
        known = self._photo.width, self._photo.height
        size = known if known[0] and known[1] else (image.width(), image.height())
        self._turn_to(self.view)
        self.view.show_photo(image, (size[0] or 1, size[1] or 1))

    def _say(self, name: str, title: str, text: str) -> None:
        self._notice.say(name, title, text)
        self._turn_to(self._notice)

    def _turn_to(self, page: QWidget) -> None:
        """Bring the photo or the notice into view; the focus goes along, or the keys would go somewhere else."""
        before = self._pages.currentWidget()
        held = self.window().focusWidget() is before
        self.setFocusProxy(page)
        self._pages.setCurrentWidget(page)
        if held and page is not before:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_loading(self) -> None:
        self.caption.note.setText(self.tr("Loading…"))


class _Notice(QFrame):
    """A picture, a title and a text in the middle of the empty place."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._icon, self._title, self._text = IconLabel(40), QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def say(self, name: str, title: str, text: str) -> None:
        """Show these words under the icon of this name."""
        self._icon.set_icon(name)
        self._title.setText(title)
        self._text.setText(text)
        self._fit_text()
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_text()

    def _fit_text(self) -> None:
        width = min(480, max(self.width() - 48, 120))
        self._text.setFixedSize(width, self._text.heightForWidth(width))
