"""What a photo and its sidecars say of it, united into `PhotoFacts`."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Mapping, Sequence

from tagger.entities import PhotoFacts, TagPath
from tagger.errors import SidecarError
from tagger.metadata import namespaces, values
from tagger.metadata.embedded import Embedded, read_parsed
from tagger.metadata.exposure import exposure
from tagger.metadata.keywords import tag_paths
from tagger.metadata.namespaces import AUX, CAPTION, DC, EXIF, EXIF_EX, LABEL, PHOTOSHOP, RATING, TIFF, XMP, name
from tagger.metadata.packet import MAX_BYTES
from tagger.metadata.regions import regions_of
from tagger.metadata.sidecar_names import is_for
from tagger.metadata.xmp import ReadOnlyXmp, XmpDocument

_MICROSOFT_RATINGS = (name(namespaces.MICROSOFT, "Rating"), name(namespaces.MICROSOFT_BARE, "Rating"))
_CAPTIONS = (CAPTION, name(EXIF, "UserComment"), name(TIFF, "ImageDescription"), name(namespaces.ACDSEE, "notes"))
_ORIGINAL = name(EXIF, "DateTimeOriginal")
_TITLE = name(DC, "title")
_GPS_PARTS = ("Latitude", "LatitudeRef", "Longitude", "LongitudeRef", "Altitude", "AltitudeRef")
_LENSES = (name(EXIF_EX, "LensModel"), name(AUX, "Lens"))
# What the makers call it, where EXIF has no name. Most keep but a number, which names several lenses.
_EXIF_LENSES = (
    "Exif.Photo.LensModel",
    "Exif.Canon.LensModel",
    "Exif.OlympusEq.LensModel",
    "Exif.Panasonic.LensType",
    "Exif.PanasonicRaw.LensModel",
)
_Place = tuple[float | None, float | None, float | None]
# Cameras fill the description with their own name.
_CAMERA_DESCRIPTION = re.compile(
    r"((olympus|(konica )?minolta)? ?digital camera|sony dsc|samsung( camera pictures)?|dcf 1\.0|default"
    r"|binary comment.*|<.*>)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_COMMENT_CHARSET = re.compile(r"\Acharset=\"?\w+\"? ")


def read_facts(path: str, sidecars: Sequence[str] = ()) -> PhotoFacts:
    """Read a photo's metadata. Broken metadata gives fewer facts, never an error.

    Runs exiv2 on the file, so it belongs in a worker process.

    Args:
        path: the photo.
        sidecars: its sidecars, see `sidecar_names.sidecars_to_read`; one that names another extension is ignored.
            Where a sidecar and the file disagree, the sidecar wins; keywords are united.
    """
    found = (_read_sidecar(path, sidecar) for sidecar in sidecars)
    embedded, packet = read_parsed(path)
    return _facts(embedded, [document for document in found if document is not None], packet)


def facts_of(embedded: Embedded, sidecars: Sequence[XmpDocument] = ()) -> PhotoFacts:
    """The facts of what was read, the most trusted sidecar first."""
    return _facts(embedded, sidecars, embedded.document())


def _facts(embedded: Embedded, sidecars: Sequence[XmpDocument], packet: XmpDocument | None) -> PhotoFacts:
    documents = [*sidecars, packet] if packet is not None else list(sidecars)
    exif = embedded.exif
    latitude, longitude, altitude_m = place_of(exif, documents)
    taken_at = _taken_at(embedded, sidecars, documents)
    exposed = exposure(exif, documents)
    return PhotoFacts(
        taken_at=taken_at,
        taken_offset=values.offset_of(taken_at),
        camera=values.camera(
            exif.get("Exif.Image.Make") or _text(documents, name(TIFF, "Make")),
            exif.get("Exif.Image.Model") or _text(documents, name(TIFF, "Model")),
        ),
        lens=_lens(exif, documents),
        exposure_s=exposed.exposure_s,
        f_number=exposed.f_number,
        iso=exposed.iso,
        focal_mm=exposed.focal_mm,
        rating=rating_of(exif, documents),
        title=_title(embedded, documents),
        caption=caption_of(embedded, documents),
        colour_label=values.line(_text(documents, LABEL)),
        latitude=latitude,
        longitude=longitude,
        altitude_m=altitude_m,
        keywords=_keywords(embedded, documents),
        regions=regions_of(documents, orientation_of(embedded, packet), embedded.size),
    )


def orientation_of(embedded: Embedded, packet: XmpDocument | None) -> int:
    """The EXIF orientation 1..8 of a file; 1 where it states none. A sidecar's does not turn the picture."""
    stated = embedded.exif.get("Exif.Image.Orientation") or _text([packet] if packet else [], name(TIFF, "Orientation"))
    value = values.number(stated)
    return int(value) if value is not None and value in range(1, 9) else 1


def flat_keywords(embedded: Embedded) -> list[str]:
    """The keywords of IPTC and of Windows' XPKeywords, which has them between semicolons."""
    windows = embedded.exif.get("Exif.Image.XPKeywords", "").rstrip("\0").split(";")
    return [*embedded.iptc.get("Iptc.Application2.Keywords", ()), *(word for word in windows if word.strip())]


