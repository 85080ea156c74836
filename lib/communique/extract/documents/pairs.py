"""Documents named only by those that signed them: "Among the pairs that signed memoranda are A and B (fish), …"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from communique.extract.documents import governors, merging, party_names
from communique.extract.documents.phrases import Phrase
from communique.grammar import text as grammar
from communique.grammar.lists import Unit
from communique.record import Document, Party, Span

_LEAD = re.compile(
    r"[^.;:]{0,80}?(?:\b(?:are|were|include|included|between|as\s+follows)\b|:)"
    r"(?:\s+(?:also\s+)?(?:signed|concluded|inked|exchanged)(?:\s+(?:by|between))?)?(?:,?\s+(?:among\s+others|namely),?)?\s*:?\s*(?:those\s+)?(?:between\s+)?"
)
# What the documents of a series are on is said before it: "memoranda | on tea between A and B; between C and D".
_SHARED = re.compile(
    r"(?:\s*\([^()]{1,12}\))?\s+(?:on|for|in\s+the\s+fields?\s+of)\s+(?P<on>[^.;:,]{2,70}?)\s+between\s\Z"
)
# Where "between" is said again, no comma parts.
_AGAIN = re.compile(
    r"\s*;\s*(?:and\s+)?(?=[A-Z]|the\s[A-Z])|\s*[;,]\s*(?:and\s+)?(?:those\s+)?between\s+|\s+and\s+(?:those\s+)?between\s+"
)
_JOINT = re.compile(r"\s*[;,]\s*(?:and\s+)?(?:those\s+)?(?:between\s+)?|\s+and\s+(?:those\s+)?between\s+")
_TWO = re.compile(r"\s(?:and|with)\s")
_COLLECTIVE = re.compile(
    r"(?:the\s+|their\s+)?(?:two|both|(?:countries|sides|nations)['’])\s+[a-z][\w\s'’-]{3,60}s(?:\sof\s[a-z\s]{3,40})?"
)
# "the Ministries of Foreign Affairs for 2026–2027", where each of a series is "between" some.
_SEVERAL = re.compile(
    r"(?:the\s+)?(?:[a-z]+\s+){0,2}(?:[Mm]inistries|[Aa]gencies|[Aa]cademies|[Pp]arliaments|[Cc]hambers|[Uu]nions)\b[^,;]{0,60}"
)
# "Kenya's Export and Investment Promotion Agency"
_SINGLE = re.compile(r"[A-Z]\w+['’]s\s+[A-Z]\w+\s+and\s+(?:[A-Z]\w+\s*){2,6}")
# What the document is on, behind its parties: "A and B (fish)", "A and B on fish".
_TOPIC = re.compile(
    r"\s+(?:\((?P<bracket>[^()]{3,120})\)|(?:on|for|in\s+the\s+field\s+of)\s+(?P<rest>[a-z][^()]{2,120}))\Z"
)


def find(text: str, unit: Unit, own: list[Phrase], number: int) -> Iterator[merging.Found]:
    """The documents of a sentence that names several of a kind and then their pairs of parties, two pairs at least."""
    plural = [phrase for phrase in own if phrase.plural and phrase.code]
    if not plural or own[-1] is not plural[-1]:
        return
    lead = _LEAD.match(text, plural[-1].end, unit.end)
    series = lead is not None and lead.group().endswith("between ") and _AGAIN.search(text, lead.end(), unit.end)
    end = _predicate().search(text, max(plural[-1].end, unit.end - 60), unit.end) if series else None
    pieces = _pieces(text, lead.end(), end.start() if end else unit.end, bool(series)) if lead else []
    topics = [_TOPIC.search(text, piece.start, piece.end) for piece in pieces]
    names = [
        Span(piece.start, topic.start() if topic else piece.end) for piece, topic in zip(pieces, topics, strict=True)
    ]
    parties = list(takewhile(len, (_parties(text, name, bool(series)) for name in names))) if len(names) > 1 else []
    if not parties or len(parties) < len(names):
        return
    shared = _SHARED.match(text, plural[-1].end, lead.end()) if lead and series else None
    for piece, signed, topic in zip(pieces, parties, topics, strict=True):
        on = (topic["bracket"] or topic["rest"]) if topic else shared["on"] if shared else "not stated"
        document = Document(
            text=text[piece.start : piece.end],
            span=piece,
            instrument=plural[-1].code,
            parties=signed,
            topic=grammar.collapse(on),
            rule="pair of parties",
        )
        yield merging.Found(document, (number, unit.start), False, False)


def _pieces(text: str, start: int, end: int, series: bool) -> list[Span]:
    """The words between the joints, each piece as long as it takes to name two: "A and B", "C, D and E"; `series`:
    "between" is said again before each.
    """
    pieces, begin = [], start
    for joint in [*(_AGAIN if series else _JOINT).finditer(text, start, end), None]:
        close = joint.start() if joint else end - (text[end - 1] in ".;")
        whole = series or _TWO.search(text, begin, close) or _is_collective(text, Span(begin, close))
        if joint is None or joint.group().lstrip().startswith(";") or whole:
            pieces.append(grammar.strip(text, begin, close))
            begin = joint.end() if joint else end
    return [piece for piece in pieces if piece.end > piece.start]


def _parties(text: str, piece: Span, series: bool) -> tuple[Party, ...]:
    """The two or three that the piece names, each with a capital, or "the two academies"; none where it is no pair."""
    found = party_names.listed(text, *piece, 2)
    if _is_collective(text, piece) or (series and len(found) == 1 and _SEVERAL.fullmatch(text, *piece)):
        return found
    sides = _TWO.split(text[piece.start : piece.end])
    pair = (
        len(found) in (2, 3)
        and len(sides) >= 2
        and not _SINGLE.fullmatch(text, *piece)
        and all(re.search(r"[A-Z]", side) for side in (sides[0], sides[-1]))
    )
    return found if pair else ()


@cache
def _predicate() -> re.Pattern[str]:
    """What may stand behind a series: "… were also signed"."""
    return re.compile(rf"\s+(?:were|are|have\s+been|was)\s+(?:also\s+)?{governors.concluded()}[^,;.]{{0,30}}\.?\Z")


def _is_collective(text: str, piece: Span) -> bool:
    return _COLLECTIVE.fullmatch(text, *piece) is not None and len(party_names.listed(text, *piece, 1)) == 1
