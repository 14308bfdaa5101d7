"""An inference server by the Open Inference Protocol, version 2: with canned answers, or with real networks."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from tests.backends.servers.wire import Reply, Request, Server, as_json

KEY = "oip-key-0123456789"
NAMES = ("nanodet_g_416", "centerface", "efficientnet_lite0")


class OpenInference(Server):
    """``canned`` holds outputs by name; ``sessions``, if filled, are onnxruntime's by name of the model."""

    def __init__(self) -> None:
        super().__init__()
        self.sessions: dict[str, Any] = {}
        scores = np.zeros((1, 1, 80))
        scores[0, 0, 0] = 0.9
        self.canned: dict[str, Any] = {
            "boxes": np.array([[[10.0, 100.0, 200.0, 300.0]]]),
            "scores": scores,
            "heatmap": np.zeros((1, 1, 1, 1)),
            "scale": np.zeros((1, 2, 1, 1)),
            "offset": np.zeros((1, 2, 1, 1)),
            "probabilities": np.zeros((1, 1000)),
            "embedding": np.zeros((1, 1280)),
        }

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return as_json(401, {"error": "unauthorised"})
        match request.method, *request.path.strip("/").split("/"):
            case "GET", "v2", "models", name, "ready" if name in NAMES:
                return as_json(200, {"name": name, "ready": True})
            case "POST", "v2", "models", name, "infer" if name in NAMES:
                return self._infer(name, request.json() if name in self.sessions else _without_data(request))
        return as_json(404, {"error": "Model not found"})

    def _infer(self, name: str, asked: dict[str, Any]) -> Reply:
        (given,) = asked["inputs"]
        assert (given["name"], given["datatype"]) == ("image", "FP32")
        wanted = [output["name"] for output in asked["outputs"]]
        if name in self.sessions:
            image = np.array(given["data"], np.float32).reshape(given["shape"])
            found = dict(zip(wanted, self.sessions[name].run(wanted, {"image": image}), strict=True))
        else:
            found = {output: self.canned[output] for output in wanted}
        outputs = [
            {"name": output, "shape": list(array.shape), "datatype": "FP32", "data": array.ravel().tolist()}
            for output, array in reversed(found.items())  # in no order that anybody may rely on
        ]
        return as_json(200, {"model_name": name, "outputs": outputs})


def _without_data(request: Request) -> Any:
    """What is asked but for the pixels, which take longer to read than all else."""
    start, _, rest = request.body.partition(b'"data": [')
    return json.loads(start + b'"data": [' + rest[rest.index(b"]") :])
