"""Attribution: which reporter's words beside a quotation name its speaker, and by which construction."""

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from communique.extract.quotes import clauses, constructions
from communique.extract.quotes.clauses import Verb
from communique.extract.quotes.constructions import Attribution
from communique.extract.quotes.referents import Referent
from communique.extract.quotes.speakers import Line, Report
from communique.grammar.marks import Quotation
from communique.record import Span

# The rules whose attribution follows the quoted words.
AFTER = ("verb after", "inverted verb after", "according to, after", "quoted as saying, after", "name after a dash")

_STATED_BY = re.compile(
    r"(?:This|That|These|Such|So)\b[^.;:\0]{0,60}?"
    r"\b(?:stated|said|announced|noted|reported|declared|voiced|made|words)\s+(?:by|of)\s+"
)
_UNKNOWN = re.compile(r"([a-z]{2,20}(?:ed|es|s)|began|went\s+on|put\s+in|shot\s+back|threw\s+in)(?=[\s.,;:])")
# “…,” N said, adding, “…”
_GOING_ON = re.compile(r",?\s+(?:adding|continuing|going\s+on)[,:]\s*")
# The longest line that only signs a quotation, and the longest title before its name, in characters.
_SIGNATURE, _TITLE = 160, 40
# "Edited by | Ana Sol": of the article, not of the quotation.
_CREDIT = re.compile(r"\b(?:by|editor|reporter|translator|writer)\s*:?\s*\Z", re.IGNORECASE)
_CAPITALS = re.compile(r"\s+[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)*")
_LEADING = re.compile(r"[\s,–—\-.)\]]*")


class Place(msgspec.Struct, frozen=True):
    """A quotation in its surroundings: the sentences of its first and last words, the reporter's words beside it."""

    quotation: Quotation
    paragraph: Span
    first: Line
    last: Line
    before: Span
    after: Span
    follows: bool = False  # another quotation stands before it in the paragraph


def is_cue(report: Report, place: Place, spoken: str) -> bool:
    """Whether the words before a quotation lead straight into it: "He said, “", "She answered: “", "said “We"."""
    lead = report.text[slice(*place.before)].rstrip()
    if lead.endswith(":"):
        return True
    sentence = not spoken[0].islower() and (spoken[-1] in ".!?…," or len(spoken.split()) > 5)
    last = _verbs_in(place.first.verbs, _close(*place.before))[-1:]
    if not last:
        named = constructions.ACCORDING.search(lead) or constructions.OWN_WORDS.search(lead)
        return lead.endswith(",") and sentence and bool(named)
    if lead.endswith(","):
        return last[0].kind != "judgement" and (sentence or lead[:-1].endswith(last[0].word))
    return sentence and place.before.start + len(lead) == last[0].end


def before(report: Report, place: Place) -> Attribution | None:
    """The attribution in the reporter's words before the quotation."""
    text, line, span = report.text, place.first, _close(*place.before)
    for find in (constructions.quoted_as, constructions.according, constructions.own_words):
        found = find(text, line, span)
        if found:
            return found
    for verb in reversed(_verbs_in(line.verbs, span)):
        who = _quoted_person(text, line, verb) or _agent(text, line, span, verb)
        if who:
            return Attribution(who.words, verb.word, "verb before", verb.end)
    return _colon(report, place)


def within(report: Report, place: Place) -> Attribution | None:
    """The attribution of words quoted inside a reporter's sentence: the nearest verb that has a subject."""
    text, line, span = report.text, place.first, _close(*place.before)
    for find in (constructions.quoted_as, constructions.according, constructions.own_words, constructions.for_him):
        found = find(text, line, span)
        if found:
            return found
    whole = _close(line.start, span.end)
    for verb in reversed(_verbs_in(line.verbs, whole)):
        who = _agent(text, line, whole, verb)
        if who:
            return Attribution(who.words, verb.word, "verb in the sentence", verb.end)
    return None


