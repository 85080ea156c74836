"""Documents of an earlier time: what the words around a name say of when it was signed."""

import re
from functools import cache

import msgspec

from communique import words
from communique.grammar import dates

# How far before a name its verb is looked for, in characters.
LEFT = 420
# Where the time of a whole sentence is said: "Earlier this month the committee and its counterpart had signed …".
_OPENING = 32
# How far behind a name a year is looked for.
_RIGHT = 220
_CLAUSE = re.compile(r",\s+and\s|;|\bwhil(?:e|st)\b")
_SINCE = re.compile(r"\bsince\s+(?:19|20)\d\d\b")  # when the talks began
_IN_YEAR = re.compile(r"\bin\s+((?:19|20)\d\d)\b(?!\s?[-–/])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "…, whose text was agreed in spring, could be signed"
RELATIVE = (
    r"\s*,\s+(?:whose|which|to\s+which|the\s+text\s+of\s+which|on\s+which|a\s+draft\s+of\s+which|worth|valued|involving|with\s+an?|on|dealing\s+with|concerning|regarding|relating\s+to|pertaining\s+to|covering|running|spanning|outlining|detailing|defining|establishing|(?!signed|inked|concluded|initial|adopted|sealed|exchanged|ratified)[a-z]+ed\s+(?:since|for|in|on|during|over|at|by))"
    r"\s(?:[^,;.]|[.,](?=\d)){3,120}(?:,|(?=\s(?:was|were|is|are|has|have|had)\s))"
)
_ASIDE = re.compile(RELATIVE)
_EARLIER = re.compile(r"(?:previous|earlier|existing|prior|old|older|former|lapsed)\s")
# "During the premier's visit to Rome in May | , they signed"
_THEN = re.compile(r"(?:during|on|at)\s[^.;:]{3,60}\b(?:visit|trip|tour|summit)\b[^.;:]{0,40}?\bin\s[^.;:,]{3,30},")
# "… was signed on the loan during the minister's visit to Rome in June 2015"
_VISIT = re.compile(
    r"\b(?:during|on)\s[^.;:]{3,60}\b(?:visit|trip|tour)\b[^.;:,]{0,50}\bin\s+(?:[a-z]+\s+)?((?:19|20)\d\d)\b"
)


class Place(msgspec.Struct, frozen=True):
    """Names that stand at `start` to `end` in a sentence that reaches from `begin` to `limit`, all in small letters.

    `date` is the article's (ISO), for telling documents of an earlier time.
    """

    lowered: str
    begin: int
    start: int
    end: int
    limit: int
    date: str | None = None


def is_recalled(place: Place, verb: int) -> bool:
    """Whether the words before the verb or behind the names put them into an earlier time."""
    if _EARLIER.match(place.lowered, place.start):
        return True
    begin = max(place.begin, verb - 90)
    for clause in _CLAUSE.finditer(place.lowered, begin, verb):
        begin = clause.end()
    left = place.lowered[begin : place.start]
    relative = _ASIDE.match(place.lowered[place.end : min(place.limit, place.end + 160)])
    end = place.end + (relative.end() if relative else 0)  # "the treaty, which replaces one of 1971, was signed"
    right = _CLAUSE.split(place.lowered[end : min(place.limit, end + 110)], maxsplit=1)[0]
    opening = place.lowered[place.begin : min(verb, place.begin + _OPENING)]
    apart = verb > place.begin + LEFT or _CLAUSE.search(
        place.lowered, place.begin, verb
    )  # "Last month they met, and today they signed"
    told = any(map(said("recalled").search, (left, right, "" if apart else opening)))
    if told or (not apart and is_of_other_visit(place, verb)):
        return True
    if not place.date:
        return False
    near, far = max(place.begin, verb - 90), min(place.limit, place.end + _RIGHT)
    if place.lowered.find("19", near, far) < 0 and place.lowered.find("20", near, far) < 0:
        return _is_other_month(right[:40], place.date)  # no year is named
    visit = _VISIT.search(place.lowered, place.end, far)
    if visit and int(visit[1]) < int(place.date[:4]):
        return True
    before = place.lowered[near:verb]
    named = _IN_YEAR.findall(place.lowered[place.start : place.end])
    stated = [*named, *_YEAR.findall(before), *_YEAR.findall(_SINCE.sub("", right[:60]))]
    return any(int(year) < int(place.date[:4]) for year in stated) or _is_other_month(right[:40], place.date)


def is_of_other_visit(place: Place, verb: int) -> bool:
    """Whether the sentence opens with a visit of another month: "During the visit to Rome in May, they signed"."""
    then = _THEN.match(place.lowered, place.begin, verb) or _visit_of_month().match(place.lowered, place.begin, verb)
    if then is None or not place.date:
        return False
    named = then.groupdict().get("month")
    return _is_other_month(f"in {named}" if named else then.group(), place.date)


def _is_other_month(right: str, date: str) -> bool:
    """Whether "in November" names a month that is neither the article's nor the one before."""
    match = _in_month().search(right)
    if not match:
        return False
    return bool((int(date[5:7]) - dates.months()[match[1]]) % 12 > 1)


@cache
def said(name: str) -> re.Pattern[str]:
    """Any of the words that the table lists under the name."""
    return re.compile(rf"\b{words.alternation(words.table('documents')['status'][name])}\b")


@cache
def _in_month() -> re.Pattern[str]:
    names = words.alternation(name for name in dates.months() if len(name) > 3)
    return re.compile(rf"\bin\s+({names})\b")


@cache
def _visit_of_month() -> re.Pattern[str]:
    """ "During the April 2022 visit of the king | they signed"."""
    names = words.alternation(name for name in dates.months() if len(name) > 3)
    return re.compile(
        rf"(?:during|on|at)\s+\w+\s+(?P<month>{names})\s+(?:(?:19|20)\d\d\s+)?(?:[a-z]+\s+){{0,2}}(?:visit|trip|tour|summit)\b"
    )
