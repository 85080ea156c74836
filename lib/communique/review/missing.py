"""Where something may be missing: sentences that look as if they held something, of which nothing was made."""

import re
from bisect import bisect_left
from typing import NamedTuple

from communique.grammar import dates
from communique.grammar.text import collapse
from communique.record import Article, Record, Span

# A number, or words in quotation marks that are more than a term.
_TELLING = re.compile(r"\d|[“«„\"][^“”«»„\"]{24}")
# Characters of a sentence that are kept behind what is telling in it.
_CUT = 200


class Gap(NamedTuple):
    """Words of which nothing was made although they look as if something could be: where they begin, and which.

    `told` is where in the words the number or the quotation stands.
    """

    start: int
    words: str
    told: int = 0


def gaps(article: Article, record: Record) -> list[Gap]:
    """The sentences with a number or a quotation in which no figure, quotation or document was found."""
    taken = [span for quote in record.quotes for span in quote.pieces]
    taken += [figure.span for figure in record.figures] + [document.span for document in record.documents]
    starts, reached = _reach(taken)
    found = []
    for begin, end in article.sentences:
        before = bisect_left(starts, end)  # what begins before the sentence ends reaches into it or not
        if (not before or reached[before - 1] <= begin) and ((place := _telling(article.text, begin, end)) is not None):
            before_it = len(collapse(article.text[begin:place]))
            found.append(Gap(begin, collapse(article.text[begin : min(end, place + _CUT)]), before_it))
    return found


def counted(record: Record) -> int:
    """How many documents the article says there are, as far as it counts them."""
    counts = [figure.value for figure in record.figures if figure.measure == "document_count"]
    return max((int(count) for count in counts if not isinstance(count, tuple)), default=0)


def _reach(spans: list[Span]) -> tuple[list[int], list[int]]:
    """Where the spans begin, in order, and how far those up to each of them reach."""
    starts, reached = [], list[int]()
    for begin, end in sorted(spans):
        starts.append(begin)
        reached.append(max(end, reached[-1] if reached else 0))
    return starts, reached


def _telling(words: str, begin: int, end: int) -> int | None:
    """Where the sentence holds a number that is no date's, or more than a term in quotation marks, if it does."""
    days = dates.find(words, begin, end)
    edges = [begin, *(edge for day in days for edge in (day.start, day.end)), end]
    parts = zip(edges[::2], edges[1::2], strict=True)
    return next((found.start() for left, right in parts if (found := _TELLING.search(words, left, right))), None)
