"""Sentences whose numbers, dates and names come from the evidence."""

from __future__ import annotations

import mistune
from markupsafe import Markup

from sourcebook.reading.direction import isolated
from sourcebook.reading.markup import Shown

# Prose is Markdown only: HTML typed into a sentence is shown as it is typed.
_markdown = mistune.create_markdown(escape=True)


def compose(template: str, **values: object) -> Shown:
    """Fill a Markdown sentence with values, each escaped unless it is Shown or Cited.

    Parameters
    ----------
    template
        Markdown with named braces, such as ``**{share}** of respondents``.
    **values
        What stands in the braces.

    Raises
    ------
    KeyError
        If the sentence names a value that was not given.

    Examples
    --------
    >>> compose("The balance is **{sum}**.", sum="<22>").html
    Markup('<p>The balance is <strong>&lt;22&gt;</strong>.</p>')
    """
    html = Markup(str(_markdown(template)).strip())
    apart = {key: isolated(one) if type(one) is str else one for key, one in values.items()}
    return Shown(html.format(**apart), template.format(**values))
