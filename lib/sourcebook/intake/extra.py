"""The optional libraries that reading other people's files needs."""

REMEDY = "pip install 'sourcebook[intake]'"
"""What installs them."""

MISSING = f"Install it: {REMEDY}"
"""The end of every message about one that is absent."""
