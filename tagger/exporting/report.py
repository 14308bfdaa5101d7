"""A report for a client: the photos with what is said about them, as one HTML file or as a folder.

No script, nothing from elsewhere; it prints well. Every text is escaped. It says the name of a photo, but not where it
lies nor where it was taken.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from tagger.entities import TAG_SEPARATOR, Photo, PhotoId
from tagger.exporting import placing
from tagger.exporting.coco import Told
from tagger.exporting.contents import Known

Thumbnail = Callable[[PhotoId], bytes | None]

_STYLE = """
:root { color-scheme: light; }
body { font: 14px/1.45 system-ui, sans-serif; color: #222; background: #fff; margin: 32px auto; max-width: 1100px;
  padding: 0 24px; }
h1 { font-size: 24px; margin: 0; }
.sum { color: #565656; margin: 4px 0 24px; }
.photos { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 24px; }
figure { margin: 0; break-inside: avoid; }
.frame { aspect-ratio: 1; background: #f2f2f2; display: flex; align-items: center; justify-content: center; }
.frame img { max-width: 100%; max-height: 100%; display: block; }
.none { color: #565656; padding: 16px; text-align: center; }
figcaption { padding-top: 8px; overflow-wrap: anywhere; }
.name { font-weight: 600; }
.when, .tags { color: #565656; }
.tags { list-style: none; display: flex; flex-wrap: wrap; gap: 4px; margin: 4px 0 0; padding: 0; }
.tags li { border: 1px solid #c4c4c4; border-radius: 4px; padding: 0 4px; }
@page { margin: 14mm; }
@media print { body { margin: 0; padding: 0; max-width: none; }
  .photos { grid-template-columns: repeat(3, 1fr); gap: 6mm; } .frame { background: none; border: 1px solid #c4c4c4; } }
"""


@dataclass(frozen=True, slots=True)
class Words:
    """What a report says besides what is known of the photos; ``photos`` has ``{n}`` for their number."""

    title: str = "Photos"
    one: str = "1 photo"
    many: str = "{n} photos"
    no_picture: str = "No picture"
    stars: str = "{n} of 5 stars"
    language: str = "en"


PLAIN_WORDS = Words()


def write(path: str, found: Iterable[Known], count: int, thumbnail: Thumbnail, words: Words, *, folder: bool) -> Told:
    """Write a report.

    Args:
        path: The file, or the folder, begun with `placing.begin_folder`.
        found: The photos.
        count: How many they are.
        thumbnail: Gives the picture of a photo as a JPEG or WebP.
        words: What it says.
        folder: Put the pictures beside the page instead of into it, as ``index.html`` and ``pictures/``.

    Raises:
        TaggerError: it cannot be written.
        Cancelled: by what gives the photos.
    """
    told = Told()
    pictures = placing.make_inside(path, "pictures") if folder else None
    page = os.path.join(path, "index.html") if folder else path

    def figures() -> Iterator[str]:
        for each in found:
            picture = thumbnail(each.photo.id)
            source = None if picture is None else _source(picture, each.photo, pictures)
            told.photos += 1
            yield _figure(each.photo, source, words)

    placing.write_lines(page, _page(figures(), count, words))
    return told


def _page(figures: Iterable[str], count: int, words: Words) -> Iterator[str]:
    title = escape(words.title)
    number = words.one if count == 1 else words.many.format(n=f"{count:,}")
    yield f'<!DOCTYPE html>\n<html lang="{escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data: 'self' file:;"
    yield " style-src 'unsafe-inline'\">\n"
    yield '<meta name="viewport" content="width=device-width">\n<meta name="generator" content="Tagger">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    yield f'<p class="sum">{escape(number)}</p>\n<main class="photos">\n'
    yield from figures
    yield "</main>\n</body>\n</html>\n"


def _figure(photo: Photo, source: str | None, words: Words) -> str:
    facts = photo.facts
    alt = escape(facts.caption or facts.title or photo.name)
    picture = f'<img src="{source}" alt="{alt}" loading="lazy">' if source else ""
    inner = picture or f'<span class="none">{escape(words.no_picture)}</span>'
    parts = [f'<div class="name">{escape(facts.title or photo.name)}</div>']
    if facts.title:
        parts.append(f'<div class="when">{escape(photo.name)}</div>')
    if facts.taken_at:
        parts.append(f'<div class="when">{escape(facts.taken_at[:16].replace("T", " "))}</div>')
    if facts.rating is not None and facts.rating > 0:
        said = escape(words.stars.format(n=facts.rating))
        parts.append(f'<div role="img" aria-label="{said}">{"★" * facts.rating}{"☆" * (5 - facts.rating)}</div>')
    if facts.caption:
        parts.append(f"<div>{escape(facts.caption)}</div>")
    if photo.tags:
        items = (
            f'<li title="{escape(tag.replace(TAG_SEPARATOR, " › "))}">{escape(tag.rpartition(TAG_SEPARATOR)[2])}</li>'
            for tag in photo.tags
        )
        parts.append(f'<ul class="tags">{"".join(items)}</ul>')
    return f'<figure><div class="frame">{inner}</div><figcaption>{"".join(parts)}</figcaption></figure>\n'


def _source(picture: bytes, photo: Photo, pictures: str | None) -> str:
    kind, suffix = ("image/webp", "webp") if picture[8:12] == b"WEBP" else ("image/jpeg", "jpg")
    if pictures is None:
        return f"data:{kind};base64,{base64.b64encode(picture).decode('ascii')}"
    name = f"{photo.id}.{suffix}"
    with placing.binary(os.path.join(pictures, name)) as file:
        file.write(picture)
    return f"pictures/{name}"