def after(report: Report, place: Place, hanging: bool) -> Attribution | None:
    """The attribution in the reporter's words after the quotation."""
    text, line = report.text, place.last
    leading = _LEADING.match(text, *place.after)
    begin = leading.end() if leading else place.after.start
    span = Span(begin, min(place.after.end, begin + clauses.REACH))
    stated = _STATED_BY.match(text, *span)
    who = constructions.first_from(line, stated.end(), span.end) if stated else None
    if who:
        return Attribution(who.words, "stated by", "stated by", who.end)
    if text[span.start : span.start + 1] in ("", ":", ";") or _is_new_sentence(text, place, span, hanging):
        return None
    quoted = constructions.quoted_as(text, line, span)
    if quoted:
        return replace(quoted, rule="quoted as saying, after")
    if constructions.ACCORDING.match(text, *span):
        found = constructions.according(text, line, span)
        return found and replace(found, rule="according to, after")
    found = _verb_after(text, line, span, hanging) or _signature(text, line, place, span)
    return found or (_unknown_verb(text, line, span) if hanging else None)


def _verb_after(text: str, line: Line, span: Span, hanging: bool) -> Attribution | None:
    """“…,” N said, or “…,” said N."""
    for verb in _verbs_in(line.verbs, span)[:2]:
        if len(text[span.start : verb.start].split()) > 16:
            return None
        if verb.start == span.start:
            return _inverted(text, line, span, verb)
        who = clauses.subject(text, span.start, verb, line.referents)
        if who and who.words:
            return Attribution(who.words, verb.word, "verb after", verb.end)
        if verb.kind == "speech" and hanging:
            return Attribution(constructions.printed(text[span.start : verb.start]), verb.word, "verb after", verb.end)
    return None


def _unknown_verb(text: str, line: Line, span: Span) -> Attribution | None:
    """“…,” N crowed, or “…,” crowed N: a verb that is in no table."""
    match = _UNKNOWN.match(text, *span)
    who = constructions.first_from(line, span.start, min(span.end, span.start + 80))
    if who is None or who.possessive:
        return None
    if match and clauses.noun_phrase(text, match.end() + 1, who) == match.end() + 1:
        return Attribution(who.words, match[1], "inverted verb after", who.end)
    match = _UNKNOWN.match(text, who.end + 1, span.end)
    if match and clauses.noun_phrase(text, span.start, who) == span.start:
        return Attribution(who.words, match[1], "verb after", match.end())
    return None


def carried(report: Report, place: Place) -> Attribution:
    """The speaker of a quotation with no attribution of its own: whom the sentence before is about."""
    previous = report.line(place.first.start - 2)
    said = previous.voice if previous and previous.start >= place.paragraph.start else None
    who = said or place.first.before
    if who is None or place.quotation.start - who.end > 1500:
        return Attribution("", None, "no attribution")
    return Attribution(who.words, None, "carried")


def led(report: Report, place: Place) -> Attribution | None:
    """The speaker whom the paragraph before a quotation ends with: "Minister N said,", "N told reporters:"."""
    behind = report.text[max(0, place.first.start - 40) : place.first.start]
    line = report.line(place.first.start - len(behind) + len(behind.rstrip()) - 1)
    if line is None or not behind.rstrip().endswith((",", ":")):
        return None
    span = _close(line.start, line.end)
    verb = next(iter(reversed(_verbs_in(line.verbs, span))), None)
    who = _agent(report.text, line, span, verb) if verb and len(report.text[verb.end : line.end].split()) < 5 else None
    return Attribution(who.words, verb.word, "verb before", verb.end) if verb and who else None


def below(report: Report, place: Place) -> Attribution | None:
    """The speaker who signs a quotation on the line below it: "“We agree.”", "Ana Sol, President of Chad"."""
    start = _LEADING.match(report.text, place.paragraph.end)
    line = report.line(start.end()) if start else None
    if start is None or line is None or line.end - line.start > _SIGNATURE:
        return None
    if report.text[line.end - 1] in ".!?:" or "\0" in report.text[line.start : line.end]:
        return None  # a sentence, or "Sol, in turn: “…"
    who = line.referents[0] if line.referents and not line.verbs else None
    ends = who and (report.text[who.end] in ",(–—-\n" if who.end < line.end else True)
    if who is None or who.person < 0 or not ends or who.start - start.end() > _TITLE:
        return None
    if _CREDIT.search(report.text, start.end(), who.start):
        return None
    return Attribution(who.words, None, "signature below")


