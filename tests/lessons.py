"""The kit's notebooks, by name and in their order."""

LESSONS = [
    "00_start_here",
    "01_background",
    "02_trade_dispute",
    "03_security_cooperation",
    "04_public_opinion",
    "05_reading_with_a_machine",
]
