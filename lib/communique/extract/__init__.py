"""Article -> Record: one step a file, each with `find`, in the order in which they need one another."""

from communique import codebook
from communique.extract import documents, event, figures, organisations, people, quotes
from communique.record import Article, Record


def extract(article: Article, codebooks: codebook.Codebooks | None = None) -> Record:
    """The record of an article before coding and checking: who, what was said, which figures, which documents."""
    codebooks = codebooks or codebook.load()
    meeting = event.find(article)
    persons = people.find(article, meeting)
    papers = documents.find(article, meeting, persons, codebooks.instruments)
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
