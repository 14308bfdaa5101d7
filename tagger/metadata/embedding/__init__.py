"""Writing XMP and IPTC keywords into photos themselves, which is only done where the user chose it."""
