"""What a field offers while one types: paths with the matched part strong. The focus stays in the field."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.gui import theme
from tagger.gui.icons import icon
from tagger.gui.tokens import ICON_PX
from tagger.vocabulary.completion import Completion

COMPLETION_ROLE = int(Qt.ItemDataRole.UserRole) + 1
CARRIED_ROLE = COMPLETION_ROLE + 1

_SIDE_PX = 8
_STEP = " › "
_LEAST_PX = 280

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    strong: bool


def spoken(completion: Completion) -> str:
    """What a screen reader says of a completion."""
    path = completion.path.replace(TAG_SEPARATOR, _STEP)
    if completion.is_new:
        return QCoreApplication.translate("Completion", "New tag {path}").format(path=path)
    if completion.synonym:
        return QCoreApplication.translate("Completion", "{path}, also {synonym}").format(
            path=path, synonym=completion.synonym
        )
    return path


class CompletionModel(QAbstractListModel):
    """Completions, the likeliest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[Completion] = ()
        self._carried: Collection[TagPath] = ()

    def set_rows(self, rows: Sequence[Completion], carried: Collection[TagPath]) -> None:
        """Show these; ``carried`` are there already on every photo."""
        self.beginResetModel()
        self._rows, self._carried = rows, carried
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        completion = self._rows[index.row()]
        if role == COMPLETION_ROLE:
            return completion
        if role == CARRIED_ROLE:
            return completion.path in self._carried
        if role == Qt.ItemDataRole.DisplayRole:
            return completion.path
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(completion)
        return None


