"""What is done to each network in the end: half-size weights, and a description of itself."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from onnx import ModelProto, TensorProto, helper, numpy_helper

SMALL = 256
"""Weights of fewer numbers stay as they are."""


def halve(model: ModelProto) -> None:
    """Store large weights in 16 bits and widen them in the graph.

    The runtime widens them once when it loads the file, so that the network computes with 32 bits, as fast as before.
    """
    initializers, casts = [], []
    for tensor in model.graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < SMALL:
            initializers.append(tensor)
            continue
        array = numpy_helper.to_array(tensor).astype(np.float16)
        initializers.append(numpy_helper.from_array(array, f"{tensor.name}_h"))
        cast = helper.make_node(
            "Cast", [f"{tensor.name}_h"], [tensor.name], name=f"{tensor.name}_cast", to=TensorProto.FLOAT
        )
        casts.append(cast)
    nodes = [*casts, *model.graph.node]
    del model.graph.initializer[:]
    del model.graph.node[:]
    model.graph.initializer.extend(initializers)
    model.graph.node.extend(nodes)


def describe(model: ModelProto, **facts: Any) -> None:
    """Write facts into the file under ``tagger.``; what is no text becomes JSON."""
    for name, fact in facts.items():
        entry = model.metadata_props.add()
        entry.key = f"tagger.{name}"
        entry.value = fact if isinstance(fact, str) else json.dumps(fact)


def input_facts(size: Any, resize: str, **more: Any) -> dict[str, Any]:
    """How a network wants its input."""
    return {"layout": "NCHW", "color": "RGB", "range": "0..255", "size": size, "resize": resize, **more}
