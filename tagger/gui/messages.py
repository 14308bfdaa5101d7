"""Messages to the user: a bridge that any part may speak to, even before the window exists, and the bar."""

from __future__ import annotations

import logging
import traceback
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from tagger.errors import TaggerError
from tagger.gui import theme
from tagger.gui.announcing import say_aloud
from tagger.gui.icon_label import IconLabel
from tagger.gui.icons import icon
from tagger.gui.jobs.bar import WorkBar
from tagger.gui.language.core import said

log = logging.getLogger(__name__)
_INFO_SHOWN_MS = 6000
_WIDEST_PX = 720
_NARROWEST_PX = 440
_MARGIN_PX = 12
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide)


class Level(StrEnum):
    """How urgent a message is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """What is said. A message with the ``key`` of one that is shown takes its place.

    Attributes:
        undoable: It is about the operation that was done last, which can be offered to be taken back.
        undo: Takes back what it is about, where that is no operation of the journal.
        more: A title and what it does, where something else can be done with what it is about, such as opening it.
    """

    text: str
    level: Level = Level.INFO
    details: str = ""
    key: str = ""
    undoable: bool = False
    undo: Callable[[], object] | None = None
    more: tuple[str, Callable[[], object]] | None = None


class Messages(QObject):
    """The bridge. It may be called from any thread; messages wait until somebody shows them.

    Signals:
        said(Message): something new to show.
    """

    said = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Message] = []
        self._watched = False

    def watch(self, show: object) -> None:
        """Connect the first view; it gets what was said before it existed."""
        self.said.connect(show, Qt.ConnectionType.QueuedConnection)
        self._watched = True
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self.said.emit(message)

    def say(
        self,
        text: str,
        level: Level = Level.INFO,
        *,
        details: str = "",
        key: str = "",
        undoable: bool = False,
        undo: Callable[[], object] | None = None,
        more: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say something; see `Message`."""
        message = Message(text, level, details, key, undoable, undo, more)
        if self._watched:
            self.said.emit(message)
        else:
            self._waiting.append(message)

    def report(self, error: BaseException) -> None:
        """Say what went wrong: a fault of the environment with its advice, a bug with details to copy."""
        if isinstance(error, BaseExceptionGroup):
            for inner in error.exceptions:
                self.report(inner)
            return
        if isinstance(error, TaggerError):
            log.info("%s", error)
            self.say(f"{said(error.message)} {said(error.advice)}".strip(), Level.ERROR, key=error.message)
            return
        details = "".join(traceback.format_exception(error))
        log.error("A bug: %s", details)
        text = self.tr("Something went wrong inside Tagger. Your photos are untouched; what was saved is kept.")
        self.say(text, Level.ERROR, details=details, key="bug")


