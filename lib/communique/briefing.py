"""A record -> the plain sentences and short lists of a briefing; nothing here is written for one article.

Every sentence is made of counts, codes and the article's own names, so it says the same of the same record every time.
What comes back is text as the article prints it, not HTML; `show` escapes it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from IPython.display import display

from communique import corrections, words
from communique.grammar.text import collapse
from communique.phrases import UNKNOWN, country_name, day, in_sentence, listed, number_of, percent, ranked, sentence
from communique.record import UNCLASSIFIED, Article, Claim, Figure, Person, Quote, Record, Span
from communique.trade.verdicts import DISPUTED, NO_REFERENCE

_SHORT = 200  # characters of a reason in short
_IN_BRACKETS = re.compile(r" \([^()]*\)")
_ENDED = re.compile(r"[.!?…]\W{0,3}\Z")
_OTHER = {"other": "other document"}
_WAYS = {"set": "changed", "add": "added", "drop": "dropped"}


class Voice(NamedTuple):
    """A speaker, the side they speak for, and how many direct quotations and words they have."""

    speaker: str
    side: str
    quotes: int
    words: int


class Stated(NamedTuple):
    """A figure in its own words, what it measures and for when, and in short what the statistics say of it."""

    figure: str
    measures: str
    verdict: str
    reason: str


class Part(NamedTuple):
    """A kind of item, how many there are, how many of the article's words they hold, and where they stand."""

    kind: str
    items: int
    words: int
    spans: tuple[Span, ...]


class Found(NamedTuple):
    """A rule of the extraction, the kind of item it finds, how many it found, and the first of them."""

    kind: str
    rule: str
    items: int
    example: str


def sentences(article: Article, record: Record) -> tuple[str, ...]:
    """The whole briefing in sentences: what happened, who is named, what was said, the figures, the documents.

    What there is to know of how the file was read, and of corrections by hand, comes first.
    """
    notes = (f"The file {note}." for note in article.notes)
    told = (happened(record), named(record), said(record), counted(record), signed(record), made_of(article, record))
    return (*notes, *by_hand(record), *told)


def by_hand(record: Record) -> tuple[str, ...]:
    """One sentence on what was corrected by hand and by whom; none where nothing was.

    "2 items were corrected by hand: 1 changed and 1 dropped (AB)."
    """
    if not record.corrections:
        return ()
    done = Counter(correction.action for correction in record.corrections)
    ways = listed([f"{done[action]} {way}" for action, way in _WAYS.items() if done[action]])
    who = listed(sorted({correction.by for correction in record.corrections}))
    items = len(record.corrections)
    return (f"{number_of(items, 'item')} {'was' if items == 1 else 'were'} corrected by hand: {ways} ({who}).",)


def show(*sentences: str) -> None:
    """Displays sentences in a notebook, a paragraph each, with whatever signs the article has put in them."""
    html = "".join(f'<p class="tex2jax_ignore mathjax_ignore">{escape(sentence)}</p>' for sentence in sentences)
    display({"text/plain": "\n".join(sentences), "text/html": html}, raw=True)  # type: ignore[no-untyped-call]  # IPython's own has none


def source(article: Article) -> str:
    """How the article is named as the source of a table or picture."""
    name = article.outlet or f"article {article.id}"
    return f"{name}, {day(article.date)}" if article.date else name


def opening(article: Article) -> str:
    """The article's first sentence, its white space collapsed; its first words where none is a whole sentence."""
    found = [collapse(article.text[start:end]) for start, end in article.sentences]
    # What stands above it, a headline, a byline, a date, is short or has no full stop.
    return next((words for words in found if words.count(" ") > 4 and _ENDED.search(words)), "".join(found[:1]))


def happened(record: Record) -> str:
    """What kind of meeting of whom the article reports, when and from where.

    >>> happened(Record(id="a", countries=("FJI", "TON"), visit_type="state", date="2031-01-05"))
    'The article of 5 January 2031 reports a state visit; the sides are Fiji and Tonga.'
    """
    when = f"of {day(record.date)}" if record.date else "without a date"
    place = f", datelined {record.dateline}," if record.dateline else ""
    kind = words.table("briefing")["meetings"].get(record.visit_type or "", f"a {record.visit_type} visit")
    names = listed([in_sentence(country_name(code)) for code in record.countries])
    sides = f"the {'sides are' if len(record.countries) > 1 else 'side is'} {names}" if names else "no sides are named"
    return f"The article {when}{place} reports {kind}; {sides}."


