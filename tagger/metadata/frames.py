"""The two frames that a box of metadata may refer to: the image as it is stored, and as it is shown upright.

MWG 2.0 lets regions refer to the stored image; applying the EXIF orientation to the image means turning them with it.
The AppliedToDimensions beside them are unreliable and are not asked.
"""

from __future__ import annotations

from tagger.entities import Box

_BACK = {6: 8, 8: 6}  # every other orientation undoes itself


def shown(box: Box, orientation: int) -> Box:
    """A box of the stored image on the upright one.

    Args:
        box: top-left corner and size in fractions of the stored image.
        orientation: the EXIF value 1..8; any other counts as 1.
    """
    right, bottom = 1.0 - box.x - box.w, 1.0 - box.y - box.h
    match orientation:
        case 2:
            return Box(right, box.y, box.w, box.h)
        case 3:
            return Box(right, bottom, box.w, box.h)
        case 4:
            return Box(box.x, bottom, box.w, box.h)
        case 5:
            return Box(box.y, box.x, box.h, box.w)
        case 6:
            return Box(bottom, box.x, box.h, box.w)
        case 7:
            return Box(bottom, right, box.h, box.w)
        case 8:
            return Box(box.y, right, box.h, box.w)
        case _:
            return box


def stored(box: Box, orientation: int) -> Box:
    """A box of the upright image on the stored one: `shown` by the orientation that undoes this one."""
    return shown(box, _BACK.get(orientation, orientation))
