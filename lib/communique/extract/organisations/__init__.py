"""Which companies, institutions and media an article names."""

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from communique import words as tables
from communique.extract.organisations import context, lists, lower, relations
from communique.grammar import bodies, dates, furniture, header, institutions, offices, places, titles
from communique.grammar.bodies import Body, Found
from communique.grammar.countries import code_of
from communique.grammar.institutions import Run
from communique.grammar.names import Words
from communique.grammar.titles import Title
from communique.record import Article, Document, Organisation, Person, Span

_TABLE = tables.table("organisations")
# Behind the agency in a dateline: "ROME, May 2, Kabar – The two".
_FILED = re.compile(r"\s?(?:--?|[–—])\s?")
# "(Kabar- Steppe Wire) The two met", behind the stamp of a date too.
_CREDIT = re.compile(r"(?:[\s\S]{0,30}\n)?\s*(?:date\s[\d-]{7,10}\s)?\((?:[A-Z]{3,8}\s?[-–]\s?)?")
_DATED_LINE = re.compile(r"[ |,•·-]{1,4}(?:[A-Z][a-z]{2,9},? ){0,2}\d[\w ,:/.-]{3,24}(?:\n|\Z)")
_MINISTERS = frozenset({"minister", "secretary", "undersecretary", "vice-minister"})
_KNOWN: dict[str, str] = {
    name: "international organisation" if kind == "international" else kind
    for kind, listed in _TABLE["known"].items()
    for name in listed
}
# "the cities of Sfax | and Bukhara": places that sign.
_TOWNS = re.compile(
    r"\b(?i:cities|towns|municipalities|villages|regions|provinces|governorates|communes)\s+of\s+"
    r"(?:[A-Z][\w-]*(?:\s[A-Z][\w-]*)?(?:,\s+|\s+and\s+)){0,3}\Z"
)
_SITES = frozenset(_TABLE["not"]["sites"])
_CREDITED = frozenset(tables.table("titles")["credits"]["pictures"]) | {"source", "sources", "credit", "courtesy"}
_REGIONS = frozenset(_TABLE["places"]["regions"])
_WITHIN = frozenset({"in", "across", "throughout", "within", "into"})
_SIGNING_SITES = frozenset(_TABLE["signs"]["sites"])
_RELIEF = (("red", "cross"), ("red", "crescent"))
_NEWS = frozenset({"news", "press"})
_COUNTED = frozenset({"two", "three", "four", "several", "both", "these", "those"})
_EVENTS = frozenset(_TABLE["not"]["events"])
_OFFICES_OF_STATE = frozenset(_TABLE["heads"]["ministry"]) | {
    "division",
    "department",
    "administration",
    "authority",
    "agency",
    "office",
    "council",
    "committee",
}


def find(
    article: Article, people: tuple[Person, ...] = (), documents: tuple[Document, ...] = ()
) -> tuple[Organisation, ...]:
    """The organisations in the order of the text: name with its acronym, kind, country where evident, every mention.

    >>> from communique.article import from_text
    >>> [o.name for o in find(from_text("The Bank of Chad and Sahel Oil Ltd signed a loan."))]
    ['Bank of Chad', 'Sahel Oil Ltd']
    """
    words, lands, offices = titles.read(article.text, article.sentences)
    taken = _persons(words, people) | _portfolios(words, offices)
    runs = [_known(words, run, lands) for run in institutions.runs(words, lands, taken)]
    alone = {words.key[run.first] for run in runs if run.last - run.first == 1}
    runs = [_plain(words, run, lands, alone) for run in runs]
    found = _evident(words, runs, documents)
    found += _parties(words, runs, lands, documents)
    found += [item for run in runs if not run.kind and (item := context.in_context(words, run, lands))]
    known = {item.first for item in found}
    found += _related(words, [run for run in runs if not run.kind and run.first not in known], lands, taken)
    listed = {item.first for item in found if item.rule == "one of a list"}
    found += lists.coordinated(words, runs, lands, {item.first for item in found}, listed)
    found += lower.find(words, lands)
    groups = bodies.group(words, _told(article, words, found), lands)
    spans = bodies.mentions(words, groups, taken)
    return tuple(_organisation(words, body, tuple(where), lands) for body, where in zip(groups, spans, strict=True))


def _told(article: Article, words: Words, found: list[Found]) -> list[Found]:
    """What is found in the story or a credit: not among links of the page, nor in the dateline as its agency."""
    line = header.dateline(article.text, article.paragraphs) if article.dateline else None
    filed = range(line.start, line.end) if line else range(0)
    told = [(item, words.start[item.first]) for item in found if words.start[item.first] not in filed]
    return [item for item, place in told if furniture.is_told(article.text, article.paragraphs, place)]


def _related(words: Words, runs: list[Run], lands: Mapping[int, str], taken: set[int]) -> Iterator[Found]:
    """The names that a relation to a person, a place or politics tells to be an organisation's."""
    for run in runs:
        kind = relations.kind(words, run, taken)
        if kind and not words.headline[run.first] and context.nameable(words, run, lands):
            yield Found(run.first, run.last, kind, run.acronym, "relation")


