"""Reads a TensorFlow.js graph model: ``model.json`` with its nodes, and the weights beside it.

Format: https://github.com/tensorflow/tfjs/blob/master/tfjs-core/src/io/types.ts (weightsManifest, quantization).
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from models.graph import Array


@dataclass(frozen=True)
class Node:
    """One step of the graph. ``inputs`` are names of nodes, as ``name:1`` where it is not the first output."""

    name: str
    operator: str
    inputs: tuple[str, ...]
    attributes: dict[str, dict[str, Any]]

    def text(self, key: str) -> str:
        """A text attribute; texts are base64 in the file."""
        return base64.b64decode(self.attributes[key]["s"]).decode()

    def integers(self, key: str) -> list[int]:
        """An attribute that is a list of integers; they are texts in the file."""
        return [int(item) for item in self.attributes[key]["list"]["i"]]

    def flag(self, key: str) -> bool:
        """A yes-or-no attribute."""
        return bool(self.attributes[key]["b"])

    def real(self, key: str) -> float:
        """A number."""
        return float(self.attributes[key]["f"])


@dataclass(frozen=True)
class GraphModel:
    """A graph model as read."""

    nodes: dict[str, Node]
    weights: dict[str, Array]
    input_shape: tuple[int, ...]

    def order(self, outputs: list[str]) -> list[Node]:
        """The nodes that lead to these outputs, each after what it needs."""
        found: dict[str, Node] = {}

        def visit(name: str) -> None:
            if name in found or name in entered:
                return
            entered.add(name)
            for source in self.nodes[name].inputs:
                visit(source.partition(":")[0])
            found[name] = self.nodes[name]

        entered: set[str] = set()
        for name in outputs:
            visit(name)
        return list(found.values())


def read(path: Path) -> GraphModel:
    """The graph model of a ``model.json``."""
    content = json.loads(path.read_text("utf-8"))
    nodes = {
        node["name"]: Node(node["name"], node["op"], tuple(node.get("input", ())), node.get("attr", {}))
        for node in content["modelTopology"]["node"]
    }
    (signature,) = content["signature"]["inputs"].values()
    shape = tuple(int(dimension["size"]) for dimension in signature["tensorShape"]["dim"])
    return GraphModel(nodes, _weights(content["weightsManifest"], path.parent), shape)


def _weights(manifest: list[dict[str, Any]], folder: Path) -> dict[str, Array]:
    weights = {}
    for group in manifest:
        content = b"".join((folder / name).read_bytes() for name in group["paths"])
        place = 0
        for weight in group["weights"]:
            array = _weight(content, place, weight)
            place += array.nbytes
            weights[weight["name"]] = _widened(array).reshape(weight["shape"])
    return weights


def _weight(content: bytes, place: int, weight: dict[str, Any]) -> Array:
    stored = weight.get("quantization", weight)["dtype"]
    return np.frombuffer(content, np.dtype(stored), int(np.prod(weight["shape"], dtype=np.int64)), place)


def _widened(array: Array) -> Array:
    return array.astype(np.float32) if array.dtype == np.float16 else array.copy()
