"""Which companies, institutions and media an article names."""

from collections.abc import Iterator, Mapping

from communique import words as tables
from communique.extract.organisations import context, lists
from communique.grammar import bodies, institutions, offices, titles
from communique.grammar.bodies import Body, Found
from communique.grammar.institutions import Run
from communique.grammar.names import Words
from communique.grammar.titles import Title
from communique.record import Article, Document, Organisation, Person, Span

_TABLE = tables.table("organisations")
_MINISTERS = frozenset({"minister", "secretary", "undersecretary", "vice-minister"})
_LOWER = frozenset(_TABLE["lower"]["heads"])
_KNOWN: dict[str, str] = {
    name: "international organisation" if kind == "international" else kind
    for kind, listed in _TABLE["known"].items()
    for name in listed
}
_SITES = frozenset(_TABLE["not"]["sites"])


def find(
    article: Article, people: tuple[Person, ...] = (), documents: tuple[Document, ...] = ()
) -> tuple[Organisation, ...]:
    """The organisations in the order of the text: name with its acronym, kind, country where evident, every mention.

    >>> from communique.article import from_text
    >>> [o.name for o in find(from_text("The Bank of Chad and Sahel Oil Ltd signed a loan."))]
    ['Bank of Chad', 'Sahel Oil Ltd']
    """
    words, lands, offices = titles.read(article.text, article.sentences)
    taken = _persons(words, people) | _portfolios(offices)
    runs = [_known(words, run) for run in institutions.runs(words, lands, taken)]
    found = _evident(words, runs, documents)
    found += _parties(words, runs, lands, documents)
    found += [item for run in runs if not run.kind and (item := context.in_context(words, run, lands))]
    found += lists.coordinated(words, runs, lands, {item.first for item in found})
    found += _speaking(words)
    groups = bodies.group(words, found)
    spans = bodies.mentions(words, groups, taken)
    return tuple(_organisation(words, body, tuple(where), lands) for body, where in zip(groups, spans, strict=True))


def _persons(words: Words, people: tuple[Person, ...]) -> set[int]:
    """The numbers of the words that name persons."""
    return {i for person in people for span in person.spans for i in range(words.at(span.start), words.at(span.end))}


def _portfolios(offices: tuple[Title, ...]) -> set[int]:
    """The numbers of the words that say what a minister is minister of."""
    ministers = (title for title in offices if title.noun in _MINISTERS)
    return {i for title in ministers for i in range(title.head + 1, title.last)}


def _organisation(words: Words, body: Body, spans: tuple[Span, ...], lands: Mapping[int, str]) -> Organisation:
    """The organisation with its fullest name, the acronym in brackets."""
    best = body.members[0]
    acronym = next((member.acronym for member in body.members if member.acronym), None)
    name = words.phrase(best.first, best.last)
    land = (institutions.country(words, member.first, member.last, lands) for member in body.members)
    return Organisation(
        name=f"{name} ({acronym})" if acronym else name,
        kind=next((member.kind for member in body.members if member.kind), "other"),
        country=next((code for code in land if code), None),
        spans=spans,
        rule=best.rule,
    )


def _known(words: Words, run: Run) -> Run:
    """The run with its kind where the name is one known everywhere."""
    kind = _KNOWN.get(words.phrase(run.first, run.last))
    return run._replace(kind=kind, weak=False) if kind else run


def _evident(words: Words, runs: list[Run], documents: tuple[Document, ...]) -> list[Found]:
    """The organisations whose own words say so; weak proof does not count in a headline or the name of a document."""
    titled = {i for document in documents for i in range(words.at(document.span.start), words.at(document.span.end))}
    return [
        Found(*run[:3], run.acronym, "name says so")
        for run in runs
        if run.kind
        and not (run.weak and (run.first in titled or _in_headline(words, run)))
        and not _is_place(words, run)
    ]


def _in_headline(words: Words, run: Run) -> bool:
    """Whether the run is part of a headline, and not a line of its own."""
    alone = words.first[run.first] and (run.last == len(words.text) or words.first[run.last] or bool(run.acronym))
    return words.headline[run.first] and not alone


def _is_place(words: Words, run: Run) -> bool:
    """Whether one word is a place ("at the Kremlin"), a dateline's ("(APP)") or part of a title ("EU envoy")."""
    k = run.first - 1
    if run.last - run.first > 1:
        return False
    if run.last < len(words.text) and words.joined[run.last] and offices.noun_of(words.key[run.last])[0]:
        return True
    if k < 0:
        return False
    k -= words.key[k] == "the" and words.joined[run.first]
    bracket = words.gap(run.first)[-1:] + words.source[words.end[run.last - 1] : words.end[run.last - 1] + 1] in {
        "()",
        "//",
    }
    site = words.key[run.first] in _SITES and k >= 0 and words.joined[k + 1]
    return bracket or (site and words.key[k] in {"in", "at", "to", "outside", "near"})


def _parties(
    words: Words, runs: list[Run], lands: Mapping[int, str], documents: tuple[Document, ...]
) -> Iterator[Found]:
    """The parties of documents that are neither countries nor persons."""
    starting = {run.first: run for run in runs}
    for span in (party.span for document in documents for party in document.parties if party.span):
        first, last = words.at(span.start), words.at(span.end)
        run = next((starting[i] for i in range(first, last) if i in starting), None)
        if run and context.nameable(words, run, lands) and not words.possessive(run.last - 1):
            yield Found(*run[:3], run.acronym, "party of a document")
        elif (
            first < last
            and not run
            and words.key[last - 1] in _LOWER
            and not any(map(words.possessive, range(first, last)))
        ):
            yield Found(first, last, institutions.KINDS[words.key[last - 1]], None, "party of a document")


def _speaking(words: Words) -> Iterator[Found]:
    """The ministries and agencies in lower case that speak: "the foreign ministry said"."""
    for i in [i for i, key in enumerate(words.key) if key in _LOWER and words.joined[i] and not words.capital[i]]:
        first = i
        while (
            first > 0
            and words.joined[first]
            and words.key[first - 1] in offices.PORTFOLIO
            and not words.capital[first - 1]
        ):
            first -= 1
        the = first - 1 if first and words.key[first - 1] == "the" else first
        led = (
            the > 0
            and words.joined[the]
            and (words.key[the - 1] in offices.SPEECH or words.phrase(max(0, the - 2), the).lower() == "according to")
        )
        ahead = i + 1 < len(words.text) and words.joined[i + 1] and words.key[i + 1] in offices.SPEECH
        if first < i and (led or ahead):
            yield Found(first, i + 1, institutions.KINDS[words.key[i]], None, "office that speaks")
