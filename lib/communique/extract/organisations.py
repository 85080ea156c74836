"""Which companies, institutions and media an article names."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from communique import words as tables
from communique.grammar import bodies, countries, institutions, offices, titles
from communique.grammar.bodies import Body, Found
from communique.grammar.institutions import Run
from communique.grammar.names import Words
from communique.grammar.titles import Title
from communique.record import Article, Document, Organisation, Person, Span

_TABLE = tables.table("organisations")
_NOUNS: dict[str, str] = {
    word: kind for kind, nouns in _TABLE["nouns"].items() if kind not in {"before", "after", "crowd"} for word in nouns
}
_CROWD: dict[str, str] = _NOUNS | dict.fromkeys(_TABLE["nouns"]["crowd"], "company")
_AFTER: frozenset[str] = frozenset(_TABLE["nouns"]["after"])
_BEFORE_NOUN = frozenset(_TABLE["nouns"]["before"])
_INCLUDING = frozenset(_TABLE["including"]["words"])
_MEDIA_VERBS = frozenset(_TABLE["media"]["verbs"])
_TOLD = frozenset(_TABLE["media"]["told"])
_THINGS = frozenset(_TABLE["of"]["words"])
_EXECUTIVES: frozenset[str] = frozenset(_TABLE["of"]["executives"])
_DOERS = frozenset(_TABLE["of"]["by"])
_MINISTERS = frozenset({"minister", "secretary", "undersecretary", "vice-minister"})
_LOWER = frozenset(_TABLE["lower"]["heads"])
_KNOWN: dict[str, str] = {
    name: "international organisation" if kind == "international" else kind
    for kind, listed in _TABLE["known"].items()
    for name in listed
}
_SITES = frozenset(_TABLE["not"]["sites"])
# Words that are no name by themselves.
_NOT_ALONE = institutions.NO_HEADS.union(institutions.KINDS, offices.PORTFOLIO)
# What may stand between two names of one list.
_AND = frozenset({",", "and", ", and", "&", "and the", ", the", ", and the", "as well as", ", as well as"})


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
    found += [item for run in runs if not run.kind and (item := _in_context(words, run, lands))]
    found += _coordinated(words, runs, lands, {item.first for item in found})
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
        if run and _nameable(words, run, lands) and not _owns(words, run):
            yield Found(*run[:3], run.acronym, "party of a document")
        elif (
            first < last
            and not run
            and words.key[last - 1] in _LOWER
            and not any(map(words.possessive, range(first, last)))
        ):
            yield Found(first, last, institutions.KINDS[words.key[last - 1]], None, "party of a document")


def _nameable(words: Words, run: Run, lands: Mapping[int, str]) -> bool:
    """Whether the run can be the name of an organisation: no country, place, document, event or office."""
    first, last, key = run.first, run.last, words.key
    if last - first == 1 and (len(key[first]) < 3 or key[first] in _NOT_ALONE):
        return False
    if all(i in lands or not words.capital[i] or key[i] in offices.ADDRESS for i in range(first, last)):
        return False
    heads = {key[i - 1] for i in range(first + 1, last) if key[i] in {"of", "for", "on"}} | {key[last - 1]}
    if not institutions.NO_HEADS.isdisjoint(heads):
        return False
    return countries.code_of(words.phrase(first, last)) is None


def _owns(words: Words, run: Run) -> bool:
    """Whether the name stands in the possessive: what is listed or signs is another thing ("Ontario's ministry")."""
    return words.possessive(run.last - 1)


def _stands_in(words: Words, run: Run) -> bool:
    """Whether the name is where something is: "in Odessa"."""
    k = run.first - 1
    return k >= 0 and words.joined[run.first] and words.key[k] in {"in", "at", "from", "near", "outside"}


def _in_context(words: Words, run: Run, lands: Mapping[int, str]) -> Found | None:
    """The run as an organisation where the words around it say so."""
    if not _nameable(words, run, lands) or words.headline[run.first]:
        return None
    for rule, test in (
        ("noun beside the name", _beside_noun),
        ("medium", _as_medium),
        ("one of a list", _included),
        ("belongs to it", _owning),
    ):
        kind = test(words, run)
        if kind:
            return Found(run.first, run.last, kind, run.acronym, rule)
    return None


def _beside_noun(words: Words, run: Run) -> str | None:
    """The kind that a noun before or after the name gives: "state water company X", "X national company"."""
    k = run.first - 1
    if k >= 0 and words.joined[run.first] and not words.capital[k] and words.key[k] in _NOUNS:
        return _NOUNS[words.key[k]]
    j = run.last
    while j < len(words.text) and words.joined[j] and not words.capital[j] and j - run.last < 3:
        if words.key[j] in _AFTER:
            return _NOUNS[words.key[j]]
        if words.key[j] not in _BEFORE_NOUN:
            return None
        j += 1
    return None


def _as_medium(words: Words, run: Run) -> str | None:
    """`media` where the name does what media do: "reported X", "X quotes", "told the X"."""
    before = run.first - 1
    before -= before > 0 and words.key[before] == "the" and words.joined[run.first]
    led = words.key[before] if before >= 0 and words.joined[before + 1] and not words.capital[before] else ""
    ahead = words.key[run.last] if run.last < len(words.text) and words.joined[run.last] else ""
    closes = words.source[words.end[run.last - 1] : words.end[run.last - 1] + 1] in {".", ",", ";", ""}
    if led in _TOLD or ahead in _MEDIA_VERBS or (led in _MEDIA_VERBS and closes):
        return "media"
    return None


def _included(words: Words, run: Run) -> str | None:
    """The kind of the nouns that the list sums up: "companies such as X", "among them X", "X and other banks"."""
    i = run.first - 1
    if i > 0 and not words.capital[i] and words.key[i] in _INCLUDING:
        for k in range(i - 1, max(-1, i - 9), -1):
            if words.first[k + 1] and words.capital[k + 1]:
                break
            if words.key[k] in _CROWD and (words.first[k] or not words.capital[k]):
                return _CROWD[words.key[k]]
    j = run.last
    if j + 2 < len(words.text) and words.key[j] == "and" and words.key[j + 1] in {"other", "others"}:
        ahead = range(j + 2, min(j + 6, len(words.text)))
        return next((_CROWD[words.key[k]] for k in ahead if words.key[k] in _CROWD), None)
    return None


def _owning(words: Words, run: Run) -> str | None:
    """`company` where something of a company is said to be the name's: "X's chief executive", "plants of X"."""
    k, last = run.first - 1, run.last
    of = k > 0 and words.joined[run.first] and words.key[k] == "of" and words.joined[k]
    if of and (words.key[k - 1] in _THINGS or words.key[k - 1] in _EXECUTIVES):
        return "company"
    if (
        of
        and words.phrase(run.first, last).isupper()
        and last - run.first == 1
        and offices.noun_of(words.key[k - 1])[0]
    ):
        return "other"
    if k > 0 and words.joined[run.first] and words.key[k] in {"by", "to"} and words.key[k - 1] in _DOERS:
        return "company"
    ahead = words.key[last] if last < len(words.text) else ""
    if ahead in _EXECUTIVES and not words.first[last]:
        return "company" if words.possessive(last - 1) or (words.joined[last] and words.text[last].isupper()) else None
    return None


def _coordinated(words: Words, runs: list[Run], lands: Mapping[int, str], known: set[int]) -> list[Found]:
    """The names that stand in one list with an organisation already found."""
    found = []
    for ordered in (runs, runs[::-1]):
        for before, run in pairwise(ordered):
            left, right = sorted((before, run))
            if before.first not in known or run.first in known or before.kind == "international organisation":
                continue
            between = " ".join(words.source[words.end[left.last - 1] : words.start[right.first]][:40].split())
            bracket = f"({left.acronym})" if left.acronym else ""
            if (
                between.removeprefix(bracket).strip() in _AND - {""}
                and not words.first[right.first]
                and _nameable(words, run, lands)
            ):
                known.add(run.first)
                found.append(Found(run.first, run.last, run.kind or "company", run.acronym, "beside an organisation"))
    return found


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