class MessageBar(QFrame):
    """One line that shows one message at a time, the newest first.

    It lies in the line at the bottom of its parent, beside what runs there: nothing moves when it comes and goes, and
    nothing that is looked at or pressed is under it. Where the line is hidden or full it lies over the page.

    Signals:
        focus_left(): the bar went away while it had the focus.
        undo_wanted(int): what a message was about is to be taken back; the operation's place in the journal.
    """

    focus_left = Signal()
    undo_wanted = Signal(int)

    def __init__(self, messages: Messages, parent: QWidget | None = None, line: QWidget | None = None) -> None:
        """``line`` is the line at the bottom of ``parent``."""
        super().__init__(parent)
        self._line = line
        self._step: int | None = None
        self._shown: OrderedDict[str, Message] = OrderedDict()
        self._count = 0
        self._icon, self._text = IconLabel(20), QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.clicked.connect(self._want_undo)
        self._undo.hide()
        self.more = QPushButton()
        self.more.clicked.connect(self._do_more)
        self.more.hide()
        self._copy = QPushButton(self.tr("Copy details"))
        self._copy.clicked.connect(self._copy_details)
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.setAutoRaise(True)
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.dismiss)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 4, 1)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._undo)
        layout.addWidget(self.more)
        layout.addWidget(self._copy)
        layout.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=_INFO_SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        self.setProperty("role", "message")
        self.setAccessibleName(self.tr("Message"))
        self.hide()
        self._watch(messages, parent, line)

    def _watch(self, messages: Messages, parent: QWidget | None, line: QWidget | None) -> None:
        for watched in filter(None, (parent, line)):
            watched.installEventFilter(self)
        theme.state().changed.connect(self._make_room)
        messages.watch(self.show_message)

    @property
    def message(self) -> Message | None:
        """The message in view."""
        return next(reversed(self._shown.values()), None)

    def show_message(self, message: Message) -> None:
        """Put a message on top."""
        self._count += 1
        key = message.key or str(self._count)
        self._shown.pop(key, None)
        if message.level is Level.INFO:  # older news would come back when this goes, and be wrong by then
            self._shown = OrderedDict((k, m) for k, m in self._shown.items() if m.level is not Level.INFO)
        self._shown[key] = message
        say_aloud(self, message.text, at_once=message.level is Level.ERROR)
        self._step = None
        while len(self._shown) > 20:
            self._shown.popitem(last=False)
        self._refresh()

    def dismiss(self) -> None:
        """Close the message in view; the one under it appears."""
        if self._shown:
            self._shown.popitem()
        self._step = None
        self._refresh()

    def offer_undo(self, message: Message, step: int) -> None:
        """Offer to take back what a message is about, if it is still the one in view."""
        if message is self.message:
            self._step = step
            self._refresh()

    def keep_offer(self, last: int | None) -> None:
        """Another operation may be the last one now: what is no longer it is not offered any more."""
        if self._step is not None and self._step != last:
            self._step = None
            self._refresh()

    def _want_undo(self) -> None:
        step, self._step, message = self._step, None, self.message
        self.dismiss()
        if step is not None:
            self.undo_wanted.emit(step)
        elif message is not None and message.undo is not None:
            message.undo()

    def _do_more(self) -> None:
        message = self.message
        self.dismiss()
        if message is not None and message.more is not None:
            message.more[1]()

    def _refresh(self) -> None:
        message = self.message
        focus = self.window().focusWidget()  # also while another program has the keyboard
        held = focus is not None and self.isAncestorOf(focus)
        self.setVisible(message is not None)
        self._place()
        if held and message is None:
            self.focus_left.emit()
        self._timer.stop()
        if message is None:
            return
        self._icon.set_icon(message.level)
        self._text.setText(message.text)
        self._copy.setVisible(bool(message.details))
        self._undo.setVisible(self._step is not None or message.undo is not None)
        self.more.setText(message.more[0] if message.more else "")
        self.more.setVisible(message.more is not None)
        self._place()
        self.setAccessibleDescription(message.text)
        if message.level is Level.INFO:
            self._timer.start()

    def _place(self) -> None:
        """In the line at the bottom if there is room, else above it; as high as the text needs."""
        over = self.parentWidget()
        if over is None or self.message is None:
            return
        room = self._room(over)
        self._row.activate()
        needed = max(
            self.heightForWidth(room.width()), self.minimumSizeHint().height()
        )  # with the frame around the row
        height = max(needed, room.height())
        self.setGeometry(room.x(), room.bottom() + 1 - height, room.width(), height)
        self.raise_()

    def _make_room(self) -> None:
        """Let the line be as high as a message of one line from the start: nothing moves when one comes."""
        if self._line is not None:
            self._copy.ensurePolished()
            margins, frame = self._row.contentsMargins(), 2 * self.frameWidth()
            high = max(self._copy.sizeHint().height(), self._close.sizeHint().height(), self._icon.sizeHint().height())
            self._line.setMinimumHeight(high + margins.top() + margins.bottom() + frame)

    def _room(self, over: QWidget) -> QRect:
        """Where it may lie in its parent; more height than this grows upwards."""
        line, bottom = self._line, over.rect()
        if line is not None and line.isVisible():
            free = QRect(line.mapTo(over, QPoint()), line.size())
            for other in line.findChildren(WorkBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if other.isVisible() and self.isRightToLeft():
                    free.setRight(min(free.right(), other.mapTo(over, QPoint()).x()))
                elif other.isVisible():
                    free.setLeft(max(free.left(), other.mapTo(over, QPoint(other.width(), 0)).x()))
            if free.width() >= theme.scaled(_NARROWEST_PX):
                return free
            bottom.setBottom(free.top())
        width = min(over.width() - 2 * _MARGIN_PX, theme.scaled(_WIDEST_PX))
        return QRect((over.width() - width) // 2, bottom.bottom() - _MARGIN_PX, width, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom."""
        if event.type() == QEvent.Type.Show and watched is self.parentWidget():
            self._make_room()
        if event.type() in _MOVING:
            self._place()
        return super().eventFilter(watched, event)

    def _copy_details(self) -> None:
        if self.message is not None:
            QGuiApplication.clipboard().setText(f"{self.message.text}\n\n{self.message.details}")
