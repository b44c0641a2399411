"""Find people, organisations and places, registered or not."""

from sourcebook.annotate.names.finding import find_names

__all__ = ["find_names"]
