"""Quotes with their speakers: which words in marks somebody is reported to have said, and who."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

import msgspec
from msgspec.structs import replace

from communique import words
from communique.extract.quotes import attribution, labels, speakers
from communique.extract.quotes.attribution import Place
from communique.extract.quotes.constructions import Attribution
from communique.extract.quotes.speakers import Line, Report
from communique.grammar import marks, text as grammar
from communique.grammar.marks import Quotation
from communique.record import Article, Organisation, Person, Quote, Span

_HANGING = ",!?…–—-"
_FINAL = ".!?…"
_ATTRIBUTED = re.compile(r"[”\"»’'],?\s+(?:\w+\s+){0,4}\w+\Z")
# "ROME, May 4 (ANA) – “…”": no words of a sentence.
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .'’-]{2,30}(?:[,(][^.!?“”\"\n]{0,40}(?:\.[^.!?“”\"\n]{0,40})?)?\s?(?:[–—:]|--?)\s*\Z"
)
_SHORTEST = 3  # “Soft” in this case, she explained, …
_PIECES = 12  # no speech is joined out of more


class _Found(msgspec.Struct, frozen=True):
    """A quotation taken for a quote."""

    quotation: Quotation
    place: Place
    kind: str
    attribution: Attribution


def find(
    article: Article, people: tuple[Person, ...], organisations: tuple[Organisation, ...] = ()
) -> tuple[Quote, ...]:
    """The quotes in order, each with its speaker's full name, office or document as printed, or None.

    Direct speech is `full`; three or more words inside a reporter's attributed sentence are `partial`. Titles,
    themes, labels, nicknames, single words and what stands in headlines come out as nothing.

    >>> from communique.article import from_text
    >>> find(from_text('"We agree," Minister Ana Sol said.'), (Person(name="Ana Sol", role="Minister"),))[0].speaker
    'Ana Sol'
    """
    wholes = marks.quotations(article.text, article.paragraphs)
    quotations = [part for whole in wholes for part in _cut(article.text, whole)]
    if not quotations:
        return ()
    quoted = [piece for quotation in quotations for piece in quotation.pieces]
    report = speakers.read(article, quoted, people, organisations)
    return tuple(_quote(article.text, one) for one in _found(article, report, quotations))


def _found(article: Article, report: Report, quotations: list[Quotation]) -> list[_Found]:
    """The quotations taken for quotes, joined where they are one speech."""
    headline = _headline_end(article)
    found: list[_Found] = []
    for place in _places(article, report, quotations):
        if place.quotation.end <= headline:
            continue
        if found and _interrupted(report, found[-1], place):
            found[-1] = _joined(found[-1], place.quotation)
            continue
        one = _judge(article.text, report, place)
        one = _carried_on(report, found[-1], one) if found and one else one
        if one and found and _is_continuation(report, found[-1], one):
            found[-1] = _joined(found[-1], one.quotation)
        elif one:
            found.append(one)
    return found


def _places(article: Article, report: Report, quotations: list[Quotation]) -> Iterator[Place]:
    """Each quotation with the reporter's words before and after it, up to the sentence's end or the next quotation."""
    place, previous = 0, Span(0, 0)
    for quotation, follower in zip_longest(quotations, quotations[1:]):
        first, last = report.line(quotation.pieces[0].start), report.line(quotation.pieces[-1].start)
        if first is None or last is None:
            continue
        limit = follower.start if follower else len(article.text)
        last = _trailing(article, report, last, quotation)
        paragraph = grammar.holding(article.paragraphs, quotation.start) or Span(first.start, last.end)
        begin = min(max(first.start, place), quotation.start)
        end = max(quotation.end, min(last.end, limit))
        before, after = Span(begin, quotation.start), Span(quotation.end, end)
        yield Place(quotation, paragraph, first, last, before, after, paragraph == previous)
        place, previous = quotation.end, paragraph


def _trailing(article: Article, report: Report, line: Line, quotation: Quotation) -> Line:
    """The sentence that holds the attribution: the next one, if no more than "N said." or "– N" after a full stop."""
    if article.text[quotation.pieces[-1].end - 1] != "." or report.text[quotation.end : line.end].strip():
        return line
    following = report.line(line.end + 1)
    paragraph = grammar.holding(article.paragraphs, line.start)
    near = following and paragraph and following.start < paragraph.end and following.end - following.start < 80
    whole = article.text[quotation.pieces[0].start].isupper()
    signed = following and whole and article.text[following.start] in "–—-"  # "…." – Minister N
    return following if following and near and (following.verbs or signed) else line


def _judge(text: str, report: Report, place: Place) -> _Found | None:
    """The quotation as a full or partial quote with its attribution, or None."""
    spoken = _words(text, place.quotation)
    if not any(character.isalpha() for character in spoken):
        return None
    lead = report.text[slice(*place.before)].strip(" \n\t-–—•*·([")
    if lead.endswith((".", "!", "?")) or _DATELINE.match(report.text, *place.before):
        lead = ""  # a dateline, or the space after the reporter's sentence is lost
    hanging = _hangs(text, report, place)
    if not lead or (attribution.is_cue(report, place, spoken) and not labels.names_theme(lead)):
        attributed = _attributed(report, place, lead, hanging)
        word = not lead and not hanging and spoken[-1] not in _FINAL and len(spoken.split()) < _SHORTEST
        if attributed and (place.quotation.opened or hanging) and not word:
            return _Found(place.quotation, place, "full", attributed)
        if not lead and place.quotation.opened and _stands_alone(text, report, place, spoken):
            signed = attribution.led(report, place) or attribution.below(report, place)
            signed = signed or attribution.carried(report, place)
            return _Found(place.quotation, place, "full", signed)
        if not lead:
            return None
    return _partial(text, report, place, spoken, hanging)


def _attributed(report: Report, place: Place, lead: str, hanging: bool) -> Attribution | None:
    """Who is said to speak before the quotation, else after it; "It fell through: “…,” said N" says so after it."""
    before = attribution.before(report, place) if lead else None
    if (
        before
        and hanging
        and lead.endswith(":")
        and report.text[before.end : place.before.end].strip() not in (":", "")
    ):
        after = attribution.after(report, place, hanging)
        return after if after and after.rule == "inverted verb after" else before
    return before or attribution.after(report, place, hanging)


def _partial(text: str, report: Report, place: Place, spoken: str, hanging: bool) -> _Found | None:
    """Words quoted inside a reporter's sentence, where somebody is said to have used them."""
    if (
        not (place.quotation.opened and place.quotation.closed)
        or len(spoken.split()) < 3
        or labels.is_label(text, place, spoken)
    ):
        return None
    attributed = attribution.within(report, place) or attribution.after(report, place, hanging)
    if attributed is None or (attributed.rule == "inverted verb after" and not spoken.endswith(",")):
        return None
    return _Found(place.quotation, place, "partial", attributed)


