"""Compare two editions of one lesson: what their pages say, and what their articles tell."""
