"""What became of a document: signed, still planned, or only spoken of, by the words around its name."""

import re
from functools import cache
from typing import NamedTuple

from communique import words

# How far before a name its verb is looked for and how far behind it, in characters.
_LEFT = 420
_RIGHT = 170
_LONGEST_FORM = 6
_TOKEN = re.compile(r"(?:[^\s,;:()“”\"«».!?]|[.!?](?=\w))+|:")
_BOUNDARY = re.compile(r";|\b(?:while|whereas|but|that|said|adding|noting)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "signed by A" has no object behind it.
_AGENT = re.compile(r"\s+(?:by|between)\b")
_FIRST = re.compile(r"the\s+(?:first|second|third|last|only|next)\b")
_UNDER = re.compile(
    r"\A[\s,”\"»)]*(?:(?:is|are|was|were|remains?)\s+)?(?:still\s+|currently\s+|now\s+|also\s+)?(?:under\s+(?:negotiation|discussion|preparation|"
    r"development)|being\s+(?:negotiated|prepared|drafted|developed|finali[sz]ed|worked)|in\s+the\s+(?:works|pipeline|making)|in\s+preparation|"
    r"ready\s+for\s+sign|on\s+the\s+table|(?:is|are)\s+(?:planned|expected|scheduled|in\s+the\s+final)|be\s+(?:signed|concluded))"
)
_THEN_SIGNED = re.compile(
    r"[^.;]{0,60}\b(?:will|is\s+to|are\s+to|should|would|is\s+expected\s+to|to)\s+be\s+(?:signed|concluded)\b"
)


class Reading(NamedTuple):
    """A status with the rule that gives it; `verb` is where a verb of signing begins that has its subject before it."""

    status: str | None
    rule: str
    verb: int | None = None

    @property
    def direct(self) -> bool:
        """Whether a verb of signing itself says that the document is signed."""
        return self.status == "signed" and self.rule.endswith("verb of signing")


class Governor(NamedTuple):
    """A word that governs what follows it: its kind, where it stands, and the instruments it is limited to."""

    kind: str
    start: int
    end: int
    only: tuple[str, ...]


NOTHING = Reading(None, "")


def read(lowered: str, begin: int, start: int, end: int, limit: int, code: str, year: int | None) -> Reading:
    """The status of the documents named in `lowered[start:end]` of a sentence that reaches from `begin` to `limit`.

    `year` is the article's, for telling documents of an earlier year.
    """
    near = max(begin, start - _LEFT)
    for boundary in _BOUNDARY.finditer(lowered, near, start):
        near = boundary.end()
    governor = _nearest(lowered, near, start)
    if (
        governor
        and governor.kind in ("past", "base", "noun", "initialled")
        and (not governor.only or code in governor.only)
    ):
        return _of_verb(lowered, governor, begin, start, end, limit, year)
    passive = _passive(lowered, end, min(limit, end + _RIGHT), code)
    if passive.status and not (
        passive.status == "signed" and recalled(lowered, max(begin, start - 90), start, end, limit, year)
    ):
        return passive
    if passive.status:
        return Reading(None, "recalled")
    if governor and governor.kind == "making":
        return Reading("planned", "in the making")
    return NOTHING


def governed_by(lowered: str, begin: int, start: int) -> str:
    """The kind of the word that governs what stands at `start`: "list", "other", "past", … or ""."""
    governor = _nearest(lowered, max(begin, start - _LEFT), start)
    return governor.kind if governor else ""


def has_verb(lowered: str, start: int, end: int) -> bool:
    """Whether a verb of signing stands between the two places."""
    tokens = list(_TOKEN.finditer(lowered, start, end))
    found = (_at(tokens, number) for number in range(len(tokens)))
    return any(governor.kind in ("past", "base", "initialled") for governor in found if governor)


def statement(lowered: str, start: int, end: int) -> str | None:
    """What a sentence says of documents in general: "signed", "planned", "talked of", or None if nothing."""
    tokens = list(_TOKEN.finditer(lowered, start, min(end, start + 900)))
    found = None
    for number in range(len(tokens)):
        governor = _at(tokens, number)
        if governor and governor.kind in ("past", "base", "noun", "initialled") and not governor.only:
            status = "planned" if _is_planned(lowered, governor, start) else "signed"
            if status == "signed":
                return status
            found = status
        elif (
            governor
            and governor.kind in ("making", "other")
            and found is None
            and tokens[number].group() not in ("under", "use", "since")
        ):
            found = "talked of"
    return found


def recalled(lowered: str, begin: int, start: int, end: int, limit: int, year: int | None) -> bool:
    """Whether the words before or behind the name put it into an earlier time."""
    right = lowered[end : min(limit, end + 110)]
    around = lowered[begin:start] + " | " + right
    if _old().search(around):
        return True
    return year is not None and any(int(match.group()) < year for match in _YEAR.finditer(right[:60]))


def _of_verb(
    lowered: str, governor: Governor, begin: int, start: int, end: int, limit: int, year: int | None
) -> Reading:
    active = governor.start if governor.kind in ("past", "base", "initialled") else None
    if governor.kind == "initialled":
        return Reading("planned", "initialled", active)
    if _is_planned(lowered, governor, begin):
        return Reading("planned", "verb of signing, not yet", active)
    near = max(begin, governor.start - 90)
    earlier = year is not None and any(
        int(match.group()) < year for match in _YEAR.finditer(lowered, near, governor.start)
    )
    if earlier or recalled(lowered, near, start, end, limit, year):
        return Reading(None, "recalled")
    return Reading("signed", "object of a verb of signing", active)


def _is_planned(lowered: str, governor: Governor, begin: int) -> bool:
    """Whether the words before a verb of signing say that it is still to come."""
    before = lowered[max(begin, governor.start - 70) : governor.start]
    tokens = list(_TOKEN.finditer(before))[-7:]
    said = " ".join(token.group() for token in tokens)
    if governor.kind == "past":
        be = tokens and tokens[-1].group() == "be"
        return bool(be) and not _FIRST.search(said)
    planned = bool(_planned().search(said))
    if planned or governor.kind == "noun":
        return planned
    return said.endswith("to") and not _happened().search(lowered, max(begin, governor.start - 120), governor.start)


def _passive(lowered: str, end: int, limit: int, code: str) -> Reading:
    """What the predicate behind the name says: "was signed", "is due to be signed", "signed today"."""
    if _UNDER.match(lowered[end:limit]):
        return Reading("planned", "in the making")
    if re.match(r"\s+(?:is|was)\s+between\s", lowered[end:limit]):
        return Reading("signed", "is between")
    match = _predicate().match(lowered, end, limit)
    if not match:
        return NOTHING
    kind, only = _forms()[" ".join(match["verb"].split())]
    if only and code not in only:
        return NOTHING
    auxiliary = match["auxiliary"] or ""
    if kind == "initialled" or _THEN_SIGNED.match(lowered, match.end(), min(len(lowered), limit + 60)):
        return Reading("planned", "initialled" if kind == "initialled" else "passive, not yet")
    to_come = re.search(
        r"\b(?:will|would|should|shall|may|might|could|can|must|due|expected|set|scheduled|planned|slated|hoped|not|never|to be|be)\b",
        auxiliary,
    )
    if to_come and not _FIRST.search(auxiliary):
        return Reading("planned", "passive, not yet")
    return Reading("signed", "passive of a verb of signing")


def _nearest(lowered: str, start: int, end: int) -> Governor | None:
    """The governing word nearest before `end`; a colon right there opens a list."""
    tokens = list(_TOKEN.finditer(lowered, start, end))
    for number in range(len(tokens) - 1, -1, -1):
        if tokens[number].group() == ":":
            return Governor("list", tokens[number].start(), tokens[number].end(), ())
        governor = _at(tokens, number)
        if governor and not (governor.kind == "past" and _AGENT.match(lowered, governor.end)):
            return _widest(tokens, number, governor)
    return None


def _widest(tokens: list[re.Match[str]], number: int, governor: Governor) -> Governor:
    """The governor, or a longer form that begins up to three words before it and ends where it does."""
    for before in range(max(0, number - 4), number):
        wider = _at(tokens, before)
        if wider and wider.end >= governor.end:
            return wider
    return governor


def _at(tokens: list[re.Match[str]], number: int) -> Governor | None:
    """The longest governing form that begins at the token."""
    forms = _forms()
    if tokens[number].group() not in _first_words():
        return None
    run = [token.group() for token in tokens[number : number + _LONGEST_FORM]]
    for length in range(len(run), 0, -1):
        form = forms.get(" ".join(run[:length]))
        if form:
            return Governor(form[0], tokens[number].start(), tokens[number + length - 1].end(), form[1])
    return None


@cache
def _forms() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Every governing form with its kind and the instruments it is limited to."""
    table = words.table("documents")
    forms: dict[str, tuple[str, tuple[str, ...]]] = {}
    for kind in ("list", "other", "making"):
        forms |= dict.fromkeys(table["status"][kind], (kind, ()))
    for verb in table["verb"]:
        for kind in ("noun", "base", "past"):
            forms |= {form: (kind, tuple(verb.get("only", ()))) for form in verb[kind]}
    return forms | dict.fromkeys(table["status"]["initialled"], ("initialled", ()))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split()[0] for form in _forms())


@cache
def _predicate() -> re.Pattern[str]:
    verbs = words.alternation([form for form, (kind, _) in _forms().items() if kind in ("past", "initialled")])
    auxiliary = (
        r"(?:is|are|was|were|has|have|had|will|would|should|may|might|could|can|shall|must|be|been|being|got|gets)\b"
    )
    return re.compile(
        rf"[\s”\"’'»),]*(?:(?:which|that|all|also|already|jointly|both|and)\s+)?(?P<auxiliary>{auxiliary}\s+(?:[\w-]+,?\s+){{0,8}}?)?(?P<verb>{verbs})\b"
    )


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(rf"\b{words.alternation(words.table('documents')['status']['planned'])}\b")


@cache
def _happened() -> re.Pattern[str]:
    return re.compile(rf"\b{words.alternation(words.table('documents')['status']['happened'])}\b")


@cache
def _old() -> re.Pattern[str]:
    return re.compile(rf"\b{words.alternation(words.table('documents')['status']['recalled'])}\b")
