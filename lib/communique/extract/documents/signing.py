"""What became of a document: signed, still planned, or only spoken of, by the words around its name."""

import re
from functools import cache, lru_cache

import msgspec

from communique import words
from communique.extract.documents import governors, recalling
from communique.extract.documents.governors import Governor
from communique.extract.documents.recalling import Place
from communique.grammar import text as grammar

# "would be followed by | an agreement"
_TO_FOLLOW = re.compile(r"\b(?:will|would|should|may|could|to)\s+be\s+followed\s+by\s+(?:an?\s+|the\s+)?\Z")
# "A grant agreement on maize, worth $2 million, | followed"
_FOLLOWED = re.compile(
    r"(?:,\s+worth\s[^,;]{3,60},)?\s+(?:also\s+|soon\s+)?followed(?=\s*[,.;]|\s+(?:shortly|an?\s+(?:hour|day|week)|hours|days)\b)"
)
# "before witnessing | the exchange of": it has taken place
_WATCHED = re.compile(r"\bbefore (?:witness|oversee|attend|presid|watch|observ)")
# "an agreement on labour|, to be signed in May", "|, which they hope to sign by May"
_NOT_YET = re.compile(
    r",\s+(?:(?:due|expected|set|scheduled|likely)\s+)?to\s+be\s+(?:signed|concluded|inked|finali[sz]ed)\b"
    r"|,?\s+(?:which|that)\s+(?:they|both\s+\w+|the\s+(?:\w+\s+)?\w+)\s+(?:hopes?|expects?|plans?|intends?|aims?|wants?|wish(?:es)?)"
    r"\s+to\s+(?:sign|conclude)\b"
)
# How far behind a name its verb is looked for, in characters.
_RIGHT = 170
_BOUNDARY = re.compile(r";|\b(?:whil(?:e|st)|whereas|but|that|said|adding|noting)\b")
_FIRST = re.compile(r"the\s+(?:first|second|third|last|only|next)\b")
_BETWEEN = re.compile(r"\s+(?:is|was)\s+between\s")
_THEN_SIGNED = re.compile(
    r"[^.;]{0,60}\b(?:will|is\s+to|are\s+to|should|would|is\s+expected\s+to|to)\s+be\s+(?:signed|concluded)\b"
)
# "were negotiating a contract" has its subject before it, "talks on a contract" has not.
_IS_MAKING = re.compile(
    r"negotiate|negotiating|drafting|preparing|finali[sz]ing|considering|planning|working|seek|completing|in\s+(?:talks|negotiations|discussions)|prepare"
)
# "are a deal on rice and …" lists, "are planning on a deal" does not.
_COPULA = re.compile(r"is|are|was|were")
_NOT_THIS = re.compile(
    r"\b(?:this|it)\s+(?:is|was)\s+the\s+\Z|"
    r"\bnot\s+(?:a|an|another|the|one\s+more|yet\s+another|just\s+(?:a|an|another))\s+(?:[\w-]+\s+){0,2}\Z"
    r"|(?:\bknown\s+as|\bdubbed|\bnicknamed|,\s+the\s+so-called)\s+(?:the\s+)?[\"“«]?\Z"
)
# What it holds in any case.
_DENYING = ("not", "known", "dubbed", "nicknamed", "so-called", "is the", "was the")
# "it is intended to renew the treaty and | conclude", "will renew it and | sign"
_TO_AND = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:intended|expected|planned|scheduled|due|set|going)\s+to|will|would|plans?\s+to|intends?\s+to"
    r"|hopes?\s+to|agreed\s+to)\s+(?!be\b|have\b)[a-z]+\s[^.;:]{3,220}\sand\s+(?:also\s+)?\Z"
)
# "did not sign", "failed to conclude", "without signing"; "have not yet signed" is planned.
_DENIED = re.compile(
    r"(?:\b(?:did|do|does|has|have|had|could)\s+not|n['’]t|\bnever|\b(?:failed|refused|declined|unable|reluctant)\s+to|"
    r"\bwithout|\bshort\s+of|\binstead\s+of|\brather\s+than)\s+(?:(?:be|been|even|actually)\s+)?\Z"
)

# "would | not be | signed"
_NOT_BE = re.compile(r"\bnot\s+be(?:en)?\s+\Z")
# "The programme of the visit includes the signing of | a protocol"
_ON_AGENDA = re.compile(
    r"\b(?:programme|program|agenda|schedule|itinerary)\b[^.;:]{0,60}?\s(?:includes?|provides\s+for|foresees|envisages)"
    r"\s+(?:also\s+)?(?:the\s+)?signing\b"
)


class Reading(msgspec.Struct, frozen=True):
    """A status with the rule that gives it; `verb` is where a verb of signing begins that has its subject before it."""

    status: str | None
    rule: str
    verb: int | None = None

    @property
    def direct(self) -> bool:
        """Whether a verb of signing itself says that the document is signed."""
        return self.status == "signed" and self.rule.endswith("verb of signing")


