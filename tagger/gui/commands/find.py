"""Commands that search, filter and sort."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

SEARCHING: tuple[Command, ...] = (
    command("search", "Edit", "Search", "Ctrl+F", icon="search", separated=True),
    command("clear_search", "Edit", "Clear the search", "Ctrl+Shift+F"),
    command("quick_filter", "Edit", "Filter", "Ctrl+L", icon="filter"),
    command("save_search", "Edit|Searches", "Save this search", "Ctrl+Shift+S"),
    command("rename_search", "Edit|Searches", "Rename the search", separated=True),
    command("search_up", "Edit|Searches", "Move the search up"),
    command("search_down", "Edit|Searches", "Move the search down"),
    command("delete_search", "Edit|Searches", "Delete the search"),
    command("restore_search", "Edit|Searches", "Bring the deleted search back"),
    command("similar", "Edit", "Similar photos", "Ctrl+Shift+M", icon="similar"),
)
ORDERS = {
    "sort_taken": "taken",
    "sort_name": "name",
    "sort_added": "added",
    "sort_rating": "rating",
    "sort_confidence": "confidence",
    "sort_folder": "folder",
}
"""Commands and the order each of them gives."""

HEADINGS = {"headings_auto": "auto", "headings_year": "year", "headings_month": "month", "headings_day": "day"}

COMMANDS: tuple[Command, ...] = (
    command("sort_taken", "View|Sort by", "Date taken", checkable=True, group="sort"),
    command("sort_name", "View|Sort by", "Name", checkable=True, group="sort"),
    command("sort_added", "View|Sort by", "Date added", checkable=True, group="sort"),
    command("sort_rating", "View|Sort by", "Stars", checkable=True, group="sort"),
    command("sort_confidence", "View|Sort by", "Surest suggestion", checkable=True, group="sort"),
    command("sort_folder", "View|Sort by", "Folder", checkable=True, group="sort"),
    command("sort_descending", "View|Sort by", "The other way round", checkable=True, separated=True),
    command("headings", "View|Headings", "Show headings", checkable=True),
    command("headings_auto", "View|Headings", "As it suits", checkable=True, group="headings", separated=True),
    command("headings_year", "View|Headings", "By year", checkable=True, group="headings"),
    command("headings_month", "View|Headings", "By month", checkable=True, group="headings"),
    command("headings_day", "View|Headings", "By day", checkable=True, group="headings"),
    command("next_heading", "View|Headings", "Next heading", "Ctrl+Down", place=Place.CENTRE, separated=True),
    command("previous_heading", "View|Headings", "Previous heading", "Ctrl+Up", place=Place.CENTRE),
    command("select_heading", "View|Headings", "Select the photos of this heading", "Ctrl+Shift+A", place=Place.CENTRE),
    command("timeline", "View", "Timeline", checkable=True),
)
