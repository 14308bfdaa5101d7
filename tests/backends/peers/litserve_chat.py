"""A chat server of LitServe that looks at the picture: run in its environment, which knows nothing of Tagger."""

from __future__ import annotations

import base64
import io
import json
import sys

import litserve
from PIL import Image


class Looks(litserve.LitAPI):
    """Says what form the picture has, and the words of the prompt it was given to prefer."""

    def setup(self, device: str) -> None:
        pass

    def predict(self, prompt):
        text, picture = prompt.model_dump()["messages"][-1]["content"]
        address = picture["image_url"]
        address = address["url"] if isinstance(address, dict) else address
        image = Image.open(io.BytesIO(base64.b64decode(address.partition("base64,")[2])))
        labels = ["wide" if image.width > image.height else "high", image.format]
        if "narwhal" in text["text"]:
            labels.append("narwhal")
        yield json.dumps({"labels": labels})


if __name__ == "__main__":
    server = litserve.LitServer(Looks(spec=litserve.OpenAISpec()), accelerator="cpu")
    server.run(host="127.0.0.1", port=int(sys.argv[1]), generate_client_file=False)