def is_interruption(report: Report, place: Place, attributed: Attribution) -> bool:
    """Whether the reporter's words after a quotation only interrupt it: “…,” he told guests, “…”."""
    rest = report.text[slice(*place.after)].rstrip()
    if _GOING_ON.fullmatch(report.text, attributed.end, place.after.end):
        return True
    later = _verbs_in(place.last.verbs, Span(attributed.end, place.after.end))
    return not later and rest.endswith((",", "–", "—", "-", "...", "…", attributed.cue or "\0", " that"))


def _verbs_in(verbs: Sequence[Verb], span: Span) -> list[Verb]:
    return [verb for verb in clauses.between(verbs, *span) if verb.end <= span.end]


def _close(start: int, end: int) -> Span:
    """The last characters before `end`, as far as a verb may stand off."""
    return Span(max(start, end - clauses.REACH), end)


def _agent(text: str, line: Line, span: Span, verb: Verb) -> Referent | None:
    """The subject of a verb before a quotation; a participle ("adding that") and a bare verb have the sentence's."""
    who = clauses.subject(text, span.start, verb, line.referents)
    if verb.kind == "document" and not (who and who.kind in ("document", "office") and who.end + 1 >= verb.start):
        return None
    if who is None and span.start > line.start:
        who = clauses.subject(text, line.start, verb, line.referents)
    if who is None:
        who = clauses.follower(text, verb, span.end, line.referents)
    if who is None and (verb.word.lower().endswith("ing") or not text[span.start : verb.start].strip(" ,\"'”’")):
        who = line.topic
    if who and not who.words:
        return None
    return who


def _quoted_person(text: str, line: Line, verb: Verb) -> Referent | None:
    """The person in "the agency quoted Minister N: “…”"."""
    if verb.word.lower() not in ("quoted", "quotes", "cited", "cites"):
        return None
    who = clauses.follower(text, verb, line.end, line.referents)
    return who if who and who.person >= 0 else None


def _inverted(text: str, line: Line, span: Span, verb: Verb) -> Attribution:
    """“…,” said Minister N: the first one named after the verb, else the words printed there."""
    who = clauses.follower(text, verb, span.end, line.referents)
    if who is None:
        able = [one for one in clauses.between(line.referents, verb.end, span.end) if not one.possessive]
        free = [one for one in able if one.kind == "person" and not clauses.oblique(text, verb.end, one)]
        who = free[0] if free and not _names_another(text, verb.end, free[0].start) else None
    name = who.words if who else constructions.printed(text[verb.end : span.end])
    return Attribution(name, verb.word, "inverted verb after", who.end if who else verb.end)


def _names_another(text: str, start: int, end: int) -> bool:
    """Whether a name that nobody has been given stands right behind the verb: “…,” said Ros, while N was there."""
    name = _CAPITALS.match(text, start, end)
    return name is not None and "," in text[name.end() : end]


def _colon(report: Report, place: Place) -> Attribution | None:
    """A colon with no verb: "President N: “…”", "His answer was short: “…”"."""
    text, line, span = report.text, place.first, _close(*place.before)
    if not text[slice(*span)].rstrip().endswith(":"):
        return None
    own = [one for one in clauses.between(line.referents, *span) if one.end <= span.end and one.words]
    free = [one for one in own if one.person >= 0 and not clauses.oblique(text, span.start, one)]
    who = next(iter(free or own), line.topic)
    return Attribution(who.words, ":", "colon", span.end) if who else None


def _signature(text: str, line: Line, place: Place, span: Span) -> Attribution | None:
    """“…” – N, minister: a name after a dash."""
    if not re.match(r"\s*[–—-]", text[place.after.start : span.end]):
        return None
    who = constructions.first_from(line, span.start, span.end)
    if who and not text[span.start : clauses.noun_phrase(text, span.start, who)].strip():
        return Attribution(who.words, "–", "name after a dash", who.end)
    return None


def _is_new_sentence(text: str, place: Place, span: Span, hanging: bool) -> bool:
    """Whether the words after a quotation that ended with a full stop are another sentence, not its attribution."""
    inside = text[place.quotation.pieces[-1].end - 1 : place.quotation.pieces[-1].end]
    if hanging or inside != "." or text[span.start : span.start + 1].islower():
        return False
    verbs = _verbs_in(place.last.verbs, span)
    return (
        not verbs
        or len(text[verbs[0].end : span.end].split()) > 2
        or len(text[span.start : verbs[0].start].split()) > 6
    )
