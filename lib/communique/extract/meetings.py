"""The kind of meeting that an article reports: a visit, a commission, a forum."""

import re
from collections import defaultdict
from functools import cache

from communique import words
from communique.grammar import concordance, text as grammar
from communique.grammar.concordance import Opened
from communique.record import Article, Span

# "on the sidelines of the Doha Capital Forum"
_BESIDE_FORUM = re.compile(
    r"\b(?:sidelines?|margins?|fringes?)\s+of\s+(?:the\s+|this\s+year['’]s\s+)?(?:(?:[A-Z\d][\w.’'-]*|of|for|on|and|the)\s+){1,8}?Forum\b"
)
# "The 3rd meeting of the … Intergovernmental Commission followed".
_SESSION = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|inaugural|regular)"
    r"\s+(?:meeting|session|sitting|round)\s+of\s+(?:the\s+)?(?:[A-Z][\w–-]*\s+|and\s+|of\s+){0,8}\Z"
)
_HELD = re.compile(
    r"\b(?:followed|(?:was|were|been|being)\s+(?:also\s+)?held|took\s+place|(?:was|were)\s+convened|concluded|met)\b"
)
# "The Joint Commission | met in Lome"
_MET = re.compile(r"\s+(?:met|convened|sat|held\s+its)\b")
# "agreed on a Joint Commission", "the establishment of the Joint Commission".
_SET_UP = re.compile(
    r"\b(?:establish\w*|set(?:ting)?\s+up|creat\w+|agreed\s+(?:on|to)|form(?:ing|ation|ed)?|launch\w*)\s+(?:of\s+)?(?:an?|the)\s+(?:[\w–-]+\s+){0,3}\Z"
)
_MEETS = re.compile(r"\b(?:meetings?|sessions?|sitting|round|met|meets|held|conven\w+|chair\w*|co-chair\w*)\b")
_OFTEN = 3


def visit_type(article: Article) -> tuple[str | None, str]:
    """The type of the meeting and the rule that says so: the first visit that is no other one, else the meeting."""
    for match in _visits().finditer(article.text):
        if not _is_other(article, match):
            return _visit_table()[grammar.collapse(match["kind"].lower())], "visit named"
    # Headline, by-line and date stand before the lead; only paragraphs of some length are the story.
    lead = [span for span in article.paragraphs[:10] if span.end - span.start >= 80][:3]
    for start, end in lead or article.paragraphs[:3]:
        meeting = next((m for m in _meetings().finditer(article.text, start, end) if _sits(article.text, m)), None)
        if meeting:
            return _kind(meeting), "meeting named in the lead"
        if _BESIDE_FORUM.search(article.text, start, end):
            return "forum", "on the sidelines of a forum"
    return _sitting(article) or _returning(article)


def _name(meeting: re.Match[str]) -> str:
    """The name of a meeting as the table has it."""
    return grammar.collapse(meeting.group().lower())


def _kind(meeting: re.Match[str]) -> str:
    return _meeting_table()[_name(meeting)]


def _sits(text: str, meeting: re.Match[str]) -> bool:
    """Whether a body of this name meets: one that is only set up does not, of some the words around have to say so."""
    before = text[max(0, meeting.start() - 90) : meeting.start()]
    if _SET_UP.search(before):
        return False
    lasting = _name(meeting) in words.table("event")["bodies"]["names"]
    return not lasting or bool(_MEETS.search(before) or _MEETS.search(text, meeting.end(), meeting.end() + 90))


def _sitting(article: Article) -> tuple[str, str] | None:
    """The commission that the story says met, or whose numbered session was held."""
    for meeting in _meetings().finditer(article.text):
        before = article.text[max(0, meeting.start() - 90) : meeting.start()]
        sentence = grammar.holding(article.sentences, meeting.start())
        held = sentence and _HELD.search(article.text, meeting.end(), sentence.end)
        met = _MET.match(article.text, meeting.end())
        if _kind(meeting) == "commission" and (met or (held and _SESSION.search(before))):
            return "commission", "session held"
    return None


def _returning(article: Article) -> tuple[str | None, str]:
    """The kind of the meeting that the story comes back to in three paragraphs or more."""
    places: defaultdict[str, set[Span | None]] = defaultdict(set)
    for meeting in _meetings().finditer(article.text):
        places[_kind(meeting)].add(grammar.holding(article.paragraphs, meeting.start()))
    often = [kind for kind, where in places.items() if len(where) >= _OFTEN]
    return (often[0], "meeting named again and again") if often else (None, "")


def _is_other(article: Article, match: re.Match[str]) -> bool:
    """Whether the visit is another than the one reported: an invitation, a return visit, one long past."""
    sentence = grammar.holding(article.sentences, match.start()) or Span(max(0, match.start() - 80), match.end())
    before = article.text[max(sentence.start, match.start() - 80) : match.start()]
    return _other().search(before) is not None


@cache
def _visit_table() -> dict[str, str]:
    return {phrase: kind for kind, phrases in words.table("event")["visits"].items() for phrase in phrases}


@cache
def _meeting_table() -> dict[str, str]:
    return {phrase: kind for kind, phrases in words.table("event")["meetings"].items() for phrase in phrases}


@cache
def _visits() -> Opened:
    kinds = words.alternation(_visit_table())
    pattern = rf"\b(?P<kind>{kinds})\s+(?:\w+\s+){{0,2}}?(?:visits?|trip)\b"
    return Opened(re.compile(pattern, re.IGNORECASE), concordance.openings(_visit_table()))


@cache
def _meetings() -> Opened:
    # But "Economic Commission for Africa".
    africa = r"(?!(?<=economic commission)\s+(?-i:for\s+(?:Africa|Europe|Asia|Latin|Western|the)))"
    pattern = rf"\b{words.alternation(_meeting_table())}\b{africa}"
    return Opened(re.compile(pattern, re.IGNORECASE), concordance.openings(_meeting_table()))


@cache
def _other() -> re.Pattern[str]:
    earlier = words.alternation(words.table("event")["other_visit"]["before"])
    return re.compile(rf"\b{earlier}\b(?!\s+(?:day|night|evening|afternoon|morning|week)\b)", re.IGNORECASE)
