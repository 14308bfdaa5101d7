"""Finding photos: the search field, chips, orders, headings, the timeline, saved searches, similar photos."""
