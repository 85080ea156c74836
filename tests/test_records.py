"""Records whole, of short articles made up here: every field of every item, its rule and its place.

`records.txt` holds each article with what is wanted of it. After a change that is meant, write the wanted part anew and
read the difference: `python tests/test_records.py > new.txt && mv new.txt tests/records.txt`.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from communique import article as articles, pipeline
from communique.record import Article, Document, Organisation, Person, Record, Span

FILE = Path(__file__).with_name("records.txt")
END, WANTED = "\n====\n", "\n----\n"


@cache
def cases() -> dict[str, tuple[str, list[str]]]:
    """Each article's text and the lines wanted of it, by its first line."""
    parts = [part.partition(WANTED) for part in FILE.read_text(encoding="utf-8").split(END)]
    return {text.splitlines()[0]: (text, wanted.splitlines()) for text, _, wanted in parts}


def lines(text: str) -> Iterator[str]:
    """The record of a text, a line an item."""
    article = articles.from_text(text)
    record = pipeline.record(article)
    yield _line("article", record.date, record.dateline, "-".join(record.countries), record.visit_type)
    for person in record.people:
        yield _line("person", person.name, person.role, person.country, person.rule, _places(article, person))
    for body in record.organisations:
        yield _line("organisation", body.name, body.kind, body.country, body.rule, _places(article, body))
    yield from _said(article, record)
    for document in record.documents:
        yield from _document(document)


def _said(article: Article, record: Record) -> Iterator[str]:
    for quote in record.quotes:
        pieces = " + ".join(map(_place, quote.pieces))
        yield _line("quote", quote.text, quote.speaker, quote.cue, quote.kind, quote.rule, pieces)
    for figure in record.figures:
        printed = (figure.text, figure.value, figure.unit, figure.measure, figure.period, figure.qualifier)
        yield _line("figure", *printed, figure.rule, _place(figure.span))


def _document(document: Document) -> Iterator[str]:
    codes = (document.instrument, document.status, document.legal_character, document.cap_topic)
    yield _line("document", document.text, *codes, document.rule, _place(document.span))
    for party in document.parties:
        yield _line("- party", party.name, party.kind, party.country, party.span and _place(party.span))
    for entry in document.evidence:
        words = ", ".join(entry.words)
        yield _line("- evidence", entry.dimension, entry.code, entry.confidence, entry.rule, words, entry.runner_up)


def _places(article: Article, item: Person | Organisation) -> str:
    return ", ".join(f"{article.text[start:end]} {start}" for start, end in item.spans).replace("\n", " ")


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _line(kind: str, *fields: object) -> str:
    return f"{kind}: {' | '.join('' if field is None else str(field) for field in fields)}".replace("\n", " ").rstrip()


def _whole(text: str, found: Iterable[str]) -> str:
    return text + WANTED + "\n".join(found)


@pytest.mark.parametrize("name", cases())
def test_a_record_is_whole(name):
    text, wanted = cases()[name]
    assert list(lines(text)) == wanted


if __name__ == "__main__":
    print(END.join(_whole(text, lines(text)) for text, _ in cases().values()))
