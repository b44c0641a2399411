"""What a lesson notebook talks to: one edition of the corpus, and sentences that rest on it."""

from sourcebook.edition import Audience, Terms, edition
from sourcebook.interface import Language
from sourcebook.lesson.lesson import Lesson
from sourcebook.lesson.opening import open_lesson

__all__ = ["Audience", "Language", "Lesson", "Terms", "edition", "open_lesson"]
