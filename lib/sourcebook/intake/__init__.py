"""Bring articles into a corpus, review what the machine suggests, and start a kit of one's own."""
