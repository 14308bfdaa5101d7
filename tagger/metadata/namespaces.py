"""The XMP properties this program knows, by URI; prefixes in files are free and never looked at."""

from __future__ import annotations

from dataclasses import dataclass

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = "http://www.w3.org/XML/1998/namespace"
META = "adobe:ns:meta/"
DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/"
DIGIKAM = "http://www.digikam.org/ns/1.0/"
# exiv2, digiKam and Lightroom end it with a slash, exiftool does not.
MICROSOFT = "http://ns.microsoft.com/photo/1.0/"
MICROSOFT_BARE = "http://ns.microsoft.com/photo/1.0"
MEDIAPRO = "http://ns.iview-multimedia.com/mediapro/1.0/"
ACDSEE = "http://ns.acdsee.com/iptc/1.0/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
EXIF = "http://ns.adobe.com/exif/1.0/"
EXIF_EX = "http://cipa.jp/exif/1.0/"
TIFF = "http://ns.adobe.com/tiff/1.0/"
AUX = "http://ns.adobe.com/exif/1.0/aux/"
REGIONS = "http://www.metadataworkinggroup.com/schemas/regions/"
AREA = "http://ns.adobe.com/xmp/sType/Area#"
DIMENSIONS = "http://ns.adobe.com/xap/1.0/sType/Dimensions#"
MICROSOFT_PEOPLE = "http://ns.microsoft.com/photo/1.2/"
MICROSOFT_REGION_INFO = "http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
MICROSOFT_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#"
IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
# This program's own, which needs no domain; chosen once, never changed.
PRIVATE = "urn:uuid:f6353894-7bd4-49d3-82be-c737d5e8c00e#"

PREFIXES = {
    DC: "dc",
    XMP: "xmp",
    LIGHTROOM: "lr",
    DIGIKAM: "digiKam",
    MICROSOFT: "MicrosoftPhoto",
    MICROSOFT_BARE: "MicrosoftPhoto",
    MEDIAPRO: "mediapro",
    PHOTOSHOP: "photoshop",
    REGIONS: "mwg-rs",
    AREA: "stArea",
    DIMENSIONS: "stDim",
    MICROSOFT_PEOPLE: "MP",
    MICROSOFT_REGION_INFO: "MPRI",
    MICROSOFT_REGION: "MPReg",
    IPTC_EXT: "Iptc4xmpExt",
    PRIVATE: "ptag",
}


def name(uri: str, local: str) -> str:
    """The property in lxml's notation, ``{uri}local``."""
    return f"{{{uri}}}{local}"


@dataclass(frozen=True, slots=True)
class KeywordProperty:
    """One place where keywords are kept.

    Attributes:
        name: in lxml's notation.
        container: what a new one is made as, ``Bag`` or ``Seq``; an existing one stays what it is.
        separator: between the levels of a path; None where it holds flat words.
        always: written in every sidecar; the others are only kept up where they are.
    """

    name: str
    container: str
    separator: str | None
    always: bool


TAGS_LIST = KeywordProperty(name(DIGIKAM, "TagsList"), "Seq", "/", always=True)
LAST_KEYWORD = KeywordProperty(name(MICROSOFT, "LastKeywordXMP"), "Bag", "/", always=False)
LAST_KEYWORD_BARE = KeywordProperty(name(MICROSOFT_BARE, "LastKeywordXMP"), "Bag", "/", always=False)
HIERARCHICAL_SUBJECT = KeywordProperty(name(LIGHTROOM, "hierarchicalSubject"), "Bag", "|", always=True)
CATALOG_SETS = KeywordProperty(name(MEDIAPRO, "CatalogSets"), "Bag", "|", always=False)
SUBJECT = KeywordProperty(name(DC, "subject"), "Bag", None, always=True)

KEYWORD_PROPERTIES = (TAGS_LIST, LAST_KEYWORD, LAST_KEYWORD_BARE, HIERARCHICAL_SUBJECT, CATALOG_SETS, SUBJECT)
"""In digiKam's order of reading."""

ACDSEE_CATEGORIES = name(ACDSEE, "categories")
SIDECAR_FOR_EXTENSION = name(PHOTOSHOP, "SidecarForExtension")
RATING = name(XMP, "Rating")
LABEL = name(XMP, "Label")
CAPTION = name(DC, "description")
