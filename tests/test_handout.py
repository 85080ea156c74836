"""The page to print: all that a briefing says, escaped, and nothing asked from outside."""

import re

import pytest
from test_briefing import ARTICLE, EMPTY, FULL

from communique import charts_article, handout
from communique.charts import Picture
from communique.record import Article, Document, Person, Record, Span

NOTHING = Picture(None, "nothing to draw")
DRAWN = charts_article.spoken(ARTICLE, FULL)


def page(article, record, sources=(), **pictures):
    return handout.page(
        article, record, sources, **{"spoken": NOTHING, "checked": NOTHING, "topics": NOTHING, **pictures}
    )


def test_says_what_the_briefing_says():
    made = page(ARTICLE, FULL, ["UN Comtrade"], spoken=DRAWN)
    for words in (
        "<h1>Fiji and Tonga, 5 January 2031</h1>",
        "It names 1 person: Ana (President).",
        "Ana: “We agree fully”",
        "<strong>about $2 million</strong> (trade turnover, 2030): <strong>no reference</strong>",
        "a memorandum on fish",
        "no topic, unclassified",
        "Article fish, 5 January 2031; UN Comtrade.",
    ):
        assert words in made, words
    assert re.findall(r'alt="([^"]+)"', made) == [DRAWN.alt]


def test_planned_documents_say_so():
    document = Document(text="a treaty", span=Span(0, 1), instrument="treaty", status="planned", cap_topic="Energy")
    assert "planned, Energy, unclassified" in page(ARTICLE, Record(id="a", documents=(document,)))


@pytest.mark.parametrize("record", [EMPTY, FULL])
def test_needs_nothing_from_outside(record):
    made = page(ARTICLE, record, spoken=DRAWN)
    assert re.findall(r'(?:src|href)="(?!data:)', made) == []
    assert "url(" not in made
    assert "<script" not in made


def test_what_an_article_says_cannot_become_markup():
    article = Article(id="x", text="<b>Ana</b>", sentences=(Span(0, 10),))
    record = Record(id="<script>alert(1)</script>", people=(Person(name='"><img src=x onerror=alert(1)>'),))
    made = page(article, record)
    assert "<script" not in made
    assert "<img" not in made
    assert "&lt;b&gt;Ana&lt;/b&gt;" in made


@pytest.mark.parametrize(
    ("record", "title"),
    [
        (EMPTY, "empty"),
        (Record(id="a", date="2031-01-05"), "5 January 2031"),
        (Record(id="a", countries=("FJI",)), "Fiji"),
    ],
)
def test_title(record, title):
    assert handout.title(record) == title
