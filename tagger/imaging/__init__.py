"""Pictures: bounded upright decoding, perceptual hash, thumbnails and their cache."""
