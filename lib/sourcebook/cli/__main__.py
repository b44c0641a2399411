"""So that `python -m sourcebook.cli` is the command too."""

from sourcebook.cli import main

main()
