"""Which items of a record deserve a second look, least sure first, and why; and where something may be missing."""

from communique.review.doubts import Line, lines
from communique.review.drafting import drafts
from communique.review.missing import Gap, gaps
from communique.review.table import text

__all__ = ["Gap", "Line", "drafts", "gaps", "lines", "text"]
