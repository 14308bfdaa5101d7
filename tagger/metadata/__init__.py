"""Tags and facts in files: reading EXIF, IPTC and XMP, and merging tags into sidecars without damage."""
