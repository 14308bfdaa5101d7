"""Searches of every kind over the rows of many_photos.py."""

from __future__ import annotations

SEARCHES = [
    "", "img", "IMG_0999", "river", 'tag:"Subject 2"', 'tag:"Subject 250"', "label:thing2", "label:thing299",
    "folder:2012", "folder:/archive/2012", "camera:X3", "camera:nothing", "lens:35mm", "rating>=4", "rating:5",
    "taken:2012-05", "taken:2010..2014", "confidence>0.9", "confidence>=1", "state:suggested", "state:deferred",
    "is:untagged", "is:unreadable", "has:box", "has:gps", "has:caption", "colour:red", "format:raw", "format:heic",
    "NOT camera:X3", 'camera:X3 OR tag:"Subject 7"', "rating>=4 camera:X5", "river rating:5",
    'label:thing3 tag:"Subject 3" rating:5', "state:suggested confidence>0.95 has:box",
]  # fmt: skip

HARD = [
    "img rating:5", "river 513", "river 513 rating:5", "river camera:X3 rating:5", "river is:unreadable",
    "img camera:nothing", "img format:heic", "river rating:5 has:gps colour:red", "walk river img lens:35mm rating:5",
    "river OR img", "river NOT img", "-river rating:5", 'thing3 "subject 3" river', "(river OR thing299) rating:5",
    "has:gps rating:5 colour:red camera:X3", "colour:none rating:-1", "taken:2012 river rating:5",
    "-has:tag -has:gps colour:blue rating:5", "is:copy", "is:duplicate", "is:stacked rating:5", "-is:recognised",
    "agrees:any", "disagrees:any", "near:52,13,50", "name:IMG_0999", "is:missing OR is:away", "is:recognised rating:5",
]  # fmt: skip
"""Those for which neither walking along an order nor gathering what fits is quick by itself."""
