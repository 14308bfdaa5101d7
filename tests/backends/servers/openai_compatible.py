"""A chat server in the manner of Ollama, vLLM and LM Studio: it looks at the picture only far enough to decode it."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.backends.servers.wire import Reply, Request, Server, as_json

KEY = "sk-test-0123456789abcdef"
MODEL = "llava:7b"


def refusal(code: int, message: str) -> Reply:
    return as_json(code, {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}})


class OpenAICompatible(Server):
    """``choice`` is what the model answers; ``formats`` are the ``response_format`` types that it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.formats = {"json_schema", "json_object"}
        self.told = "'response_format.type' must be 'json_schema' or 'text'"
        self.choice: Any = said('{"labels": ["Dog", "Beach"]}')

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return refusal(401, "Incorrect API key provided.")
        if request.path == "/models":
            return as_json(200, {"object": "list", "data": [{"id": MODEL, "object": "model"}]})
        if request.path != "/chat/completions":
            return Reply(404, b"404 page not found")
        asked = request.json()
        if asked["model"] != MODEL:
            return refusal(404, f"model '{asked['model']}' not found")
        given = asked.get("response_format", {}).get("type")
        if given is not None and given not in self.formats:
            return refusal(400, self.told)
        url = asked["messages"][0]["content"][1]["image_url"]["url"]
        try:
            with Image.open(io.BytesIO(base64.b64decode(url.removeprefix("data:image/jpeg;base64,")))) as image:
                image.load()
        except (UnidentifiedImageError, OSError, ValueError):
            return refusal(400, "invalid image input")
        return as_json(200, {"object": "chat.completion", "model": MODEL, "choices": [self.choice]})


def said(content: Any, finish_reason: str = "stop", **more: Any) -> dict[str, Any]:
    message = {"role": "assistant", "content": content} | more
    return {"index": 0, "message": message, "finish_reason": finish_reason}


def listed(labels: Any) -> dict[str, Any]:
    return said(json.dumps({"labels": labels}))