def _keywords(embedded: Embedded, documents: Sequence[XmpDocument]) -> tuple[TagPath, ...]:
    return tag_paths(
        [path for document in documents for path in document.hierarchical()],
        [*(word for document in documents for word in document.flat()), *flat_keywords(embedded)],
    )


def _read_sidecar(photo_path: str, sidecar: str) -> XmpDocument | None:
    try:
        status = os.stat(sidecar)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return None
        with open(sidecar, "rb") as file:
            document = ReadOnlyXmp.parse(file.read(MAX_BYTES + 1))
    except (OSError, SidecarError):
        return None
    full_name = os.path.basename(sidecar).casefold() == f"{os.path.basename(photo_path)}.xmp".casefold()
    return document if full_name or is_for(photo_path, document.text(namespaces.SIDECAR_FOR_EXTENSION)) else None


def _text(documents: Iterable[XmpDocument], *properties: str) -> str | None:
    for document in documents:
        for prop in properties:
            found = document.text(prop)
            if found is not None:
                return found
    return None


def _taken_at(embedded: Embedded, sidecars: Sequence[XmpDocument], documents: Sequence[XmpDocument]) -> str | None:
    """The moment of exposure: a sidecar's correction, EXIF, XMP, then the moments of digitising and creation."""
    iptc = embedded.iptc
    filed = "T".join(
        part for key in ("DateCreated", "TimeCreated") for part in iptc.get(f"Iptc.Application2.{key}", ())[:1]
    )
    candidates = (
        values.timestamp(_text(sidecars, _ORIGINAL)),
        _exif_time(embedded.exif, "Original"),
        values.timestamp(_text(documents, _ORIGINAL)),
        values.timestamp(_text(documents, name(PHOTOSHOP, "DateCreated"))),
        _exif_time(embedded.exif, "Digitized"),
        values.timestamp(filed),
        values.timestamp(_text(documents, name(XMP, "CreateDate"))),
    )
    return next((moment for moment in candidates if moment is not None), None)


def _exif_time(exif: Mapping[str, str], which: str) -> str | None:
    return values.timestamp(
        exif.get(f"Exif.Photo.DateTime{which}"),
        subsecond=exif.get(f"Exif.Photo.SubSecTime{which}"),
        offset=exif.get(f"Exif.Photo.OffsetTime{which}"),
    )


def rating_of(exif: Mapping[str, str], documents: Sequence[XmpDocument]) -> int | None:
    """The rating that the most trusted document states, else EXIF's: -1 for rejected, 0..5."""
    for document in documents:
        rating = values.stars(document.text(RATING))
        if rating is None:
            rating = values.percent_stars(_text([document], *_MICROSOFT_RATINGS))
        if rating is None:
            rating = values.stars(_text([document], name(namespaces.ACDSEE, "rating")))
        if rating is not None:
            return rating
    rating = values.stars(exif.get("Exif.Image.Rating"))
    return values.percent_stars(exif.get("Exif.Image.RatingPercent")) if rating is None else rating


def _lens(exif: Mapping[str, str], documents: Sequence[XmpDocument]) -> str | None:
    candidates = (*map(exif.get, _EXIF_LENSES), _text(documents, *_LENSES))
    named = (values.line(candidate) for candidate in candidates)
    return next((lens for lens in named if lens and any(map(str.isalnum, lens))), None)


def _title(embedded: Embedded, documents: Sequence[XmpDocument]) -> str | None:
    filed = embedded.iptc.get("Iptc.Application2.ObjectName", ())[:1]
    return values.line(_text(documents, _TITLE)) or next(map(values.line, filed), None)


def caption_of(embedded: Embedded, documents: Sequence[XmpDocument]) -> str | None:
    """The caption that the most trusted document states, else IPTC's or EXIF's."""
    candidates = (
        *(_text([document], prop) for document in documents for prop in _CAPTIONS),
        *embedded.iptc.get("Iptc.Application2.Caption", ())[:1],
        embedded.exif.get("Exif.Image.ImageDescription", "").strip("\0 "),
        _COMMENT_CHARSET.sub("", embedded.exif.get("Exif.Photo.UserComment", "")),
    )
    written = (candidate for candidate in candidates if candidate and not _CAMERA_DESCRIPTION.match(candidate))
    return next((caption for candidate in written if (caption := values.prose(candidate)) is not None), None)


def place_of(exif: Mapping[str, str], documents: Sequence[XmpDocument]) -> _Place:
    """Latitude, longitude and altitude, all from the same source."""
    sources = [[document.text(name(EXIF, f"GPS{part}")) for part in _GPS_PARTS] for document in documents]
    sources.append([exif.get(f"Exif.GPSInfo.GPS{part}") for part in _GPS_PARTS])
    for north, north_ref, east, east_ref, up, up_ref in sources:
        latitude = values.degrees(north, north_ref, limit=90.0)
        longitude = values.degrees(east, east_ref, limit=180.0)
        if latitude is not None and longitude is not None:
            return latitude, longitude, values.altitude(up, up_ref)
    return None, None, None
