"""Builds the networks of ``resources/models`` from pinned packages, to the byte; run by ``packaging/build_models``."""
