"""The places of the library as a tree model."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence, Set
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tagger.entities import TAG_SEPARATOR, Source, TagPath
from tagger.gui.language.core import said
from tagger.gui.words import counted

Index = QModelIndex | QPersistentModelIndex

TAG_MIME = "application/x-tagger-tag"
"""A tag that is dragged: its path as JSON."""
PHOTOS_MIME = "application/x-tagger-photos"
"""Photos that are dragged: their ids as a JSON list."""
SEARCH_MIME = "application/x-tagger-search"
"""A saved search that is dragged to another place among them: its id."""
_TAG, _SEARCH = "tag:", "search:"
TAGS_KEY = "tags"


class SourceRole(IntEnum):
    """What a row needs beyond the roles of Qt."""

    KEY = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    SOURCE = Qt.ItemDataRole.UserRole + 3
    TAG = Qt.ItemDataRole.UserRole + 4
    """The `TagPath` of a tag's row, None for other places."""
    PRIVATE = Qt.ItemDataRole.UserRole + 5
    """Whether it is marked never to be sent, itself or by what it lies in."""


def shown_title(source: Source) -> str:
    """What a place is called: the program's own in the user's language, folders, labels and tags as they are."""
    return source.title if ":" in source.key else said(source.title)


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
    """Sources, nested, replaced as a whole. It only looks up; a tag that is renamed in it is a wish.

    Signals:
        rename_wished(TagPath, str): Another name was typed for a tag.
    """

    rename_wished = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _root(())
        self._private: frozenset[tuple[str, str]] = frozenset()

    def set_private(self, folders: Sequence[str], tags: Sequence[str]) -> None:
        """These folders and tags are marked never to be sent."""
        marks = {("folder", folder) for folder in folders} | {("tag", tag.casefold()) for tag in tags}
        self._private = frozenset(marks)

    def marked(self, kind: str, value: str) -> bool:
        """Whether exactly this folder or tag is marked."""
        return (kind, value.casefold() if kind == "tag" else value.rstrip(os.sep)) in self._private

    def _is_private(self, key: str) -> bool:
        kind, _colon, value = key.partition(":")
        if not self._private or kind not in ("folder", "tag"):
            return False
        end = os.sep if kind == "folder" else TAG_SEPARATOR
        place = (value.casefold() if kind == "tag" else value.rstrip(os.sep)) + end
        return any(each == kind and place.startswith(mark + end) for each, mark in self._private)

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
            case Qt.ItemDataRole.ToolTipRole if source.away and ":" in source.key:
                return self.tr("{folder} – its drive is not connected").format(folder=shown_title(source))
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return shown_title(source)
            case Qt.ItemDataRole.AccessibleTextRole:
                text = self.tr("{title}, {count}").format(title=shown_title(source), count=self._photos(source.count))
                if source.away and ":" in source.key:
                    text = self.tr("{place}, not connected").format(place=text)
                return self.tr("{place}, never sent").format(place=text) if self._is_private(source.key) else text
            case SourceRole.PRIVATE:
                return self._is_private(source.key)
            case SourceRole.KEY:
                return source.key
            case SourceRole.COUNT:
                return source.count
            case SourceRole.SOURCE:
                return source
            case SourceRole.TAG:
                return tag_of(source.key)
            case Qt.ItemDataRole.EditRole:
                return source.title
        return None

    def _photos(self, count: int) -> str:
        return counted(count, self.tr("1 photo"), self.tr("{n} photos"))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Wish for another name. It is never there at once: what the change touches is shown before it happens."""
        tag, name = index.data(SourceRole.TAG), str(value).strip()
        if role == Qt.ItemDataRole.EditRole and tag is not None and name and name != self._node(index).source.title:
            self.rename_wished.emit(tag, name)
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        key = self._node(index).source.key
        if key.startswith(_TAG):
            return flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        if key.startswith(_SEARCH):
            return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if key == TAGS_KEY else flags

    def mimeTypes(self) -> list[str]:
        return [TAG_MIME, PHOTOS_MIME, SEARCH_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for key in (str(index.data(SourceRole.KEY)) for index in indexes[:1]):
            if key.startswith(_SEARCH):
                data.setData(SEARCH_MIME, key.removeprefix(_SEARCH).encode())
        for tag in filter(None, (index.data(SourceRole.TAG) for index in indexes[:1])):
            data.setData(TAG_MIME, json.dumps(tag).encode())
            data.setText(tag.replace(TAG_SEPARATOR, " › "))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        onto = parent.data(SourceRole.TAG) if parent.isValid() else None
        if data.hasFormat(SEARCH_MIME):
            return parent.isValid() and self._node(parent).source.key.startswith(_SEARCH)
        if data.hasFormat(PHOTOS_MIME):
            return onto is not None
        top = parent.isValid() and self._node(parent).source.key == TAGS_KEY
        if not data.hasFormat(TAG_MIME) or not (onto is not None or top):
            return False
        tag = str(json.loads(bytes(data.data(TAG_MIME).data()))).casefold()
        return not f"{(onto or '').casefold()}{TAG_SEPARATOR}".startswith(tag + TAG_SEPARATOR)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Nothing moves by itself: the view tells what was dropped where."""
        return False


def tag_of(key: str) -> TagPath | None:
    """The tag behind a source's key, None for other places."""
    return TagPath(key.removeprefix(_TAG)) if key.startswith(_TAG) else None


def key_of(tag: TagPath) -> str:
    """The key of a tag's source."""
    return _TAG + tag


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