class CompletionPopup(QListView):
    """A list over the window, below its field or above it.

    It is a child of the window rather than a window of its own: so the focus cannot go there, and it stands in the
    right place wherever windows may not choose theirs.

    Signals:
        picked(Completion): One was clicked.
    """

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._completions = CompletionModel(self)
        self.setModel(self._completions)
        self._delegate = _Delegate()
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "palette")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Known tags"))
        self.clicked.connect(lambda index: self.picked.emit(index.data(COMPLETION_ROLE)))
        self.entered.connect(self.setCurrentIndex)
        self.hide()

    @property
    def current(self) -> Completion | None:
        """What Enter would take."""
        found = self.currentIndex().data(COMPLETION_ROLE)
        return found if isinstance(found, Completion) else None

    @property
    def rows(self) -> Sequence[Completion]:
        """What is offered."""
        return self._completions._rows

    def offer(self, rows: Sequence[Completion], *, carried: Collection[TagPath] = (), first: bool = True) -> None:
        """Show these, the first one chosen already; none closes it."""
        self._completions.set_rows(rows, carried)
        if not rows:
            self.hide()
            return
        self._place(len(rows))
        self.setCurrentIndex(self._completions.index(0, 0) if first else QModelIndex())
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go down (1) or up (-1), from the end to the beginning."""
        count = self._completions.rowCount()
        row = self.currentIndex().row()
        following = (row + by) % count if row >= 0 else (0 if by > 0 else count - 1)
        self.setCurrentIndex(self._completions.index(following, 0))

    def _place(self, rows: int) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        height = rows * theme.row_px() + 2
        width = max(self._field.width(), theme.scaled(_LEAST_PX))
        at = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        left = min(
            max(at.x() + self._field.width() - width if self._ends_right(at, width) else at.x(), 0), window.width()
        )
        below = window.height() - at.y()
        above = at.y() - self._field.height() - 4
        top = at.y() if height <= below or below >= above else max(above - height, 0)
        self.setGeometry(left, top, width, min(height, below if top == at.y() else above))

    def _ends_right(self, at: QPoint, width: int) -> bool:
        return at.x() + width > self._field.window().width()

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()  # else it would reach what lies below

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)


class _Delegate(QStyledItemDelegate):
    """The path quiet, what matched strong, the key that makes a new tag at the end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        completion = index.data(COMPLETION_ROLE)
        if not isinstance(completion, Completion):
            return
        painter.save()
        rect = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selected_surface(theme.current())))
        inner = rect.adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
        name = "add" if completion.is_new else "accept" if index.data(CARRIED_ROLE) else ""
        mark = QRect(inner.left(), inner.top() + (inner.height() - ICON_PX) // 2, ICON_PX, ICON_PX)
        if name:
            icon(name, "text_dim").paint(painter, QStyle.visualRect(option.direction, rect, mark))
        inner.setLeft(inner.left() + ICON_PX + _SIDE_PX)
        inner.setRight(inner.right() - self._aside(painter, option.direction, inner, completion))
        self._words(painter, option.direction, inner, completion, quiet=bool(index.data(CARRIED_ROLE)))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme.row_px())

    def _aside(self, painter: QPainter, direction: Qt.LayoutDirection, rect: QRect, completion: Completion) -> int:
        """What is said at the end; the width it took."""
        text = ""
        if completion.is_new:
            text = QCoreApplication.translate("Completion", "new · Shift+Enter")
        elif completion.synonym:
            text = QCoreApplication.translate("Completion", "also “{synonym}”").format(synonym=completion.synonym)
        if not text:
            return 0
        font = theme.font("dim")
        words = sum(_width(run) for run, _is_leaf in _runs(completion))
        room = max(rect.width() // 2, rect.width() - words - _SIDE_PX)
        width = min(QFontMetrics(font).horizontalAdvance(text), room)
        place = QRect(rect.right() + 1 - width, rect.top(), width, rect.height())
        _draw(painter, direction, rect, place, _Run(text, False), "text_dim", dim=True)
        return width + _SIDE_PX

    def _words(
        self, painter: QPainter, direction: Qt.LayoutDirection, rect: QRect, completion: Completion, *, quiet: bool
    ) -> None:
        left = rect.left()
        leaf = completion.path.rfind(TAG_SEPARATOR) < 0
        for run, is_leaf in _shortened(_runs(completion), rect.width()):
            width = _width(run)
            place = QRect(left, rect.top(), min(width, rect.right() + 1 - left), rect.height())
            token = "text_dim" if quiet else "text_strong" if run.strong else "text" if is_leaf or leaf else "text_dim"
            _draw(painter, direction, rect, place, run, token)
            left += width
            if left > rect.right():
                return


def _runs(completion: Completion) -> list[tuple[_Run, bool]]:
    """The path in pieces that are painted alike: whether they matched, and whether they are of the last name."""
    path = completion.path
    start = path.rfind(TAG_SEPARATOR) + 1
    inside = [any(a <= place < b for a, b in completion.spans) for place in range(len(path))]
    runs: list[tuple[_Run, bool]] = []
    for place, letter in enumerate(path):
        strong, is_leaf = inside[place], place >= start
        if letter == TAG_SEPARATOR:
            runs.append((_Run(_STEP, False), False))
        elif runs and runs[-1][0].strong == strong and runs[-1][1] == is_leaf and runs[-1][0].text != _STEP:
            runs[-1] = (_Run(runs[-1][0].text + letter, strong), is_leaf)
        else:
            runs.append((_Run(letter, strong), is_leaf))
    return runs


def _shortened(runs: list[tuple[_Run, bool]], width: int) -> list[tuple[_Run, bool]]:
    """Without as many of the first names as it takes to fit: the last one says most."""
    ellipsis = (_Run("…" + _STEP, False), False)
    whole, cut = runs, False
    while sum(_width(run) for run, _ in whole) + (_width(ellipsis[0]) if cut else 0) > width:
        steps = [place for place, (run, _) in enumerate(whole) if run.text == _STEP]
        if not steps:
            break
        whole, cut = whole[steps[0] + 1 :], True
    return [ellipsis, *whole] if cut else whole


def _width(run: _Run) -> int:
    return QFontMetrics(theme.font(strong=run.strong)).horizontalAdvance(run.text)


def _draw(
    painter: QPainter,
    direction: Qt.LayoutDirection,
    row: QRect,
    place: QRect,
    run: _Run,
    token: str,
    *,
    dim: bool = False,
) -> None:
    font = theme.font("dim" if dim else "base", strong=run.strong)
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    text = QFontMetrics(font).elidedText(run.text, Qt.TextElideMode.ElideRight, place.width() + 1)
    side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    flags = int(side | Qt.AlignmentFlag.AlignAbsolute)
    painter.drawText(QStyle.visualRect(direction, row, place), flags, text)
