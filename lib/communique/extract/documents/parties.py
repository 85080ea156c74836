"""Parties of a document: who concluded it, from the words in its name, behind it, or before the verb of signing."""

import re
from collections.abc import Sequence
from functools import cache

from communique import words
from communique.extract.documents import party_names, runs, titles
from communique.grammar.lists import Unit
from communique.record import Party, Span

# "trade between the two countries" says not which two.
_BETWEEN = re.compile(
    r"\b(?:between|among)\s+(?!\d|others|them|which|(?:(?:the|our|these)\s+)?(?:two|both)\s+(?:countries|nations|states|sides|parties|peoples)\b(?!['’]|\s+(?:[a-z]+\s+)?(?:ministries|agencies|academies|parliaments|departments|forces|banks)\b))",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\b(?:communication|connections?|links?|flights?|routes?)\s\Z")
_BY = re.compile(r"\b(?:adopted|issued|released|won|awarded|signed|secured|concluded)\s+(?:by|to)\s+")
# "MoU on science, to which A and B are parties"
_TO_WHICH = re.compile(
    r",\s+to\s+which\s+(?P<subject>[^,;.]{3,160}?)\s+(?:are|were|became)\s+(?:the\s+)?(?:parties|party|signatories)\b"
)
# "MoU on tourism by the Ministry of Tourism and the Tourist Board"
_GAPPED = re.compile(r",?\s+(?:by|between)\s+(?=(?:the\s+)?[A-Z])")
_BY_BOTH = re.compile(r"(?<!ed)\sby\s+(?=(?:the\s+)?[A-Z][^,;]{2,160}?\sand\s+(?:the\s+)?[A-Z])")
_UNDER_WHICH = re.compile(
    r",?\s+(?:(?:under|by|in|through|with)\s+which|whereby)\s+(?P<subject>[^,;]{2,160}?)\s+(?:will|would|shall|is\s+to|are\s+to)\s"
)
# Each with how many parties it has at least, and words of which it holds one.
_STATED = ((_BETWEEN, 2, ("between", "among")), (_BY, 1, ("by", "to")), (_BY_BOTH, 2, ("by", "by")))
# "loan agreement by the bank in favour of the mill", "contract in favour of Alfa"
_FAVOUR = re.compile(r"(?P<by>\bby\s[^,;]{2,80}?)?\sin\s+favou?r\s+of\s(?=(?:the\s+)?[A-Z])")
# "Joint Statement of President A and President B", but not "Regulations of the Joint Commission".
_OF_BOTH = re.compile(
    r"\s+(?:of|by)\s+(?=(?:the\s+)?(?:[A-Z]|two|both|governments?\s+of\s+[A-Z])[^,;]{0,160}?(?:\sand\s+(?!\d)|[Pp]residents|[Ll]eaders|[Mm]inisters))"
)
# "work plan for 2024 of the culture ministries"
_OF_SEVERAL = re.compile(
    r"\s(?:of|by)\s+(?=(?:the\s+)(?:[a-z-]+\s+){1,3}(?:ministries|agencies|academies|parliaments|chambers|departments)\b)"
)
_WITH = re.compile(
    r"\bwith\s+(?!(?:the|an?)\s+(?:[a-z]+\s+)?(?:participation|aim|help|support|assistance|purpose|view|goal|amount|value|capacity|budget|duration)\b)(?=(?:the\s+|its\s+|their\s+|[a-z-]+\s+){0,5}[A-Z])"
)
_IN_BRACKET = re.compile(r"\((?P<names>[A-Z][^()\n]{2,160}?(?:\s(?:and|with|/)|;)\s[^()\n]{2,120})\)\Z")
_BRACKET = re.compile(r"\s\((?P<names>[A-Z][^()\n]{2,160}?;\s[^()\n]{2,120})\)")
_AFTER = re.compile(r"\s*(?:[–—]\s|\s-{1,2}\s|:\s|\t)\s*(?:between\s+)?(?=(?:the\s+)?[A-Z])")
# "The two governments: agreement on tea", "Ministries of Public Security: plan on tea"
_SIDES = re.compile(
    r"(?:The\s+two|Both)\s+(?:[a-z]+\s+)?[a-z]+s"
    r"|(?:The\s+)?(?:Ministries|Academies|Agencies|Chambers)\s+of\s+[A-Z][^:;]{2,60}"
)
_BEFORE = re.compile(r"(?P<names>[A-Z](?:[^.;:–—\n]|\.(?=\w|\s*(?:and|:)|,)){2,200}?)\s*(?::|\s[–—-])\s*(?:an?\s+)?")
# "Alfa Bank – Beta Bank: | loan agreement"
_PAIRED = re.compile(
    r"(?P<first>[A-Z][^.;:–—\n]{2,100}?)\s[–—-]\s(?P<second>[A-Z][^.;:–—\n]{2,100}?)\s?:\s*(?:an?\s+)?"
)
_INDIRECT = re.compile(r"\w+\s+(?:with\s+)?(?P<names>(?:the\s+|its\s+)?[A-Z][^,;:.]{1,120}?)\s+an?\s+\Z")
_TO = re.compile(r"\sto\s+(?=(?:the\s+)?[A-Z])")
# "Malaysia, | whose trade doubled, | will sign"
_RELATIVE = re.compile(r",\s+(?:whose|which|who|where)\s[^,]{3,140},?\s*\Z")
# "was signed on behalf of A by its head and on behalf of B by its chair"
_BEHALF = re.compile(r"\bon\s+behalf\s+of\s+(?=(?:the\s+)?[A-Z])")
_AUXILIARY = re.compile(
    r"(?:\s*,)?(?:\s+(?:have|has|had|also|then|too,?|(?:signed|agreed|initialled|negotiated)\s+and|jointly|today|yesterday|recently|officially|formally|separately|"
    r"each|will|would|to|are|is|was|were|be|been|plan|plans|hope|hopes|want|wish|expected|due|set|agreed|intend|already|on\s+the\s+sidelines|"
    r"[a-z]+(?:ed|ing)\s+to|about\s+to|(?:yet|close|likely|ready|keen|poised|able)\s+to|intends|wants|wishes|aims?|seeks?|may|"
    r"might|could|should|shall|can|did|not|still|now|currently|finally|ultimately|subsequently|simultaneously|later|"
    r"for\s+(?:its|their)\s+part,?|meanwhile,?|in\s+turn,?|likewise,?|however,?|(?:expect|hope|agree|vow|pledge|wish|want|aim)s?\s+to|"
    r"(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))+\s*\Z"
)
_ADVERBIAL = re.compile(
    r"(?:In|On|At|After|During|Following|Among|As|Also|Separately|Meanwhile|Earlier|Later|Under|For|By|Then|Moreover|"
    r"Besides|With|Within|Upon|Before|Furthermore|Elsewhere|Next|Likewise|Today|Thereafter|Afterwards|Further|[A-Z][a-z]+ly)\b"
    r"[^,;]{0,140},\s*"
)
_SECOND = re.compile(r"(?:in|on|at|after|during|following|among|as|for|within|before)\s[^,;]{0,140},\s*")
# The same without a comma: "Meanwhile the ministry", "During the visit the governments", "On Friday the bank".
_ADVERB = re.compile(
    r"(?:(?:Meanwhile|Separately|Today|Also|Earlier|Later|Then|Finally|Yesterday|Subsequently)|"
    r"(?:During|At|After|Following|In|On|Within|Under|Upon)\s+"
    r"(?:\w+day|(?:the|his|her|their|this)\s+(?:[a-z-]+\s+){0,5}[a-z-]+))\s+(?=the\s|[A-Z])"
)
_CAPITALS = re.compile(r"(?:[A-Z][A-Z .'-]{2,30}\s)?\([A-Z][\w ]{1,30}\)\s+")
# "And we also signed", "First, the ministries signed".
_CONJUNCTION = re.compile(r"(?:(?:And|But|So|Yet)\s+(?!\w+\s+of\b))?(?:(?:First|Second|Third)(?:ly)?,\s+)?")
# "Abuja, Aug. 26, 2025 (NNA) | Nigeria and Brazil"
_AGENCY = re.compile(r"[A-Z](?=[^()\n]*\d)[\w.,/ \t-]{2,60}\([A-Za-z]{2,12}\)\s*(?:[-–—:]+\s*)?(?=[A-Z])")
# "the board, | represented by Ana Sol, | signed"
_REPRESENTED = re.compile(r",\s+(?:duly\s+)?represented\s+by\s+[^,;()]{2,80},?\s*\Z")
# "the first, | worth $2.5 million, | was signed by A and B"
_WORTH = re.compile(r",\s+(?:worth|valued|involving|with\s+an?)\s(?:[^,;.]|[.,](?=\d)){3,100},")
# How far behind a name those are looked for on whose behalf it was signed, in characters.
_FURTHEST = 600
_AND_THEN = re.compile(r",\s+and\s+")
_BEFORE_SUBJECT = frozenset(("", "that", "and", "while", "where", "when", "as", "because"))
# "APIA, SAMOA – | 22 MARCH 2023: | Samoa and Fiji"
_DATED = re.compile(r"\s*(?:\d{1,2}\s+)?[A-Z][A-Za-z]+\s+(?:\d{1,2},\s+)?\d{4}\s*[:–—-]\s+")
# "Lome, (Point / TNA - 24th Nov, 2020) | Chad and Togo"
_PLACED = re.compile(r"[A-Z][\w ,]{2,30}\([^()\n]{3,60}\d{4}\)\s+(?=[A-Z])")
_LABEL = re.compile(r"(?:.{0,60}?(?:\s[–—-]{1,2}\s|—|:\s)|[A-Z]{3,20}[–-]\s)", re.DOTALL)


def in_title(text: str, start: int, end: int, people: Sequence[Span] = ()) -> tuple[Party, ...]:
    """The parties that the document's name states: "between A and B", "of A and B", "won by A"."""
    said = text[start:end].lower()
    for pattern, least, told in _STATED:
        if (told[0] in said or told[1] in said) and (match := pattern.search(text, start, end)):
            if _LINKED.search(text, start, match.start()):
                return ()  # "railway communication between Lome and Accra"
            found = party_names.listed(text, match.end(), end, least)
            signers = pattern is not _BETWEEN and any(_is_signer(text, party, people) for party in found)
            return () if signers else found
    favour = _FAVOUR.search(text, start, end) if "favo" in said else None
    if favour:
        first = party_names.listed(text, favour.start("by") + len("by "), favour.end("by"), 1) if favour["by"] else ()
        return first + party_names.listed(text, favour.end(), end, 1)
    clause = _TO_WHICH.match(text, end) or _UNDER_WHICH.match(text, start, end)
    if clause:
        found = party_names.all_of(text, *clause.span("subject"), (), 2)
        return found if len(found) > 1 else ()  # "under which the Chinese firm will build"
    of = _OF_BOTH.match(text, start, end) or _OF_SEVERAL.search(text, start, end)
    return party_names.listed(text, of.end(), end, 2) if of else ()


def _is_signer(text: str, party: Party, people: Sequence[Span]) -> bool:
    """Whether the party is a single person by office: "the Minister of Trade", but not "the two Presidents"."""
    return party_names.is_person(text, party, people) and party.name.split()[-1].lower() not in runs.sets()["nobody"]


def in_front(text: str, start: int, head: int) -> tuple[Party, ...]:
    """The two institutions before the instrument: "Alfa News Agency and Beta News Agency Agreement"."""
    if " and " not in text[start:head]:
        return ()
    found = party_names.listed(text, start, head, 1)
    owners = len(found) == 2 and all(party_names.is_institution(party) for party in found)
    return found if owners else ()


def beside(text: str, unit: Unit, start: int, end: int) -> tuple[Party, ...]:
    """The two parties that stand apart from a name in a list: "MoU on tea – A and B", "… (A and B)", "A and B: MoU"."""
    bracket = _IN_BRACKET.search(text, start, end) or _BRACKET.match(text, end, unit.end)
    if bracket:
        return both(text, *bracket.span("names"))
    after = _AFTER.match(text, end, unit.end)
    found = both(text, after.end(), unit.end) if after else ()
    dashed = _PAIRED.fullmatch(text, unit.start, start)
    if dashed:
        first = party_names.all_of(text, *dashed.span("first"), (), 1)
        return first + party_names.all_of(text, *dashed.span("second"), (), 1)
    before = _BEFORE.fullmatch(text, unit.start, start)
    if before and _SIDES.fullmatch(before["names"]):
        return party_names.listed(text, *before.span("names"), 1)
    return found or (both(text, *before.span("names")) if before else ())


def both(text: str, start: int, end: int) -> tuple[Party, ...]:
    """The parties that the words consist of, if they are two at least, in capitals, joined by "and" or a semicolon."""
    mark = text.find(";", start, end)
    parts = [(start, mark, 1), (mark + 1, end, 1)] if mark > 0 else [(start, end, 2)]
    if any(runs.run_end(text, begin, close) < close - 1 for begin, close, _ in parts):
        return ()
    found = tuple(party for begin, close, least in parts for party in party_names.all_of(text, begin, close, (), least))
    return found if len(found) > 1 and not any(party.name.islower() for party in found) else ()


def partner(text: str, start: int, end: int, people: Sequence[Span] = ()) -> tuple[Party, ...]:
    """The other party after "with" in the name or right behind it; none where that is a person."""
    match = _WITH.search(text, start, end) if text.find("with", start, end) >= 0 else None
    found = party_names.listed(text, match.end(), end, 1) if match else ()
    return () if any(party_names.is_person(text, party, people) for party in found) else found


def indirect(text: str, verb: int, start: int, people: Sequence[Span] = ()) -> tuple[Party, ...]:
    """The other party between the verb and its object: "signed with B | an agreement", "awarded B | a contract"."""
    match = _INDIRECT.match(text, verb, start)
    found = party_names.all_of(text, *match.span("names"), people, 1) if match else ()
    return () if any(party.name.islower() for party in found) else found


def winner(text: str, start: int, end: int) -> tuple[Party, ...]:
    """Whom a contract is awarded: "awarded a contract for silos to Alfa Works"."""
    match = _TO.search(text, start, end)
    return party_names.listed(text, match.end(), end, 1) if match else ()


def behind(text: str, start: int, end: int, people: Sequence[Span]) -> tuple[Party, ...]:
    """The parties in a passive behind the name: "was concluded between A and B", "entered into by A and B"."""
    aside = _WORTH.match(text, start, end)
    start = aside.end() if aside else start
    match, furthest = _after().match(text, start, end), min(end, start + _FURTHEST)
    behalf = _BEHALF.finditer(text, start, furthest) if text.find("behalf", start, furthest) >= 0 else ()
    sides = [party_names.listed(text, side.end(), end, 1)[:1] for side in behalf]
    if len(sides) == 2:
        return sides[0] + sides[1]
    if not match:
        return ()
    end = _before_next_subject(text, match.end(), end)
    found = party_names.listed(text, match.end(), end, 2 if match[0].endswith("between") else 1)
    last = found[-1].span.end if found and found[-1].span else end
    if re.match(r",?\s+with\s", text[last : last + 12]):
        found += partner(text, last, end)
    return () if any(party_names.is_person(text, party, people) for party in found) else found


def gapped(text: str, start: int, end: int) -> tuple[Party, ...]:
    """The parties behind a name whose verb is left out: "…; the second, on tea, | by A and B"."""
    match = _GAPPED.match(text, start, end)
    return party_names.listed(text, match.end(), end, 2) if match else ()


def _before_next_subject(text: str, start: int, end: int) -> int:
    """Where the names end: before those that begin the next clause, "by A and B | , and C and D signed"."""
    stop = runs.run_end(text, start, min(end, start + runs.REACH))
    clauses = [clause.start() for clause in _AND_THEN.finditer(text, start, stop)]
    return clauses[-1] if clauses and _signs().match(text, stop - 1) else end


def subject(text: str, start: int, end: int, people: Sequence[Span], least: int = 1) -> tuple[Party, ...]:
    """The parties named as the subject of the verb at `end`; none where persons sign or "the sides" do."""
    auxiliary = _AUXILIARY.search(text, max(start, end - 60), end)
    end = auxiliary.start() if auxiliary else end
    end -= end > start and text[end - 1] == "—"  # "The members—Chad and Togo|—signed"
    for said in (_REPRESENTED, _RELATIVE):
        match = said.search(text, max(start, end - 160), end)
        end = match.start() if match else end
    for pattern in (_PLACED, _LABEL, _DATED, _AGENCY, _CAPITALS, _CONJUNCTION, _ADVERBIAL, _SECOND, _ADVERB):
        match = pattern.match(text, start, end)
        start = match.end() if match else start
    if aside := titles.INTERPOSED.search(text, start, end):
        first = subject(text, start, aside.start(), people)
        return first + subject(text, aside.end() + len(" and "), end, people) if first else ()
    begin = runs.run_start(text, max(start, end - runs.REACH), end)
    before = text[start:begin].split()[-1:]
    if begin >= end or (before and before[0].strip(",") not in _BEFORE_SUBJECT):
        return _behind_comma(text, begin, end, people)
    return party_names.all_of(text, begin, end, people, least)


def _behind_comma(text: str, start: int, end: int, people: Sequence[Span]) -> tuple[Party, ...]:
    """The two parties that begin a clause behind what is no subject: "signed by officials, and | A and B | signed"."""
    clauses = [clause.end() for clause in _AND_THEN.finditer(text, start, end)]
    found = party_names.all_of(text, clauses[-1], end, people, 2) if clauses else ()
    return found if len(found) > 1 else ()


@cache
def _signs() -> re.Pattern[str]:
    verbs = words.alternation(words.table("documents")["parties"]["before_and_after"])
    return re.compile(rf"\s+(?:also\s+|have\s+|has\s+|had\s+|will\s+)?(?:{verbs}|adopted|agreed|sign|issued)\b")


@cache
def _after() -> re.Pattern[str]:
    verbs = words.alternation(words.table("documents")["parties"]["before_and_after"])
    awarded = r"\s+(?:was|were|has\s+been|have\s+been)\s+(?:awarded|given|granted)\s+to\b"
    auxiliary = r"(?:(?:is|was|were|has|have|had|been|being|also|will|be|which|to)\s+){0,5}"
    return re.compile(
        rf"[\s,”\"»)–—-]*{auxiliary}{verbs}\s+(?:[A-Za-z]+\s+){{0,5}}(?:between|by)\b|\s+(?:is|are|was)\s+between\b|{awarded}"
        rf"|\s+{auxiliary}{verbs}\s+with(?=\s+(?:the\s+)?[A-Z])"
    )
