"""Records and articles for the tests of trade claims, made by hand or from the gold: no extraction is needed."""

import json
from pathlib import Path
from typing import NamedTuple

from communique import paths
from communique.grammar import countries, text as texts
from communique.record import Article, Figure, Person, Quote, Record, Span

GOLD = Path(__file__).parent / "gold"


class Said(NamedTuple):
    """A figure as the gold gives it: the printed words, which must stand in the text once before `after`."""

    text: str
    value: float | tuple[float, float]
    unit: str
    measure: str
    period: str | None = None
    qualifier: str | None = None


def make(
    text: str,
    sides: tuple[str, ...],
    figures: list[Said],
    date: str | None = "2025-05-30",
    people: tuple[Person, ...] = (),
    quotes: tuple[Quote, ...] = (),
) -> tuple[Record, Article]:
    """The record and the article of a text with these figures."""
    paragraphs = texts.paragraphs(text)
    sentences = texts.sentences(text, paragraphs)
    article = Article(id="made", text=text, date=date, paragraphs=paragraphs, sentences=sentences)
    found = tuple(_figure(said, text.index(said.text)) for said in figures)
    return Record(id="made", date=date, countries=sides, figures=found, people=people, quotes=quotes), article


def person(name: str, role: str, text: str) -> Person:
    """A person with a span wherever the surname stands; the country is the one that the role names."""
    surname, spans, at = name.rsplit(maxsplit=1)[-1], [], -1
    while (at := text.find(surname, at + 1)) >= 0:
        spans.append(Span(at, at + len(surname)))
    named = countries.find(role)
    return Person(name=name, role=role, country=named[0].code if named else None, spans=tuple(spans))


def from_gold(article: Path, gold: Path) -> tuple[Record, Article]:
    """The record that the gold of an article holds, as far as claims need it."""
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    text = article.read_text(encoding="utf-8")
    people = tuple(person(entry["name"], entry["role"] or "", text) for entry in wanted["people"])
    quotes = tuple(_quote(entry, text) for entry in wanted["quotes"])
    record, made = make(text, tuple(wanted["countries"]), [], wanted["date"], people, quotes)
    figures = sorted((_from_gold(entry) for entry in wanted["figures"]), key=lambda figure: figure.span)
    return Record(
        id=wanted["id"],
        date=wanted["date"],
        countries=record.countries,
        figures=tuple(figures),
        people=people,
        quotes=quotes,
    ), made


def seed() -> tuple[Record, Article]:
    """The seed article with its gold."""
    name = "000_73b2e8d7d595140f"
    return from_gold(paths.SEEDS / f"{name}.txt", GOLD / f"{name}.json")


def practice(stem: str) -> tuple[Record, Article]:
    """A practice article with its gold, by the first letters of its name."""
    article = next(paths.PRACTICE.glob(f"{stem}*.txt"))
    return from_gold(article, paths.PRACTICE / "gold" / f"{article.stem}.json")


def _figure(said: Said, start: int) -> Figure:
    return Figure(
        text=said.text,
        span=Span(start, start + len(said.text)),
        value=said.value,
        unit=said.unit,
        measure=said.measure,
        period=said.period,
        qualifier=said.qualifier,
    )


def _from_gold(entry: dict) -> Figure:
    value = tuple(entry["value"]) if isinstance(entry["value"], list) else entry["value"]
    said = Said(entry["text"], value, entry["unit"], entry["measure"], entry["period"], entry["qualifier"])
    return _figure(said, entry["start"])


def _quote(entry: dict, text: str) -> Quote:
    starts = [(text.find(piece), piece) for piece in entry["pieces"]]
    pieces = tuple(Span(start, start + len(piece)) for start, piece in starts if start >= 0)
    return Quote(text=entry["text"], speaker=entry["speaker"], pieces=pieces)