def _persons(words: Words, people: tuple[Person, ...]) -> set[int]:
    """The numbers of the words that name persons."""
    return {i for person in people for span in person.spans for i in range(words.at(span.start), words.at(span.end))}


def _portfolios(words: Words, offices: tuple[Title, ...]) -> set[int]:
    """The numbers of the words that say what a minister is minister of, not of which ministry, council or state."""
    taken: set[int] = set()
    for title in offices:
        field = range(title.head + 1, title.last)
        body = any(words.capital[i] and words.key[i] in _OFFICES_OF_STATE for i in field)
        if title.noun in _MINISTERS and not body and not (title.plural and _in_council(words, title)):
            taken.update(field)
        if words.key[title.last - 1] == "staff" and words.key[title.head + 1 : title.head + 3] != ("of", "the"):
            taken.update(field)  # "Chief of Army Staff"
        if title.first and words.possessive(title.first - 1):
            taken.update(range(title.first, title.head))  # "the premier's Press Secretary"
    return taken


def _in_council(words: Words, title: Title) -> bool:
    """Whether the ministers are those of a council: "the Council of Foreign Ministers of the Union"."""
    return title.first > 1 and words.key[title.first - 1] == "of" and words.key[title.first - 2] in institutions.KINDS


def _organisation(words: Words, body: Body, spans: tuple[Span, ...], lands: Mapping[int, str]) -> Organisation:
    """The organisation with its fullest name, the acronym in brackets."""
    best = body.members[0]
    acronym = next((member.acronym for member in body.members if member.acronym), None)
    name = words.phrase(best.first, best.last)
    land = (bodies.country(words, member.first, member.last, lands) for member in body.members)
    return Organisation(
        name=f"{name} ({acronym})" if acronym else name,
        kind=next((member.kind for member in body.members if member.kind), "other"),
        country=next((code for code in land if code), None),
        spans=spans,
        rule=best.rule,
    )


def _known(words: Words, run: Run, lands: Mapping[int, str]) -> Run:
    """The run with its kind where the name is one known everywhere."""
    kind = _KNOWN.get(words.phrase(run.first, run.last))
    if kind == "media" and _is_region(words, run):
        return run
    if words.key[run.last - 2 : run.last] in _RELIEF and run.first in lands:
        return replace(run, kind="other", weak=False)  # "Chad Red Cross"
    if not kind and run.last - run.first > 1 and words.key[run.last - 1] in _EVENTS:
        kind = _KNOWN.get(words.phrase(run.first, run.last - 1))
        run = replace(run, last=run.last - 1) if kind else run  # "African Union Summit"
    if not kind:
        return run
    agency = kind == "media" and words.key[run.last : run.last + 2] == ("news", "agency")
    joined = agency and words.joined[run.last] and words.joined[run.last + 1]  # "the Kabar news agency"
    return replace(run, kind=kind, weak=False, last=run.last + 2 * joined)


def _is_region(words: Words, run: Run) -> bool:
    """Whether the letters of an agency are a region's here: "the MENA region", "firms in MENA"."""
    if run.last - run.first > 1 or not words.text[run.first].isupper() or not run.first:
        return False
    ahead = words.key[run.last] if run.last < len(words.text) and words.joined[run.last] else ""
    before = run.first - 1 - (run.first > 1 and words.key[run.first - 1] == "the")
    within = words.joined[run.first] and words.joined[before + 1] and words.key[before] in _WITHIN
    return within or ahead in _REGIONS


def _signs_off(words: Words, run: Run) -> bool:
    """Whether a medium only signs the article or a picture: "— Kabar" at the end of a paragraph, "Photo: Kabar"."""
    news = run.kind in {"agency", "other"} and not _NEWS.isdisjoint(words.key[run.first : run.last])
    if not (run.kind == "media" or news):
        return False
    gap = words.gap(run.first) or words.source[: words.start[run.first]]
    behind = words.source[words.end[run.last - 1] : words.end[run.last - 1] + 4]
    dated = words.first[run.first] and _DATED_LINE.match(words.source, words.end[run.last - 1])
    if dated or _CREDIT.fullmatch(words.source[max(0, words.start[run.first] - 30) : words.start[run.first]]):
        return True  # "Kabar 7 Dec 2021"
    if gap[-1:] == "(" and behind[:1] == ")" and behind[1:].strip()[:1] in {"–", "—", "-", ":"}:
        return True  # "ANKARA, Oct 12 (Nusantara News) —"
    if _FILED.match(words.source, words.end[run.last - 1]) and _opens(words, run):
        return True
    if _between_strokes(words.source, words.start[run.first], words.end[run.last - 1]):
        return True
    ends = words.source[words.end[run.last - 1] : words.end[run.last - 1] + 2].strip(" .")[:1] in {"", "\n", "|"}
    return (ends and gap.rstrip()[-1:] in {"–", "—", "-", "."}) or (
        ":" in gap and words.key[run.first - 1] in _CREDITED
    )