def _joined(last: _Found, quotation: Quotation) -> _Found:
    """The quote with another quotation joined to it."""
    pieces = last.quotation.pieces + quotation.pieces
    joined = replace(last.quotation, end=quotation.end, pieces=pieces, closed=quotation.closed)
    return replace(last, quotation=joined)


def _interrupted(report: Report, last: _Found, place: Place) -> bool:
    """Whether the reporter's words since the last quote only interrupt it: “…,” he told guests, “…”."""
    direct = last.kind == "full" and last.attribution.rule in attribution.AFTER
    if not direct or last.place.last is not place.first or len(last.quotation.pieces) > 1:
        return False
    return last.place.after.end == place.quotation.start and attribution.is_interruption(
        report, last.place, last.attribution
    )


def _is_continuation(report: Report, last: _Found, one: _Found) -> bool:
    """Whether `one` goes on with `last`: right after its closing mark or after the sentence that attributes it."""
    end = last.quotation.pieces[-1]
    if last.kind != "full" or len(last.quotation.pieces) > _PIECES or end.start < one.place.paragraph.start:
        return False
    if not report.text[last.quotation.end : one.quotation.start].strip():
        return one.attribution.rule in ("carried", "no attribution")
    if last.attribution.rule not in attribution.AFTER:
        return False
    return one.attribution.rule == "carried" and last.place.after.end <= one.quotation.start <= last.place.last.end + 4