def named(record: Record) -> str:
    """Who is named: the people with their roles, and how many organisations."""
    people = listed([person.name + _in_brackets(person.role, _mark(person)) for person in record.people])
    names = f": {people}" if people else ""
    organisations = number_of(len(record.organisations), "organisation")
    return f"It names {number_of(len(record.people), 'person')}{names}. It names {organisations}."


def said(record: Record) -> str:
    """How many words are quoted, and how they divide between the sides."""
    sides = by_side(record)
    if not sides:
        return "It quotes nobody directly."
    total = sum(sides.values())
    shares = [f"{count} by {_side(side)} ({percent(count, total)})" for side, count in sides.items()]
    quotes = number_of(len(record.quotes), "direct quotation")
    return f"Its {quotes} hold{'s' * (len(record.quotes) == 1)} {number_of(total, 'word')}: {listed(shares)}."


def quoted(record: Record) -> list[str]:
    """Every direct quotation with who said it, in the order of the article."""
    return [
        f"{quote.speaker or 'Somebody unnamed'}: “{quote.text.rstrip(',')}”" + _in_brackets(_mark(quote))
        for quote in record.quotes
    ]


def counted(record: Record) -> str:
    """How many figures there are, and what the statistics say of those they can speak to."""
    figures = number_of(len(record.figures), "figure")
    if not record.figures:
        return "It gives no figures."
    if not record.claims:
        none = "which statistics cannot" if len(record.figures) == 1 else "none of which statistics can"
        return f"It gives {figures}, {none} speak to."
    verdicts = Counter(claim.verdict for claim in record.claims)
    order = [verdict for verdict in words.table("briefing")["verdicts"] if verdict in verdicts]
    outcome = listed([_outcome(verdict, verdicts[verdict]) for verdict in order])
    every = "it" if len(record.figures) == 1 else "all of them"
    those = every if len(record.claims) == len(record.figures) else f"{len(record.claims)} of them"
    disputed = sum(claim.reason.startswith(DISPUTED) for claim in record.claims)
    caveat = f", though the statistics disagree with one another on {disputed} of them" if disputed else ""
    return f"It gives {figures}; statistics could speak to {those}: {outcome}{caveat}."


def signed(record: Record) -> str:
    """How many documents were signed or are planned, by instrument, and how binding they look."""
    if not record.documents:
        return "It reports no documents."
    parts = []
    for status in ("signed", "planned"):
        some = [document for document in record.documents if document.status == status]
        kinds = Counter(document.instrument for document in some)
        names = listed([number_of(count, _OTHER.get(kind, kind)) for kind, count in ranked(kinds)])
        if some:
            parts.append(f"{number_of(len(some), 'document')} {status} ({names})")
    characters = Counter(document.legal_character or UNCLASSIFIED for document in record.documents)
    looks = listed([f"{count} {character}" for character, count in ranked(characters)])
    return f"It reports {listed(parts)}. How binding they look by the codebook: {looks}."


def made_of(article: Article, record: Record) -> str:
    """How large a part of the article is quoted speech, and how large a part the wording of documents."""
    total = len(article.text.split())
    shares = {part.kind: percent(part.words, total) for part in parts(article, record)}
    return (
        f"Of its {number_of(total, 'word')}, {shares['quotation']} stand in quotation marks and "
        f"{shares['document']} name documents."
    )


def voices(record: Record) -> list[Voice]:
    """The speakers of the direct quotations, most words first."""
    sides = {organisation.name: organisation.country for organisation in record.organisations}
    sides |= {person.name: person.country for person in record.people}
    quotes: Counter[str | None] = Counter(quote.speaker for quote in record.quotes)
    spoken: Counter[str | None] = Counter()
    for quote in record.quotes:
        spoken[quote.speaker] += len(quote.text.split())
    rows = [
        Voice(name or UNKNOWN, country_name(sides.get(name or "")), quotes[name], count)
        for name, count in spoken.items()
    ]
    return sorted(rows, key=lambda voice: (-voice.words, voice.speaker))


