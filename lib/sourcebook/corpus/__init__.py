"""Read, validate and filter the corpus."""

from sourcebook.corpus.corpus import Corpus
from sourcebook.corpus.loading import find_root, load_corpus
from sourcebook.corpus.vocabulary import Entry, Role, Vocabulary

__all__ = ["Corpus", "Entry", "Role", "Vocabulary", "find_root", "load_corpus"]