def _carried_on(report: Report, last: _Found, one: _Found) -> _Found:
    """A quotation without attribution right behind an attributed one: whose that was, an institution's too."""
    unnamed = one.attribution.rule in ("carried", "no attribution") and last.attribution.speaker
    after = last.attribution.rule in attribution.AFTER and last.kind == "full"
    if unnamed and after and not report.text[last.place.last.end : one.quotation.start].strip():
        return replace(one, attribution=replace(one.attribution, speaker=last.attribution.speaker, rule="carried"))
    return one


def _hangs(text: str, report: Report, place: Place) -> bool:
    """Whether the quoted words wait for an attribution: a comma, question mark or dash at the closing mark."""
    end = place.quotation.pieces[-1].end
    after = report.text[slice(*place.after)].lstrip()
    return text[end - 1 : end] in tuple(_HANGING) or after[:1] in (",", "–", "—", "-") or not place.quotation.closed


def _stands_alone(text: str, report: Report, place: Place, spoken: str) -> bool:
    """Whether the quotation is a sentence of its own, as direct speech is."""
    own = report.line(place.quotation.pieces[-1].start)
    end = min(own.end, place.after.end) if own else place.after.end
    rest = report.text[place.after.start : end].strip(" \n\t.,)]*/")
    ends = spoken[-1] in _FINAL + "," or text[place.quotation.end : place.quotation.end + 1] == "."
    return not rest and ends and len(spoken.split()) >= (1 if place.follows else 3) and not spoken[0].islower()


def _headline_end(article: Article) -> int:
    """Where the headline ends: short opening lines without a full stop, when a text follows them."""
    end = 0
    for start, stop in article.paragraphs[:3]:
        line = article.text[start:stop].rstrip()
        if (
            stop - start > 160
            or line.endswith((".", ".”", '."', "»", ",", ":", ".’", ".'"))
            or article.paragraphs[-1].start == start
        ):
            break
        if _ATTRIBUTED.search(line) and _opens_quoted(line):
            break
        end = stop
    return end


def _opens_quoted(line: str) -> bool:
    """Whether the line is a quotation and its attribution, with no full stop because it goes on below."""
    return line[0] in '“"«„' and ":" not in line


@cache
def _tail() -> re.Pattern[str]:
    """An attribution inside a quotation that was never closed: "…, the minister said"."""
    verbs = words.alternation(form for row in words.table("reporting")["speech"] for form in row.split(", "))
    name = r"[^\W\d_a-z][\w.’'-]*"
    who = rf"(?:he|she|they|{name}(?:\s+{name}){{0,5}}|[Tt]he\s+[\w’'-]+(?:\s+[\w’'-]+){{0,3}})"
    return re.compile(
        rf"(?:(?<=[,.!?…])|(?<=[,.!?…]['’]))\s+(?:(?:{who}\s+(?:also\s+|then\s+|has\s+)?{verbs})|(?:{verbs}\s+{who}))\b"
    )


def _cut(text: str, quotation: Quotation) -> list[Quotation]:
    """The quotation, cut before an attribution that its lost closing mark has let in."""
    parts: list[Quotation] = []
    begin = quotation.start
    pieces: list[Span] = []
    for number, piece in enumerate(quotation.pieces):
        is_last = number == len(quotation.pieces) - 1
        match = None if is_last and quotation.closed else _tail().search(text, *piece)
        if match:
            pieces.append(Span(piece.start, match.start()))
            parts.append(Quotation(begin, match.start(), tuple(pieces), quotation.family, closed=False))
            begin, pieces = (
                (marks.mark_before(text, quotation.pieces[number + 1]) if not is_last else quotation.end),
                [],
            )
        else:
            pieces.append(piece)
    if pieces:
        parts.append(
            Quotation(begin, quotation.end, tuple(pieces), quotation.family, quotation.opened, quotation.closed)
        )
    return parts


def _words(text: str, quotation: Quotation) -> str:
    return " ".join(grammar.collapse(text[slice(*piece)]) for piece in quotation.pieces)


def _quote(text: str, one: _Found) -> Quote:
    return Quote(
        text=_words(text, one.quotation),
        speaker=one.attribution.speaker or None,
        cue=one.attribution.cue,
        pieces=one.quotation.pieces,
        kind=one.kind,
        rule=one.attribution.rule,
    )
