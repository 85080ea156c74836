"""Bodies whose heads sign: "signed by the chairman of the Tea Committee Ana Sol and Tom Berg, CEO of Alfa"."""

import re
from bisect import bisect_left
from functools import cache

from communique import words
from communique.extract.documents import party_names, runs
from communique.extract.documents.chains import Context
from communique.grammar import countries
from communique.grammar.offices import PORTFOLIO
from communique.record import Party, Span

_OFFICE = (
    r"(?:[Cc]hair(?:man|woman|person)?|[Hh]ead|[Dd]irector|[Gg]overnor|[Rr]ector|[Pp]resident|[Cc]hief\s+[Ee]xecutive"
    r"(?:\s+[Oo]fficer)?|CEO|[Mm]anager|[Gg]eneral|[Cc]hancellor|[Cc]ommissioner|[Ss]ecretary)"
)
# "First Deputy Chairman of | the Tea Committee", "Chairman of the Board of | the Tea Company"
_OF = re.compile(
    rf"(?P<office>[^,;]{{0,40}}?\b{_OFFICE})(?:\s\([A-Z]{{2,5}}\))?\s+of\s+(?:the\s+)?"
    r"(?:[Bb]oard\s+(?:of\s+[Dd]irectors\s+)?of\s+(?:the\s+)?)?(?P<body>[A-Z].*)"
)
# "Alfa Works | CEO", "Alfa | managing director"; what comes before other offices may be a town or a party.
_COMPANY = re.compile(
    r"(?P<body>(?!(?:Deputy|Vice|First|Acting|Group|Board|Senior|Former|Executive|General|Regional)\b)[A-Z][\w&.’'-]*"
    r"(?:\s[A-Z&][\w&.’'-]*){0,5}?)\s+(?:[Gg]roup\s|[Dd]eputy\s)?"
    r"(?:CEO|[Cc]hief\s[Ee]xecutive(?:\s[Oo]fficer)?|[Cc]hair(?:man|woman|person)|[Mm]anaging\s[Dd]irector|[Gg]eneral\s[Dd]irector)"
)
_NOT = re.compile(r"\b(?:[Mm]inist|[Aa]mbassador|[Ee]nvoy|[Ss]tate\b|[Pp]rime)")
_PRESENT = re.compile(
    r"\b(?:in\s+(?:the\s+)?presence|witness|attended|while|during|at\s+a|on\s+the\s+sidelines|looking\s+on)"
)
# How near a role its holder's name stands, in characters.
_NEAR = 200
# The longest sentence that signers are looked for in, in characters.
_LONGEST = 1_200


def signing(story: Context, start: int, end: int) -> tuple[Party, ...]:
    """The bodies of the two persons named there; none where there are more or fewer, or one of them heads none."""
    end = min(end, start + _LONGEST)
    first = bisect_left(story.people, start, key=lambda span: span.start)
    if sum(span.end <= end for span in story.people[first : first + 2]) < 2:
        return ()
    present = _PRESENT.search(story.text, start, end)
    end = present.start() if present else end
    signers = [span for span in story.people[first : first + 3] if span.end <= end]
    bodies = [body for span in signers if (body := _body(story, span))] if len(signers) == 2 else []
    return tuple(bodies) if len(bodies) == 2 and bodies[0].name != bodies[1].name else ()


def behind(story: Context, start: int, end: int) -> tuple[Party, ...]:
    """The bodies whose heads signed what is named before `start`: "… was signed by X, head of A, and Y, head of B"."""
    by = _signed_by().match(story.text, start, end)
    return signing(story, by.end(), end) if by else ()


def _body(story: Context, span: Span) -> Party | None:
    """What the person heads, by the role, where its name stands near the person's."""
    said = story.roles.get(span.start, "")
    role = _OF.fullmatch(said)
    if role is None and (company := _COMPANY.fullmatch(said)) and countries.code_of(company["body"]) is None:
        place = story.text.find(company["body"], max(0, span.start - _NEAR), span.end + _NEAR)
        return Party(name=company["body"], span=Span(place, place + len(company["body"])) if place >= 0 else None)
    if role is None or _NOT.search(role["office"]):
        return None
    name = role["body"]
    place = story.text.find(name, max(0, span.start - _NEAR), span.end + _NEAR)
    body = Party(name=name, span=Span(place, place + len(name)) if place >= 0 else None)
    known = party_names.is_institution(body) or _has_noun(name) or (" " not in name and name.lower() not in PORTFOLIO)
    return body if known and countries.code_of(name) is None else None


def _has_noun(name: str) -> bool:
    """Whether the name begins with an institution's noun, as "Committee of Tea" and "State Service for Tea" do."""
    head = re.split(r"\s(?:of|for)\s", name, maxsplit=1)[0]
    return not runs.sets()["institutions"].isdisjoint(head.lower().split())


@cache
def _signed_by() -> re.Pattern[str]:
    verbs = words.alternation(words.table("documents")["parties"]["before_and_after"])
    auxiliary = r"(?:(?:is|was|were|has|have|had|been|being|also|will|be|which|to|jointly|officially)\s+){0,5}"
    return re.compile(rf"[\s,”\"»)]*{auxiliary}{verbs}\s+(?:[A-Za-z]+\s+){{0,4}}by\s+")
