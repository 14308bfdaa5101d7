"""Tagger: a desktop photo tagger for photographers."""

__version__ = "0.1.0"
