"""A file -> its whole record: extracted, coded and checked. Notebooks, report and corpus all start here."""

from pathlib import Path

import msgspec

from communique import agreements, article as articles, codebook, corrections, paths
from communique.extract import documents as papers, event, figures, organisations, people, quotes
from communique.record import Article, Event, Record
from communique.trade import claims, reference as statistics


def read(
    path: str | Path,
    codebooks: codebook.Codebooks | None = None,
    reference: statistics.Reference | None = None,
) -> tuple[Article, Record]:
    """The article in a file and its record; `path` counts from the working folder or, failing that, the repository.

    Corrections that stand beside the file are applied. Raises CommuniqueError for a file that cannot be read and for
    corrections that do not fit.
    """
    file = paths.resolve(path)
    article, found = corrected(articles.read(file), corrections.load(file), codebooks)
    return article, checked(article, found, reference)


def corrected(
    article: Article, by_hand: tuple[bytes, str | Path] | None, codebooks: codebook.Codebooks | None = None
) -> tuple[Article, Record]:
    """The article and its record, coded, with the corrections that a file holds (its bytes, its name for errors).

    What they say of the article itself counts from the start: "last year" is counted from the date that they give.
    """
    if by_hand is None:
        return article, coded(article, codebooks)
    article, change = corrections.of_article(article, *by_hand)
    found = coded(article, codebooks, change(event.find(article)))
    return article, corrections.apply_bytes(article, found, *by_hand, codebooks)


def record(
    article: Article,
    codebooks: codebook.Codebooks | None = None,
    reference: statistics.Reference | None = None,
) -> Record:
    """The record of an article: documents coded by the codebooks, trade claims checked against the statistics."""
    return checked(article, coded(article, codebooks), reference)


def checked(article: Article, record: Record, reference: statistics.Reference | None = None) -> Record:
    """The record with its trade claims and their verdicts."""
    verdicts = claims.check(record, article, reference or statistics.load())
    return msgspec.structs.replace(record, claims=verdicts)


def coded(article: Article, codebooks: codebook.Codebooks | None = None, meeting: Event | None = None) -> Record:
    """The record of an article with its documents coded, its trade claims not yet checked."""
    codebooks = codebooks or codebook.load()
    found = extract(article, codebooks, meeting)
    documents = tuple(agreements.categorise(document, codebooks, article) for document in found.documents)
    return msgspec.structs.replace(found, documents=documents)


def extract(article: Article, codebooks: codebook.Codebooks | None = None, meeting: Event | None = None) -> Record:
    """What the words of the article say, before coding and checking: who, which quotes, figures and documents.

    `meeting` is the event that they are about where it is known; else it is found.
    """
    meeting = meeting or event.find(article)
    persons = people.find(article, meeting)
    signed = papers.find(article, meeting, persons, (codebooks or codebook.load()).instruments)
    bodies = organisations.find(article, persons, signed)
    return Record(
        id=article.id,
        date=article.date,
        dateline=article.dateline,
        countries=meeting.countries,
        visit_type=meeting.visit_type,
        people=persons,
        organisations=bodies,
        quotes=quotes.find(article, persons, bodies),
        figures=figures.find(article, meeting),
        documents=signed,
    )
