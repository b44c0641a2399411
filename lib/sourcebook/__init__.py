"""Read a corpus of articles closely, and follow every statement back to its source."""

from sourcebook.annotation import Annotation
from sourcebook.article import Article
from sourcebook.corpus import Corpus, load_corpus
from sourcebook.errors import SourcebookError

__version__ = "0.1.0"

__all__ = ["Annotation", "Article", "Corpus", "SourcebookError", "__version__", "load_corpus"]