def by_side(record: Record) -> dict[str, int]:
    """The quoted words of each side, most first."""
    sides: Counter[str] = Counter()
    for voice in voices(record):
        sides[voice.side] += voice.words
    return dict(ranked(sides))


def stated(record: Record) -> list[Stated]:
    """The figures in the order of the text, each with what it measures and the verdict on it."""
    claims = {claim.span: claim for claim in record.claims}
    return [_stated(figure, claims.get(figure.span)) for figure in record.figures]


def parts(article: Article, record: Record) -> list[Part]:
    """How many of the article's words stand in each kind of item; items of two kinds may share words."""
    rows = []
    for kind, items in _items(record).items():
        spans = tuple(sorted(span for places, _, _ in items for span in places))
        rows.append(Part(kind, len(items), _words_in(article.text, spans), spans))
    return rows


def rules(record: Record) -> list[Found]:
    """Which rules found the items: kinds in the order of the record, rules by how much they found."""
    rows = []
    for kind, items in _items(record).items():
        first = {rule: words for _, rule, words in reversed(items)}
        counts = Counter(rule for _, rule, _ in items)
        rows += [Found(kind, rule, count, first[rule]) for rule, count in ranked(counts)]
    return rows


def _items(record: Record) -> dict[str, list[tuple[tuple[Span, ...], str, str]]]:
    """The items by kind, in the order of the record: their places, their rule, their words."""
    return {
        "person": [(person.spans, person.rule, person.name) for person in record.people],
        "organisation": [(body.spans, body.rule, body.name) for body in record.organisations],
        "quotation": [(quote.pieces, quote.rule, quote.text) for quote in record.quotes],
        "figure": [((figure.span,), figure.rule, figure.text) for figure in record.figures],
        "document": [((document.span,), document.rule, document.text) for document in record.documents],
    }


def _stated(figure: Figure, claim: Claim | None) -> Stated:
    table = words.table("briefing")
    qualifier = table["qualifiers"].get(figure.qualifier or "", "")
    verdict, reason = _in_short(claim) if claim else ("not checked", "No statistic speaks to it.")
    measures = (table["measures"].get(figure.measure, figure.measure), figure.period)
    figure_ = f"{qualifier} {figure.text}".strip() + _in_brackets(_mark(figure))
    return Stated(figure_, ", ".join(filter(None, measures)), verdict, reason)


def _in_short(claim: Claim) -> tuple[str, str]:
    """The verdict, with a word where the bases disagree, and as many clauses of its reason as are short together."""
    disputed = claim.reason.startswith(DISPUTED)
    reason = claim.reason.partition(". ")[2] if disputed else claim.reason
    first, *clauses = reason.split("; ")
    for clause in clauses:
        # The sources, in brackets, stand in the full reason.
        shorter = clause if len(first) + len(clause) <= _SHORT else _IN_BRACKETS.sub("", clause)
        if len(first) + len(shorter) > _SHORT:
            break
        first += f"; {shorter}"
    return claim.verdict + ", bases disagree" * disputed, sentence(first)


def _outcome(verdict: str, count: int) -> str:
    if verdict == NO_REFERENCE:
        return f"for {count} there is {verdict}"
    return f"{count} {'is' if count == 1 else 'are'} {verdict}"


def _mark(item: Person | Quote | Figure) -> str:
    return "corrected by hand" if corrections.is_corrected(item) else ""


def _in_brackets(*remarks: str | None) -> str:
    said = ", ".join(filter(None, remarks))
    return f" ({said})" if said else ""


def _side(side: str) -> str:
    return "speakers of no known side" if side == UNKNOWN else f"the side of {in_sentence(side)}"


def _words_in(text: str, spans: Iterable[Span]) -> int:
    """The words that stand in the spans, each counted once however many spans hold it."""
    total, end = 0, 0
    for span in sorted(spans):
        total += len(text[max(span.start, end) : max(span.end, end)].split())
        end = max(end, span.end)
    return total