NOTHING = Reading(None, "")
# "An agreement on visas, the president announced, | will be signed"
_SAID = r"(?:,\s+(?:the\s+)?(?:[a-z.’'-]+\s+){1,4}(?:said|announced|added|noted|stressed|told\s+[a-z]+),)"
# "…, initialled in 2023, | is expected to be signed in May"
_YET = re.compile(
    r"[^;.]{0,120}?\b(?:is|are)\s+(?:now\s+)?(?:expected|due|set|to|likely|scheduled|planned)\b[^;.]{0,20}?\b(?:sign|be)"
)
# In a sentence on documents in general these say nothing of their status.
_WEAK = ("under", "use", "since", "according to")
RECALLED = Reading(None, "recalled")


@lru_cache(maxsize=16)  # asked for by several steps
def read(place: Place, code: str) -> Reading:
    """The status of the documents named at the place; `code` is the first one's instrument."""
    near = max(place.begin, place.start - recalling.LEFT)
    led = _led_by(place, near)
    if led:
        return led
    for boundary in _BOUNDARY.finditer(place.lowered, near, place.start):
        near = boundary.end()
    governor = governors.nearest(place.lowered, near, place.start)
    if governor and governor.kind in governors.SIGNING and (not governor.only or code in governor.only):
        return _of_verb(place, governors.outer(place.lowered, near, governor))
    passive = _passive(place, code)
    if (passive.status == "signed" or passive.rule == "initialled") and recalling.is_recalled(place, place.start):
        return RECALLED
    if passive.status:
        return passive
    if not governor or governor.kind != "making":
        return _ratified(place, governor)
    verb = governor.start if _IS_MAKING.match(place.lowered, governor.start) else None
    if place.lowered[governor.start : governor.end] == "draft":
        outer = governors.nearest(place.lowered, near, governor.start)  # "initialled | a draft agreement"
        verb = outer.start if outer and outer.kind == "initialled" else verb
    return Reading("planned", "in the making", verb)


def _led_by(place: Place, near: int) -> Reading | None:
    """What the words right before the names say by themselves: "not a treaty", "would be followed by a treaty"."""
    begin, end = max(near, place.start - 60), place.start
    before = place.lowered[begin:end]
    if any(map(before.__contains__, _DENYING)) and _NOT_THIS.search(place.lowered, begin, end):
        return Reading(None, "denied")
    if "followed" in before and _TO_FOLLOW.search(place.lowered, max(near, end - 40), end):
        return Reading("planned", "to follow")
    near = max(near, end - 300)
    if place.lowered.find("signing", near, end) >= 0 and _ON_AGENDA.search(place.lowered, near, end):
        return Reading("planned", "on the agenda")
    return None


def _ratified(place: Place, governor: Governor | None) -> Reading:
    """Signed where "an agreement" is ratified; "the agreement" that is ratified was known before."""
    ratified = governor and governor.kind == "other" and place.lowered.startswith("ratified", governor.start)
    new = governor and re.fullmatch(r"\s+an?\s+", place.lowered[governor.end : place.start])
    return Reading("signed", "object of ratified", governor.start) if governor and ratified and new else NOTHING


def governed_by(place: Place) -> str:
    """The kind of the word that governs the names: "list", "other", "past", … or ""."""
    governor = governors.nearest(place.lowered, max(place.begin, place.start - recalling.LEFT), place.start)
    if governor and _COPULA.fullmatch(place.lowered, governor.start, governor.end):
        between = governors.tokens(place.lowered, governor.end, place.start)
        if any(token.group().endswith("ing") for token in between) or len(between) > 6:
            return ""
    return governor.kind if governor else ""


def has_verb(lowered: str, start: int, end: int) -> bool:
    """Whether a verb of signing stands between the two places."""
    return any(
        governor.kind in ("past", "base", "initialled", "making") for governor in governors.all_in(lowered, start, end)
    )


def statement(lowered: str, start: int, end: int) -> str | None:
    """What a sentence says of documents in general: "signed", "planned", "talked of", or None if nothing."""
    found = None
    for governor in governors.all_in(lowered, start, min(end, start + 900)):
        if _NOT_BE.search(lowered, max(start, governor.start - 16), governor.start):
            continue
        if governor.kind in governors.SIGNING and not governor.only:
            if not _is_planned(lowered, governor, start):
                return "signed"
            found = "planned"
        elif governor.kind in ("making", "other") and lowered[governor.start : governor.end] not in _WEAK:
            found = found or "talked of"
    return found


