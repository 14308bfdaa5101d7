"""The embedded backend: NanoDet-g, EfficientNet-Lite0 and CenterFace in onnxruntime. Offline, and the default."""

from __future__ import annotations

from tagger.backends.onnx.settings import SETTINGS, processor_cores
from tagger.backends.onnx.vocabulary import hidden_labels, tag_for
from tagger.recognition.backend import Backend, BackendConfig, BackendType, Capabilities


def _open(config: BackendConfig) -> Backend:
    # Imported here: listing backends must not cost numpy and onnxruntime.
    from tagger.backends.onnx.backend import OnnxBackend

    return OnnxBackend(config)


TYPE = BackendType(
    name="onnx",
    title="On this computer",
    capabilities=Capabilities(offline=True, boxes=True, batch_size=4, concurrency=processor_cores()),
    open=_open,
    settings=SETTINGS,
    tag_for=tag_for,
    hidden_labels=hidden_labels(),
)
