"""Reviewing one label at a time."""
