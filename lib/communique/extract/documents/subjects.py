"""Documents named only by what they are on: "The memoranda are on “fish” and “tea”", "… on (a) fish and (b) tea"."""

import re
from collections.abc import Iterator

from communique.extract.documents import merging, signing
from communique.extract.documents.phrases import Phrase
from communique.grammar.lists import Unit
from communique.record import Document, Party, Span

# What may stand between "memoranda" and the first subject.
_LEAD = re.compile(
    r"(?:\s*\([^()]{1,12}\))?,?(?:\s+(?:are|were|include|included|cover|covered|covering|namely|titled|entitled|called|named))?"
    r"(?:\s+(?:on|about|for|concerning|regarding|in\s+the\s+fields?\s+of))?\s*:?\s*"
)
_QUOTED = re.compile(r"[“\"«‘](?P<subject>[^“”\"«»‘\n]{3,160}?),?[”\"»’](?=[\s,;.]|$)")
_NUMBERED = re.compile(
    r"\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)\s*(?P<subject>[^\s(),;][^(),;.\n]{2,120}?)(?=\s*[,;.]|\s+and\s+\(|$)"
)
_JOINT = re.compile(r"\s*[,;]?\s*(?:and\s+)?(?:(?:on|the)\s+)?")


def find(
    text: str, lowered: str, unit: Unit, own: list[Phrase], number: int, group: tuple[Party, ...]
) -> Iterator[merging.Found]:
    """The documents of a sentence that names several of a kind and then two subjects of theirs at least; `group` are
    the parties of all.
    """
    plural = [phrase for phrase in own if phrase.plural]
    if not plural:
        return
    lead = _LEAD.match(text, plural[-1].end, unit.end)
    subjects = list(_subjects(text, lead.end(), unit.end)) if lead else []
    if len(subjects) < 2:
        return
    status = signing.statement(lowered, unit.start, plural[-1].start)
    for subject in subjects:
        document = Document(
            text=text[subject.start : subject.end],
            span=subject,
            instrument=plural[-1].code,
            parties=group,
            topic=" ".join(text[subject.start : subject.end].split()),
            status="planned" if status == "planned" else "signed",
            rule="subject of one of several",
        )
        yield merging.Found(document, (number, unit.start), False, False)


def _subjects(text: str, start: int, end: int) -> Iterator[Span]:
    """The quoted or numbered subjects that follow one another from `start` on."""
    pattern = _NUMBERED if text.startswith("(", start) else _QUOTED
    while match := pattern.match(text, start, end):
        yield Span(*match.span("subject"))
        joint = _JOINT.match(text, match.end(), end)
        start = joint.end() if joint else match.end()
