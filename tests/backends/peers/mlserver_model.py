"""The bundled networks as models of MLServer: run in its environment, which knows nothing of Tagger."""

from __future__ import annotations

import numpy as np
import onnxruntime
from mlserver import MLModel
from mlserver.codecs import NumpyCodec
from mlserver.types import InferenceRequest, InferenceResponse


class Network(MLModel):
    """One ONNX file; its outputs go by the names they have there."""

    async def load(self) -> bool:
        self._session = onnxruntime.InferenceSession(self.settings.parameters.uri)
        return True

    async def predict(self, payload: InferenceRequest) -> InferenceResponse:
        given = NumpyCodec.decode_input(payload.inputs[0]).astype(np.float32)
        wanted = [output.name for output in payload.outputs or self._session.get_outputs()]
        found = self._session.run(wanted, {payload.inputs[0].name: given})
        outputs = [NumpyCodec.encode_output(name, array) for name, array in zip(wanted, found, strict=True)]
        return InferenceResponse(model_name=self.name, outputs=outputs)
