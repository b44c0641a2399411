"""What a lesson notebook talks to: one edition of the corpus, and sentences that rest on it."""

from sourcebook.lesson.lesson import Audience, Lesson, Terms, edition, open_lesson

__all__ = ["Audience", "Lesson", "Terms", "edition", "open_lesson"]
