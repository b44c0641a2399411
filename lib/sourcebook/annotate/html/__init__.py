"""Read a web page into text, with the zones that its markup tells."""

from sourcebook.annotate.html.reading import HtmlPage, read_html

__all__ = ["HtmlPage", "read_html"]
