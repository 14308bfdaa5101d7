"""Distances on the earth, for the library's own SQL: SQLite is built without mathematics in places."""

from __future__ import annotations

import math

EARTH_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""

DISTANCE = "distance_km"
"""The function of SQL that every connection of a library has: `distance_km`."""


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres along the surface between two places in degrees, by the haversine formula."""
    north, other_north = math.radians(latitude), math.radians(other_latitude)
    across = math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    along = math.sin((other_north - north) / 2) ** 2
    chord = along + math.cos(north) * math.cos(other_north) * across
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))
