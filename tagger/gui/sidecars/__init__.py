"""Sidecars in the window: what would be written, what two programs changed, what could not be written."""
