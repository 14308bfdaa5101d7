"""The bundled model files, verified and loaded."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

# The library would report to its maker about the machine it runs on; it looks at this once, when it is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

from tagger.backends.onnx.images import Floats
from tagger.errors import BackendUnavailable
from tagger.resources import resource

ADVICE = "Install Tagger again; its files are not as they were shipped."
_FATAL_ONLY = 4


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded network; it may run in several threads at once."""

    session: onnxruntime.InferenceSession

    def labels(self) -> tuple[str, ...]:
        """The names of the outputs' classes, which the file of a detector carries."""
        return tuple(json.loads(self.session.get_modelmeta().custom_metadata_map["tagger.labels"]))

    def run(self, array: Floats, outputs: Sequence[str]) -> list[Floats]:
        """The named outputs for an input of N x 3 x H x W, RGB 0..255."""
        return cast("list[Floats]", self.session.run(list(outputs), {"image": array}))


def load(name: str) -> Model:
    """The model file of this name in ``resources/models``.

    Raises:
        BackendUnavailable: the file is missing or is not the one that was shipped.
    """
    content = _verified(name)
    session = onnxruntime.InferenceSession(content, _options(), providers=["CPUExecutionProvider"])
    return Model(session)


def _verified(name: str) -> bytes:
    try:
        manifest: dict[str, Any] = json.loads(resource("models", "manifest.json").read_text("utf-8"))
        content = Path(resource("models", name)).read_bytes()
        expected = manifest["models"][name]["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise BackendUnavailable(f"The model file {name} cannot be read: {error}", ADVICE) from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise BackendUnavailable(f"The model file {name} is damaged.", ADVICE)
    return content


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    # Photos run side by side, one per worker thread; a network that spread over the cores as well waits for itself.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = _FATAL_ONLY
    return options
