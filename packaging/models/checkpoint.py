"""Reads PyTorch's file format of before version 1.6 without PyTorch, and without running what a pickle may contain."""

from __future__ import annotations

import collections
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from models.graph import Array

MAGIC = 0x1950A86A20F9469CFC6C
PROTOCOL = 1001
STORAGES = {"FloatStorage": np.float32, "LongStorage": np.int64, "HalfStorage": np.float16, "IntStorage": np.int32}


@dataclass(frozen=True)
class View:
    """A tensor as a view of a storage; offsets and strides count numbers."""

    storage: str
    offset: int
    size: tuple[int, ...]
    stride: tuple[int, ...]


def _view(storage: str, offset: int, size: tuple[int, ...], stride: tuple[int, ...], *_rest: Any) -> View:
    return View(storage, offset, size, stride)


class _Unpickler(pickle.Unpickler):
    """Knows the four things a state dictionary is made of, and nothing else."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self.types: dict[str, Any] = {}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _view
        if module == "torch" and name in STORAGES:
            return name
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed in a checkpoint")

    def persistent_load(self, identity: Any) -> str:
        kind, storage_type, key, _location, _size, view = identity
        if kind != "storage" or view is not None:
            raise pickle.UnpicklingError("unknown storage")
        self.types[key] = STORAGES[storage_type]
        return str(key)


def read(path: Path) -> dict[str, Array]:
    """The arrays of a state dictionary by name.

    Raises:
        pickle.UnpicklingError: the file is not such a dictionary.
    """
    with path.open("rb") as file:
        if _Unpickler(file).load() != MAGIC or _Unpickler(file).load() != PROTOCOL:
            raise pickle.UnpicklingError(f"{path.name} is not a checkpoint of the old format")
        _Unpickler(file).load()
        contents = _Unpickler(file)
        views: dict[str, View] = contents.load()
        storages = {key: _storage(file, contents.types[key]) for key in _Unpickler(file).load()}
    return {name: _array(storages[view.storage], view) for name, view in views.items()}


def _storage(file: BinaryIO, dtype: Any) -> Array:
    count = int.from_bytes(file.read(8), "little")
    return np.frombuffer(file.read(count * np.dtype(dtype).itemsize), dtype)


def _array(storage: Array, view: View) -> Array:
    strides = [step * storage.itemsize for step in view.stride]
    return np.lib.stride_tricks.as_strided(storage[view.offset :], view.size, strides).copy()