def _opens(words: Words, run: Run) -> bool:
    """Whether a name stands in a dateline: set off by a comma or full stop near its start: "ROME, May 2, Kabar -"."""
    start = words.start[run.first]
    line = words.source.rfind("\n", max(0, start - 60), start) + 1 or (0 if start < 60 else start)
    apart = words.gap(run.first)[-2:] in {", ", ". "} and line < start
    place = words.source[line:start].split(",")[0]
    return apart and (place.isupper() or places.is_known(place) or bool(dates.find(words.source, line, start)))


def _between_strokes(source: str, start: int, end: int) -> bool:
    """Whether a name stands beside a stroke on a short line that is no sentence: "Kabar/Eva Ros"."""
    if source[end : end + 1] != "/" and source[start - 1 : start] != "/":
        return False
    ahead, behind = source[max(0, start - 90) : start].rpartition("\n"), source[end : end + 90].partition("\n")[0]
    line = f"{ahead[2]}{source[start:end]}{behind}".strip()
    opens = bool(ahead[1]) or start < 90
    return opens and len(line) <= 90 and not line.endswith((".", "”", '"', ",", ";", "?", "!"))


def _evident(words: Words, runs: list[Run], documents: tuple[Document, ...]) -> list[Found]:
    """The organisations whose own words say so; weak proof does not count in a headline or the name of a document."""
    titled = {i for document in documents for i in range(words.at(document.span.start), words.at(document.span.end))}
    return [
        Found(run.first, run.last, run.kind, run.acronym, "name says so")
        for run in runs
        if run.kind
        and words.source[words.end[run.last - 1] : words.end[run.last - 1] + 1] != "$"
        and not (run.weak and (run.first in titled or _in_headline(words, run)))
        and not (run.last - run.first > 1 and code_of(words.phrase(run.first, run.last)))
        and not _is_place(words, run)
        and not _signs_off(words, run)
    ]


def _in_headline(words: Words, run: Run) -> bool:
    """Whether the run is part of a headline, and not a line of its own."""
    alone = words.first[run.first] and (run.last == len(words.text) or words.first[run.last] or bool(run.acronym))
    return words.headline[run.first] and not alone


def _is_place(words: Words, run: Run) -> bool:
    """Whether it is a place ("at the Kremlin"), a dateline's ("(APP)") or part of a title ("EU envoy")."""
    k, single = run.first - 1, run.last - run.first == 1
    is_site = words.phrase(run.first, run.last).lower() in _SITES
    if not single and not is_site:
        return False
    titled = run.last < len(words.text) and words.joined[run.last] and offices.noun_of(words.key[run.last])[0]
    if single and titled and run.kind != "company":
        return True
    if k < 0:
        return False
    k -= words.key[k] == "the" and words.joined[run.first]
    bracket = words.gap(run.first)[-1:] + words.source[words.end[run.last - 1] : words.end[run.last - 1] + 1] in {
        "()",
        "//",
        "(/",
        "/)",
    }
    site = is_site and k >= 0 and words.joined[k + 1] and words.key[max(0, k - 1)] != "according"
    return (bracket and single) or (site and words.key[k] in {"in", "at", "to", "outside", "near"})


def _parties(
    words: Words, runs: list[Run], lands: Mapping[int, str], documents: tuple[Document, ...]
) -> Iterator[Found]:
    """The parties of documents that are neither countries nor persons."""
    starting = {run.first: run for run in runs}
    for span in (party.span for document in documents for party in document.parties if party.span):
        first, last = words.at(span.start), words.at(span.end)
        run = next((starting[i] for i in range(first, last) if i in starting), None)
        described = (
            run is not None and run.first > 0 and words.key[run.first - 1] in {"a", "an"}
        )  # "a Fijian PCO company"
        site = run is not None and run.last - run.first > 1 and words.key[run.last - 1] in _SIGNING_SITES
        nameable = run is not None and (site or context.nameable(words, run, lands))
        place = words.start[run.first] if run else span.start
        town = _TOWNS.search(words.source, max(0, place - 80), place) is not None
        if run and not (described or town or _is_many(words, run)) and nameable and not words.possessive(run.last - 1):
            yield Found(run.first, run.last, run.kind, run.acronym, "party of a document")
        elif (
            first < last
            and not run
            and words.key[last - 1] in lower.HEADS
            and not (last - first == 2 and words.key[first] in _COUNTED)  # "the two ministries"
            and not any(map(words.possessive, range(first, last)))
        ):
            yield Found(first, last, institutions.KINDS[words.key[last - 1]], None, "party of a document")


def _is_many(words: Words, run: Run) -> bool:
    """Whether the run is but the plural of a noun: "the Secretariats of the Councils"."""
    word = words.key[run.first] if run.last - run.first == 1 else ""
    return word.endswith("s") and (word[:-1] in institutions.KINDS or f"{word[:-3]}y" in institutions.KINDS)


def _plain(words: Words, run: Run, lands: Mapping[int, str], alone: Collection[str]) -> Run:
    """The run without a demonym before a name that stands alone elsewhere: "German Ros" where the text has "Ros"."""
    two = run.last - run.first == 2 and run.first in lands and not run.kind
    return replace(run, first=run.first + 1) if two and words.key[run.first + 1] in alone else run
