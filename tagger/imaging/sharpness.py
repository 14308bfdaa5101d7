"""How sharp a picture is, to compare pictures of the same thing at the same size."""

from __future__ import annotations

import numpy as np
from PIL import Image

SIDE_PX = 512


def sharpness(image: Image.Image) -> float:
    """The variance of the Laplacian of the grey picture: the more fine detail, the higher; 0 for a flat one.

    After J. Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", 2000. Pictures are shrunk to 512
    pixels before, so that what is compared is what can be seen.
    """
    grey = image.convert("L")
    grey.thumbnail((SIDE_PX, SIDE_PX))
    pixels = np.asarray(grey, dtype=np.float32)
    if min(pixels.shape) < 3:
        return 0.0
    around = pixels[:-2, 1:-1] + pixels[2:, 1:-1] + pixels[1:-1, :-2] + pixels[1:-1, 2:]
    return float(np.var(around - 4 * pixels[1:-1, 1:-1]))
