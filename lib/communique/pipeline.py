"""A file -> its whole record: extracted, coded and checked. Notebooks, report and corpus all start here."""

from pathlib import Path

import msgspec

from communique import agreements, article as articles, codebook, paths
from communique.extract import documents, event, figures, organisations, people, quotes
from communique.record import Article, Record
from communique.trade import claims, reference as statistics


def read(
    path: str | Path,
    codebooks: codebook.Codebooks | None = None,
    reference: statistics.Reference | None = None,
) -> tuple[Article, Record]:
    """The article in a file and its record; `path` counts from the working folder or, failing that, the repository.

    Raises CommuniqueError for a file that cannot be read.
    """
    article = articles.read(paths.resolve(path))
    return article, record(article, codebooks, reference)


def record(
    article: Article,
    codebooks: codebook.Codebooks | None = None,
    reference: statistics.Reference | None = None,
) -> Record:
    """The record of an article: documents coded by the codebooks, trade claims checked against the statistics."""
    codebooks = codebooks or codebook.load()
    found = extract(article, codebooks)
    coded = tuple(agreements.categorise(document, codebooks, article) for document in found.documents)
    found = msgspec.structs.replace(found, documents=coded)
    checked = claims.check(found, article, reference or statistics.load())
    return msgspec.structs.replace(found, claims=checked)


def extract(article: Article, codebooks: codebook.Codebooks | None = None) -> Record:
    """What the words of the article say, before coding and checking: who, which quotes, figures and documents."""
    meeting = event.find(article)
    persons = people.find(article, meeting)
    papers = documents.find(article, meeting, persons, (codebooks or codebook.load()).instruments)
    bodies = organisations.find(article, persons, papers)
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
        documents=papers,
    )
