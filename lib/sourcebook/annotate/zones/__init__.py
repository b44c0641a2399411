"""Find the parts of a page: headline, byline, dateline, captions, and what is the site's own."""

from sourcebook.annotate.zones.finding import find_zones

__all__ = ["find_zones"]
