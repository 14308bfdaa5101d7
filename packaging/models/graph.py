"""An ONNX graph under construction, and the tensors of a graph that was laid out differently.

TensorFlow keeps channels last and writes padding and transposing as steps of their own. A `Tensor` remembers both
instead of doing them, so that a convolution can take the padding as its own and most transposes cancel out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import NodeProto, TensorProto, helper, numpy_helper

Array = npt.NDArray[Any]
Shape = tuple[int, ...]
CHANNELS_LAST: Shape = (0, 2, 3, 1)
"""A picture that is seen as N, H, W, C and stored as N, C, H, W."""


@dataclass(frozen=True)
class Tensor:
    """What TensorFlow sees: the stored tensor ``name``, transposed, then padded.

    Attributes:
        name: The tensor in the ONNX graph.
        stored: Its shape there.
        axes: For each axis as seen, the axis as stored.
        pads: Before and after each axis as seen, None for no padding.
        fill: What the padding holds.
    """

    name: str
    stored: Shape
    axes: Shape
    pads: tuple[tuple[int, int], ...] | None = None
    fill: float = 0.0

    @classmethod
    def plain(cls, name: str, shape: Sequence[int]) -> Tensor:
        """A tensor that is stored as it is seen."""
        return cls(name, tuple(shape), tuple(range(len(shape))))

    def transposed(self, order: Sequence[int]) -> Tensor:
        """The same, with its axes as seen in another order."""
        pads = None if self.pads is None else tuple(self.pads[i] for i in order)
        return replace(self, axes=tuple(self.axes[i] for i in order), pads=pads)


class GraphBuilder:
    """Collects nodes and constants, naming them by one counter, so that the same input gives the same bytes."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: dict[str, Array] = {}
        self._count = 0

    def constant(self, array: Array, prefix: str = "c") -> str:
        """Add a constant and return its name."""
        name = self._name(prefix)
        self.constants[name] = np.ascontiguousarray(array)
        return name

    def add(self, operator: str, inputs: Sequence[str], **attributes: Any) -> str:
        """Add a node with one output and return the output's name."""
        return self.add_many(operator, inputs, 1, **attributes)[0]

    def add_many(self, operator: str, inputs: Sequence[str], outputs: int, **attributes: Any) -> list[str]:
        """Add a node and return the names of its outputs."""
        names = [self._name(operator) for _ in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, name=names[0], **attributes))
        return names

    def rename(self, source: str, name: str) -> None:
        """Give a tensor a second name, under which it leaves the graph."""
        self.nodes.append(helper.make_node("Identity", [source], [name]))

    def stored_as(self, tensor: Tensor, axes: Shape | None = None) -> Tensor:
        """The tensor without padding to come, stored with these axes (by default: as it is seen)."""
        wanted = tuple(range(len(tensor.stored))) if axes is None else axes
        name, stored = tensor.name, tensor.stored
        if tensor.axes != wanted:
            order = [0] * len(wanted)
            for seen, place in enumerate(wanted):
                order[place] = tensor.axes[seen]
            name = self.add("Transpose", [name], perm=order)
            stored = tuple(stored[i] for i in order)
        if tensor.pads is not None:
            name, stored = self._padded(name, stored, wanted, tensor)
        return Tensor(name, stored, wanted)

    def unpadded(self, tensor: Tensor) -> Tensor:
        """The tensor with its padding done, stored as it was."""
        return tensor if tensor.pads is None else self.stored_as(tensor, tensor.axes)

    def initializers(self) -> list[TensorProto]:
        """The constants as ONNX keeps them."""
        return [numpy_helper.from_array(array, name) for name, array in self.constants.items()]

    def _padded(self, name: str, stored: Shape, axes: Shape, tensor: Tensor) -> tuple[str, Shape]:
        assert tensor.pads is not None
        pads = [(0, 0)] * len(axes)
        for seen, pad in enumerate(tensor.pads):
            pads[axes[seen]] = pad
        amounts = np.array([before for before, _ in pads] + [after for _, after in pads], np.int64)
        inputs = [name, self.constant(amounts)]
        if tensor.fill:
            inputs.append(self.constant(np.array(tensor.fill, np.float32)))
        shape = tuple(side + before + after for side, (before, after) in zip(stored, pads, strict=True))
        return self.add("Pad", inputs), shape

    def _name(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}_{self._count}"
