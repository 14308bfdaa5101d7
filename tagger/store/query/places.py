"""Photos near a place: ``near:52.52,13.40,5`` are those within five kilometres."""

from __future__ import annotations

import math
import re

from tagger.store.distance import DISTANCE, EARTH_KM
from tagger.store.query.condition import Condition, all_of, any_of
from tagger.store.query.given import Given

NEAR_KM = 1.0
_HALF_ROUND_KM = math.pi * EARTH_KM
_NUMBER = r"\s*([+-]?[0-9]{1,3}(?:\.[0-9]{1,12})?)\s*"
_PLACE = re.compile(rf"{_NUMBER},{_NUMBER}(?:,\s*([0-9]{{1,5}}(?:\.[0-9]{{1,6}})?)\s*(?:km)?\s*)?", re.IGNORECASE)
_ADVICE = "Write latitude, longitude and kilometres, such as near:52.52,13.40,5; south and west are negative."


def near(given: Given) -> Condition:
    """The photos within a distance of a place; one kilometre where none is given.

    Raises:
        QueryError: it is no place on the earth.
    """
    match = _PLACE.fullmatch(given.value)
    latitude, longitude = (float(match[1]), float(match[2])) if match else (math.nan, math.nan)
    if match is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise given.error("This is not a place.", _ADVICE)
    radius_km = min(float(match[3] or NEAR_KM), _HALF_ROUND_KM)
    inside = all_of(
        [
            *_around(latitude, longitude, radius_km),
            Condition(f"{DISTANCE}(latitude, longitude, ?, ?) <= ?", (latitude, longitude, radius_km)),
        ]
    )
    return Condition(
        f"photos.id IN (SELECT id FROM photos WHERE latitude IS NOT NULL AND longitude IS NOT NULL AND {inside.sql})",
        inside.params,
    )


def _around(latitude: float, longitude: float, radius_km: float) -> list[Condition]:
    """Degrees that hold the whole circle, so that the index of places narrows the photos down."""
    angle = radius_km / EARTH_KM
    reach = math.degrees(angle) + 1e-9
    found = [Condition("latitude BETWEEN ? AND ?", (latitude - reach, latitude + reach))]
    if abs(latitude) + reach < 90:  # otherwise a pole lies inside, and with it every longitude
        # The meridians that touch a circle on the sphere.
        wide = math.degrees(math.asin(min(1.0, math.sin(angle) / math.cos(math.radians(latitude))))) + 1e-9
        west, east = longitude - wide, longitude + wide
        parts = [Condition("longitude BETWEEN ? AND ?", (west, east))]
        if west < -180:
            parts.append(Condition("longitude >= ?", (west + 360,)))
        if east > 180:
            parts.append(Condition("longitude <= ?", (east - 360,)))
        found.append(any_of(parts))
    return found
