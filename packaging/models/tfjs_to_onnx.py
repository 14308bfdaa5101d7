"""Converts the steps of a TensorFlow.js graph that NanoDet uses to ONNX; not a general converter."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from models.graph import CHANNELS_LAST, Array, GraphBuilder, Shape, Tensor
from models.tfjs import GraphModel, Node

INPUT = "images"
LOWEST = -1e30
Value = Array | Tensor


class Converter:
    """Walks a graph model and fills a `GraphBuilder`."""

    def __init__(self, model: GraphModel) -> None:
        self.builder = GraphBuilder()
        self._model = model
        self._values: dict[str, list[Value]] = {}
        self._steps: dict[str, Callable[[Node, list[Value]], Value | list[Value]]] = {
            "Const": lambda node, _: model.weights[node.name],
            "Placeholder": lambda node, _: Tensor.plain(INPUT, model.input_shape),
            "Identity": lambda node, values: values[0],
            "SparseToDense": self._dense,
            "Add": self._sum,
            "AddV2": self._sum,
            "Conv2D": self._convolution,
            "LeakyRelu": lambda node, values: self._each(values[0], "LeakyRelu", alpha=node.real("alpha")),
            "Sigmoid": lambda node, values: self._each(values[0], "Sigmoid"),
            "Transpose": lambda node, values: tensor(values[0]).transposed(integers(values[1])),
            "Pad": self._pad,
            "PadV2": self._pad,
            "MaxPool": self._largest,
            "ResizeBilinear": self._resize,
            "ConcatV2": self._joined,
            "SplitV": self._split,
            "Reshape": self._reshape,
        }

    def convert(self, outputs: dict[str, str]) -> None:
        """Add what leads to these outputs, given as name in the model: name in the ONNX graph."""
        sys.setrecursionlimit(100_000)
        for node in self._model.order(list(outputs)):
            result = self._steps[node.operator](node, [self._value(name) for name in node.inputs])
            self._values[node.name] = result if isinstance(result, list) else [result]
        for name, renamed in outputs.items():
            source = self.builder.stored_as(tensor(self._value(name))).name
            self.builder.rename(source, renamed)

    def _value(self, name: str) -> Value:
        node, _, output = name.partition(":")
        return self._values[node][int(output or 0)]

    def _dense(self, node: Node, values: list[Value]) -> Value:
        places, shape, content, default = (constant(value) for value in values)
        fill = default.reshape(-1)[0] if default.size else 0
        dense = np.full(tuple(int(side) for side in shape), fill, np.int32)
        if places.size:
            dense[tuple(places.reshape(-1, dense.ndim).T)] = content
        return dense

    def _sum(self, node: Node, values: list[Value]) -> Value:
        one, other = values
        if isinstance(one, np.ndarray):
            return np.add(one, constant(other))
        if isinstance(other, np.ndarray):
            return self._with_bias(one, other)
        one, other = self.builder.unpadded(one), self.builder.unpadded(other)
        if other.axes != one.axes:
            other = self.builder.stored_as(other, one.axes)
        shape = tuple(map(max, one.stored, other.stored))
        return Tensor(self.builder.add("Add", [one.name, other.name]), shape, one.axes)

    def _with_bias(self, value: Tensor, bias: Array) -> Tensor:
        last = self.builder.nodes[-1]
        follows = last.op_type == "Conv" and list(last.output) == [value.name] and len(last.input) == 2
        if not follows or bias.size != value.stored[1]:
            raise NotImplementedError("a constant is added to something else than a convolution's channels")
        last.input.append(self.builder.constant(bias.reshape(-1), "b"))
        return value

    def _convolution(self, node: Node, values: list[Value]) -> Tensor:
        kernel = constant(values[1]).transpose(3, 2, 0, 1)
        require_valid(node)
        value, pads = self._own_pads(tensor(values[0]), fill=0.0)
        value = self.builder.stored_as(value, CHANNELS_LAST)
        sides, strides, dilations = kernel.shape[2:], node.integers("strides")[1:3], node.integers("dilations")[1:3]
        reach = [(side - 1) * dilation + 1 for side, dilation in zip(sides, dilations, strict=True)]
        inputs = [value.name, self.builder.constant(kernel, "w")]
        name = self.builder.add(
            "Conv", inputs, kernel_shape=list(sides), strides=strides, dilations=dilations, group=1, pads=pads
        )
        return Tensor(name, (value.stored[0], kernel.shape[0], *shrunk(value, pads, reach, strides)), CHANNELS_LAST)

    def _largest(self, node: Node, values: list[Value]) -> Tensor:
        require_valid(node)
        value, pads = self._own_pads(tensor(values[0]), fill=LOWEST)
        value = self.builder.stored_as(value, CHANNELS_LAST)
        sides, strides = node.integers("ksize")[1:3], node.integers("strides")[1:3]
        name = self.builder.add("MaxPool", [value.name], kernel_shape=sides, strides=strides, pads=pads)
        return Tensor(name, (*value.stored[:2], *shrunk(value, pads, sides, strides)), CHANNELS_LAST)

    def _own_pads(self, value: Tensor, fill: float) -> tuple[Tensor, list[int]]:
        """The tensor without its padding, and the padding as the node's own: top, left, bottom, right."""
        if value.pads is None:
            return value, [0, 0, 0, 0]
        fits = value.fill == 0 if fill == 0 else value.fill < fill
        if not fits or value.pads[0] != (0, 0) or value.pads[3] != (0, 0):
            return value, [0, 0, 0, 0]
        (top, bottom), (left, right) = value.pads[1:3]
        return replace(value, pads=None, fill=0.0), [top, left, bottom, right]

    def _each(self, value: Value, operator: str, **attributes: float) -> Tensor:
        source = self.builder.unpadded(tensor(value))
        return replace(source, name=self.builder.add(operator, [source.name], **attributes))

    def _pad(self, node: Node, values: list[Value]) -> Tensor:
        value = tensor(values[0])
        pads = tuple((int(before), int(after)) for before, after in constant(values[1]))
        fill = float(constant(values[2])) if node.operator == "PadV2" else 0.0
        if not any(map(any, pads)):
            return value
        return replace(self.builder.unpadded(value), pads=pads, fill=fill)

    def _resize(self, node: Node, values: list[Value]) -> Tensor:
        if node.flag("align_corners") or not node.flag("half_pixel_centers"):
            raise NotImplementedError("only resizing with half pixel centres")
        value = self.builder.stored_as(tensor(values[0]), CHANNELS_LAST)
        size = integers(values[1])
        factors = [1, 1, size[0] / value.stored[2], size[1] / value.stored[3]]
        inputs = [value.name, "", self.builder.constant(np.array(factors, np.float32))]
        name = self.builder.add("Resize", inputs, mode="linear", coordinate_transformation_mode="half_pixel")
        return Tensor(name, (*value.stored[:2], *size), CHANNELS_LAST)

    def _joined(self, node: Node, values: list[Value]) -> Tensor:
        axes = tensor(values[0]).axes
        parts = [self.builder.stored_as(tensor(value), axes) for value in values[:-1]]
        axis = axes[integers(values[-1])[0] % len(axes)]
        shape = list(parts[0].stored)
        shape[axis] = sum(part.stored[axis] for part in parts)
        return Tensor(self.builder.add("Concat", [part.name for part in parts], axis=axis), tuple(shape), axes)

    def _split(self, node: Node, values: list[Value]) -> list[Value]:
        value = self.builder.unpadded(tensor(values[0]))
        sizes = integers(values[1])
        axis = value.axes[integers(values[2])[0] % len(value.stored)]
        if -1 in sizes:
            sizes[sizes.index(-1)] = value.stored[axis] - sum(size for size in sizes if size > 0)
        inputs = [value.name, self.builder.constant(np.array(sizes, np.int64))]
        names = self.builder.add_many("Split", inputs, len(sizes), axis=axis)
        return [
            replace(value, name=name, stored=(*value.stored[:axis], size, *value.stored[axis + 1 :]))
            for name, size in zip(names, sizes, strict=True)
        ]

    def _reshape(self, node: Node, values: list[Value]) -> Tensor:
        value = self.builder.stored_as(tensor(values[0]))
        shape = integers(values[1])
        if -1 in shape:
            shape[shape.index(-1)] = int(np.prod(value.stored)) // int(-np.prod(shape))
        # 0 keeps the number of photos as it comes.
        asked = [0, *shape[1:]] if shape[0] == value.stored[0] == 1 else shape
        inputs = [value.name, self.builder.constant(np.array(asked, np.int64))]
        return Tensor.plain(self.builder.add("Reshape", inputs), shape)


def tensor(value: Value) -> Tensor:
    """The value, which must not be a constant."""
    if not isinstance(value, Tensor):
        raise NotImplementedError("a constant where a tensor is expected")
    return value


def constant(value: Value) -> Array:
    """The value, which must be a constant."""
    if isinstance(value, Tensor):
        raise NotImplementedError("a tensor where a constant is expected")
    return value


def integers(value: Value) -> list[int]:
    """A constant as a list."""
    return [int(item) for item in constant(value).reshape(-1)]


def require_valid(node: Node) -> None:
    """Refuse padding that TensorFlow would work out itself."""
    if node.text("padding") != "VALID":
        raise NotImplementedError(f"padding {node.text('padding')}")


def shrunk(value: Tensor, pads: list[int], reach: list[int], strides: list[int]) -> Shape:
    """Height and width after a window of ``reach`` has gone over the padded tensor."""
    height = (value.stored[2] + pads[0] + pads[2] - reach[0]) // strides[0] + 1
    width = (value.stored[3] + pads[1] + pads[3] - reach[1]) // strides[1] + 1
    return height, width
