"""Documents named only by those that signed them: "Among the pairs that signed memoranda are A and B (fish), …"."""

import re
from collections.abc import Iterator
from itertools import takewhile

from communique.extract.documents import merging, party_names
from communique.extract.documents.phrases import Phrase
from communique.grammar import text as grammar
from communique.grammar.lists import Unit
from communique.record import Document, Party, Span

_LEAD = re.compile(
    r"[^.;:]{0,80}?(?:\b(?:are|were|include|included|between|as\s+follows)\b|:)"
    r"(?:\s+(?:also\s+)?(?:signed|concluded|inked|exchanged)\s+(?:by|between))?(?:,?\s+among\s+others,?)?\s*:?\s*(?:those\s+)?(?:between\s+)?"
)
_JOINT = re.compile(r"\s*[;,]\s*(?:and\s+)?(?:those\s+)?(?:between\s+)?|\s+and\s+(?:those\s+)?between\s+")
_TWO = re.compile(r"\s(?:and|with)\s")
_COLLECTIVE = re.compile(r"(?:the\s+|their\s+)?(?:two|both)\s+[a-z][\w\s'’-]{3,60}s")
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
    pieces = _pieces(text, lead.end(), unit.end) if lead else []
    topics = [_TOPIC.search(text, piece.start, piece.end) for piece in pieces]
    names = [
        Span(piece.start, topic.start() if topic else piece.end) for piece, topic in zip(pieces, topics, strict=True)
    ]
    parties = list(takewhile(len, (_parties(text, name) for name in names))) if len(names) > 1 else []
    if not parties or len(parties) < len(names):
        return
    for piece, signed, topic in zip(pieces, parties, topics, strict=True):
        document = Document(
            text=text[piece.start : piece.end],
            span=piece,
            instrument=plural[-1].code,
            parties=signed,
            topic=grammar.collapse(topic["bracket"] or topic["rest"]) if topic else "not stated",
            rule="pair of parties",
        )
        yield merging.Found(document, (number, unit.start), False, False)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """The words between the joints, each piece as long as it takes to name two: "A and B", "C, D and E"."""
    pieces, begin = [], start
    for joint in [*_JOINT.finditer(text, start, end), None]:
        close = joint.start() if joint else end - (text[end - 1] == ".")
        whole = _TWO.search(text, begin, close) or _is_collective(text, Span(begin, close))
        if joint is None or joint.group().lstrip().startswith(";") or whole:
            pieces.append(grammar.strip(text, begin, close))
            begin = joint.end() if joint else end
    return [piece for piece in pieces if piece.end > piece.start]


def _parties(text: str, piece: Span) -> tuple[Party, ...]:
    """The two or three that the piece names, each with a capital, or "the two academies"; none where it is no pair."""
    found = party_names.listed(text, *piece, 2)
    if _is_collective(text, piece):
        return found
    sides = _TWO.split(text[piece.start : piece.end])
    pair = (
        len(found) in (2, 3)
        and len(sides) >= 2
        and not _SINGLE.fullmatch(text, *piece)
        and all(re.search(r"[A-Z]", side) for side in (sides[0], sides[-1]))
    )
    return found if pair else ()


def _is_collective(text: str, piece: Span) -> bool:
    return _COLLECTIVE.fullmatch(text, *piece) is not None and len(party_names.listed(text, *piece, 1)) == 1