def _of_verb(place: Place, governor: Governor) -> Reading:
    """The status by a verb of signing before the names."""
    active = None if governor.kind == "noun" else governor.start
    if _DENIED.search(place.lowered, max(place.begin, governor.start - 40), governor.start):
        return Reading(None, "denied")
    if governor.kind == "initialled":
        return Reading("planned", "initialled", active)
    if _is_planned(place.lowered, governor, place.begin, place.end):
        return Reading("planned", "verb of signing, not yet", active)
    if recalling.is_recalled(place, governor.start):
        return RECALLED
    return Reading("signed", "object of a verb of signing", active)


def _is_planned(lowered: str, governor: Governor, begin: int, end: int = 0) -> bool:
    """Whether the words before a verb of signing say that it is still to come, or those behind the names at `end` that
    "the signing of" them was put off.
    """
    before = governors.tokens(lowered, max(begin, governor.start - 70), governor.start)[-7:]
    said = _WATCHED.sub("", " ".join(token.group() for token in before))
    if governor.kind == "past":
        return said.endswith(" be") and not _FIRST.search(said)
    planned = bool(recalling.said("planned").search(said))
    if planned or governor.kind == "noun":
        return planned or bool(_put_off().match(lowered, end, end + 70))
    if said.endswith(" and") and _TO_AND.search(lowered, max(begin, governor.start - recalling.LEFT), governor.start):
        return True
    happened = recalling.said("happened").search(lowered, max(begin, governor.start - 120), governor.start)
    return said.endswith("to") and not happened


def _passive(place: Place, code: str) -> Reading:
    """What the predicate behind the names says: "was signed", "is due to be signed", "signed today"."""
    lowered, end, limit = place.lowered, place.end, min(place.limit, place.end + _RIGHT)
    if _NOT_YET.match(lowered, end, limit) or _under_way().match(lowered, end, limit):
        return Reading("planned", "in the making")
    told = ((_BETWEEN, "is between"), (_FOLLOWED, "follows"), (_of_whom(), "whose verb of signing has its own subject"))
    for pattern, rule in told:
        if pattern.match(lowered, end, limit):
            return Reading("signed", rule)
    match = _predicate().match(lowered, end, limit)
    kind, only = governors.forms()[grammar.collapse(match["verb"])] if match else ("", ())
    if not match or (only and code not in only):
        return NOTHING
    if kind == "initialled":
        yet = _YET.match(lowered, match.end(), place.limit)
        return Reading("planned", "passive, not yet" if yet else "initialled")
    auxiliary = match["auxiliary"] or ""
    to_come = recalling.said("to_come").search(auxiliary) and not _FIRST.search(auxiliary)
    if to_come or _THEN_SIGNED.match(lowered, match.end(), place.limit):
        return Reading("planned", "passive, not yet")
    return Reading("signed", "passive of a verb of signing")


@cache
def _put_off() -> re.Pattern[str]:
    state = words.alternation(words.table("documents")["status"]["put_off"])
    return re.compile(
        rf"[\s,”\"»)]*(?:(?:(?:is|are|was|were|will|would|has|have|had)\s+)?(?:(?:now|again|been|be)\s+)*{state}\b"
        r"|(?:will|would|is\s+to|are\s+to)\s+(?:also\s+|soon\s+)?be\s+(?:signed|concluded|inked)\b)"
    )


@cache
def _under_way() -> re.Pattern[str]:
    state = words.alternation(words.table("documents")["status"]["under_way"])
    return re.compile(
        rf"(?:{recalling.RELATIVE}|{_SAID}|,\s+(?:by\s+contrast|however|meanwhile|in\s+turn|too),)?[\s,”\"»)]*"
        rf"(?:(?:is|are|was|were|remains?|(?:has|have)\s+been|will|would|should|could|may|might)\s+(?:not\s+(?!on\b|planned\b|expected\b|under\b|in\b))?(?:yet\s+)?(?:be\s+)?)?(?:(?:still|currently|now|also)\s+)?(?:{state}\b|be\s+(?:signed|concluded))"
    )


@cache
def _of_whom() -> re.Pattern[str]:
    """ "accord | which the mayors inked"."""
    verbs = words.alternation([form for form, (kind, only) in governors.forms().items() if kind == "past" and not only])
    return re.compile(rf"\s+(?:which|that)\s+(?!was\b|were\b|has\b|had\b)(?:[\w.’'-]+\s+){{1,9}}?(?<!had\s){verbs}\b")


@cache
def _predicate() -> re.Pattern[str]:
    verbs = words.alternation([form for form, (kind, _) in governors.forms().items() if kind in ("past", "initialled")])
    auxiliary = words.alternation(words.table("documents")["status"]["auxiliary"])
    lead = r"(?:(?:which|that|all|also|already|jointly|both|and)\s+)?"
    return re.compile(
        rf"(?:{recalling.RELATIVE}|{_SAID})?[\s”\"’'»),–—]*{lead}(?P<auxiliary>{auxiliary}\s+(?:[\w-]+,?\s+){{0,8}}?)?(?P<verb>{verbs})\b(?!(?<=into)\s+force\b)"
    )
