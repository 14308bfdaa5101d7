"""The places of the library as a tree model."""

from __future__ import annotations

from collections.abc import Sequence, Set
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tagger.entities import Source

Index = QModelIndex | QPersistentModelIndex


class SourceRole(IntEnum):
    """What a row needs beyond the roles of Qt."""

    KEY = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    SOURCE = Qt.ItemDataRole.UserRole + 3


class Node:
    """A source with its place in the tree; the nodes below are made when somebody looks."""

    __slots__ = ("_children", "parent", "row", "source")

    def __init__(self, source: Source, parent: Node | None, row: int) -> None:
        self.source = source
        self.parent = parent
        self.row = row
        self._children: list[Node] | None = None

    @property
    def children(self) -> list[Node]:
        """The nodes below, in order."""
        if self._children is None:
            self._children = [Node(child, self, row) for row, child in enumerate(self.source.children)]
        return self._children


class SourcesModel(QAbstractItemModel):
    """Sources, nested; read-only, replaced as a whole. It only looks up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _root(())

    def set_sources(self, sources: Sequence[Source]) -> None:
        """Show these instead. Where only the counts changed, every index stays what it was."""
        root = _root(sources)
        if _same_shape(self._root.source, root.source):
            self._take_counts(self._root, root.source)
            return
        self.beginResetModel()
        self._root = root
        self.endResetModel()

    def source(self, index: Index) -> Source | None:
        """The source of an index, None for an invalid one."""
        return index.internalPointer().source if index.isValid() else None

    def find(self, key: str) -> QModelIndex:
        """The index of the source with this key, an invalid one if there is none."""
        path = _path(self._root.source, key)
        index = QModelIndex()
        for row in path or ():
            index = self.index(row, 0, index)
        return index

    def find_all(self, keys: Set[str]) -> list[QModelIndex]:
        """The indexes of these places, parents first; not those inside of a place that is not asked for."""
        found: list[QModelIndex] = []
        waiting = [self._root]
        while waiting and keys:
            chosen = [child for child in waiting.pop().children if child.source.key in keys]
            found += [self._index_of(child) for child in chosen]
            waiting += chosen
        return found

    def _take_counts(self, node: Node, source: Source) -> None:
        made = node._children
        if node.source == source:
            return
        node.source = source
        for child, new in zip(made or (), source.children, strict=False):
            self._take_counts(child, new)
        if made:
            parent = self._index_of(node)
            self.dataChanged.emit(self.index(0, 0, parent), self.index(len(made) - 1, 0, parent))

    def _index_of(self, node: Node) -> QModelIndex:
        return QModelIndex() if node.parent is None else self.createIndex(node.row, 0, node)

    def _node(self, index: Index) -> Node:
        return index.internalPointer() if index.isValid() else self._root

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = (parent.internalPointer() or self._root).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, child: Index | None = None) -> Any:
        """Of an index as Qt asks for it; without one the QObject that owns the model."""
        if child is None:
            return super().parent()
        node = self._node(child).parent
        return QModelIndex() if node is None else self._index_of(node)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len((parent.internalPointer() or self._root).source.children)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        # Asked for every row of an open place; Qt's own would ask for rows and columns.
        return bool((parent.internalPointer() or self._root).source.children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        source = self._node(index).source
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return source.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{title}, {count}").format(title=source.title, count=_photos(self, source.count))
            case SourceRole.KEY:
                return source.key
            case SourceRole.COUNT:
                return source.count
            case SourceRole.SOURCE:
                return source
        return None


def _photos(model: QObject, count: int) -> str:
    return model.tr("1 photo") if count == 1 else model.tr("{0} photos").format(f"{count:,}")


def _root(sources: Sequence[Source]) -> Node:
    return Node(Source("", "", "", 0, tuple(sources)), None, 0)


def _same_shape(old: Source, new: Source) -> bool:
    """Whether both have the same places with the same names, whatever the counts."""
    if old is new:
        return True
    if (old.key, old.title, len(old.children)) != (new.key, new.title, len(new.children)):
        return False
    return all(map(_same_shape, old.children, new.children))


def _path(source: Source, key: str) -> list[int] | None:
    """Rows that lead from a source to the one with the key."""
    for row, child in enumerate(source.children):
        if child.key == key:
            return [row]
        if (below := _path(child, key)) is not None:
            return [row, *below]
    return None
