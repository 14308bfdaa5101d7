"""One export, whatever its format: what it is asked for, and what it came to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tagger.entities import TagPath
from tagger.errors import UsageError
from tagger.exporting import coco, json_lines, keyword_list, placing, report, table, yolo
from tagger.exporting.coco import Told
from tagger.exporting.contents import known
from tagger.exporting.report import PLAIN_WORDS, Thumbnail, Words
from tagger.progress import Control, ProgressCallback, ignore_progress
from tagger.store import Store

Vocabulary = tuple[Sequence[TagPath], Mapping[TagPath, Iterable[str]], Sequence[TagPath]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: As the command line calls it.
        title: As people call it.
        suffix: Of its file; empty if it is always a folder.
        help: What it is for.
        of_photos: Whether it is about photos that are chosen.
        folder_too: Whether it may be a folder instead of a file.
    """

    name: str
    title: str
    suffix: str
    help: str
    of_photos: bool = True
    folder_too: bool = False


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("csv", "Table (CSV)", ".csv", "One row for each photo with all that is known of it, for spreadsheets."),
        Format("json", "JSON", ".json", "All that is known of each photo, with every suggestion, for programs."),
        Format("report", "Report for a client", ".html", "The photos with titles, captions, stars and tags, to print or"
               " send.", folder_too=True),
        Format("keywords", "Keyword list", ".txt", "Your tags with their synonyms, for Lightroom and Capture One.",
               of_photos=False),
        Format("coco", "COCO", ".json", "Accepted boxes for training: one file for all photos."),
        Format("yolo", "YOLO", "", "Accepted boxes for training: a folder with one file for each photo."),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported.

    Attributes:
        format: One of `FORMATS`.
        path: Of the file, or of the folder.
        photo_ids: The photos, in their order.
        with_photos: For YOLO: copy the photos too.
        words: What a report says.
        forbidden: Files that are never written, such as the library.
    """

    format: str
    path: str
    photo_ids: Sequence[int] = ()
    with_photos: bool = False
    words: Words = PLAIN_WORDS
    forbidden: tuple[str, ...] = ()


def is_folder(format: str, path: str) -> bool:
    """Whether an export goes into a folder: always for YOLO; a report does unless its name is that of a page."""
    kind = FORMATS[format]
    return not kind.suffix or (kind.folder_too and not path.casefold().endswith((".html", ".htm")))


def check(request: Request) -> None:
    """Refuse a place where something else would be lost.

    Raises:
        UsageError: it is such a place.
    """
    if is_folder(request.format, request.path):
        if os.path.realpath(request.path) in {os.path.realpath(each) for each in request.forbidden}:
            raise UsageError(f"{request.path} is the library itself.", "Choose another name.")
    else:
        placing.check_file(request.path, request.forbidden)


def export(
    store: Store,
    request: Request,
    *,
    thumbnail: Thumbnail,
    vocabulary: Vocabulary = ((), {}, ()),
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
) -> Told:
    """Write an export.

    Args:
        store: The library.
        request: What is wanted.
        thumbnail: Gives the picture of a photo, for reports.
        vocabulary: Tags, synonyms and categories, for keyword lists.
        progress: Told of each photo.
        control: Cancels between two photos.

    Raises:
        UsageError: something else would be lost there.
        TaggerError: it cannot be written; a file is as it was then.
        Cancelled: by ``control``; likewise.
    """
    check(request)
    path, told = request.path, Told()
    found = known(store, request.photo_ids, progress=progress, control=control)
    folder = is_folder(request.format, path)
    if folder:
        placing.begin_folder(path)
    match request.format:
        case "yolo":
            return yolo.write(path, found, with_photos=request.with_photos)
        case "report":
            return report.write(path, found, len(request.photo_ids), thumbnail, request.words, folder=folder)
        case "coco":
            placing.write_lines(path, coco.lines(found, store.read(coco.tag_ids), told))
            return told
        case "keywords":
            placing.write_lines(path, keyword_list.lines(*vocabulary))
            return told
    as_lines = path.casefold().endswith((".jsonl", ".ndjson"))
    placing.write_lines(
        path, table.lines(found) if request.format == "csv" else json_lines.lines(found, as_lines=as_lines)
    )
    told.photos = len(request.photo_ids)
    return told
