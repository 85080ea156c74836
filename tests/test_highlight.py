from html.parser import HTMLParser

import pytest

from communique import article, highlight
from communique.record import Document, Figure, Organisation, Person, Quote, Record, Span


class Read(HTMLParser):
    """The text, the marks with their words, the ids and the links of a piece of HTML; fails if elements do not nest."""

    def __init__(self, html):
        super().__init__()
        self.text, self.open, self.ids, self.links, self.tags = "", [], [], [], []
        self.marks = {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag != "a" or "a" not in [name for name, _ in self.open], "a link inside a link"
        attrs = dict(attrs)
        self.tags.append(tag)
        self.open.append((tag, attrs.get("title")))
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "a":
            self.links.append(attrs["href"])

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        self.text += data
        for tag, title in self.open:
            if tag == "mark" and title:
                self.marks[title] = self.marks.get(title, "") + data


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def last(text, words):
    start = text.rindex(words)
    return Span(start, start + len(words))


def find(html):
    return Read(html.partition('<div class="cq-article')[2].partition(">")[2].rpartition("</div>")[0])


TEXT = (
    "LIMA – “We sell 5% of our tin,” said Ana Paz of Tin Co.\n\n"
    "A memorandum between Tin Co and Ore Ltd was signed; Paz left."
)


def test_every_item_is_marked_with_its_words():
    record = Record(
        id="a",
        people=(
            Person(name="Ana Paz", role="Minister", country="PER", spans=(at(TEXT, "Ana Paz"), last(TEXT, "Paz"))),
        ),
        organisations=(Organisation(name="Tin Co", kind="company", spans=(at(TEXT, "Tin Co"), last(TEXT, "Tin Co"))),),
        quotes=(Quote(text="", speaker="Ana Paz", pieces=(at(TEXT, "We sell 5% of our tin,"),)),),
        figures=(Figure(text="5%", span=at(TEXT, "5%"), value=5.0, unit="percent", measure="share", period="2020"),),
        documents=(Document(text="", span=at(TEXT, "memorandum between Tin Co and Ore Ltd"), instrument="memorandum"),),
    )
    read = find(highlight.marked(article.from_text(TEXT), record, linked=True))
    assert read.marks == {
        "person: Ana Paz, Minister, PER": "Ana PazPaz",
        "organisation: Tin Co, company": "Tin CoTin Co",
        "quote: Ana Paz": "We sell 5% of our tin,",
        "figure: share in percent, 2020": "5%",
        "document: memorandum, signed": "memorandum between Tin Co and Ore Ltd",
    }
    assert read.ids == [
        "w-quote-8", "w-figure-16", "w-person-37", "w-organisation-48", "w-document-59", "w-organisation-48-2",
        "w-person-37-2",
    ]  # fmt: skip
    assert set(read.links) == {
        "#fact-quote-8", "#fact-figure-16", "#fact-person-37", "#fact-organisation-48", "#fact-document-59",
    }  # fmt: skip
    assert read.text.split() == TEXT.split()


QUOTES = {
    "side by side": [(0, 2), (2, 4)],
    "nested": [(0, 9), (2, 5)],
    "the same words": [(3, 6), (3, 6)],
    "crossing": [(0, 5), (3, 8)],
    "three crossing": [(0, 6), (2, 8), (4, 10)],
    "one around two that touch": [(0, 10), (0, 5), (5, 10)],
    "over the end of a paragraph": [(5, 16)],
    "over three paragraphs": [(5, 25), (12, 14)],
    "everything": [(0, 33)],
}


@pytest.mark.parametrize("spans", QUOTES.values(), ids=QUOTES)
@pytest.mark.parametrize("linked", [True, False])
def test_marks_that_nest_cross_and_run_over_paragraphs(spans, linked):
    text = "abcdefghij\n\nklmnopqrst\n\nuvwxyzABC"
    quotes = tuple(Quote(text="", speaker=str(place), pieces=(Span(*span),)) for place, span in enumerate(spans))
    read = find(highlight.marked(article.from_text(text), Record(id="a", quotes=quotes), linked=linked))
    assert "".join(read.text.split()) == "".join(text.split())
    for place, (start, end) in enumerate(spans):
        assert read.marks[f"quote: {place}"].replace("\n", "") == text[start:end].replace("\n", "")
    assert len(read.ids) == len(spans)
    assert bool(read.links) == linked


HOSTILE = [
    "<script>alert(1)</script>",
    "a & b &amp; c",
    "**bold** [link](javascript:alert(1)) `code` # head",
    "$x^2$ and \\(y\\) and $20 billion to $30 billion",
    "</mark></p></div><img src=x onerror=alert(1)>",
    "\"double\" 'single' “curly”",
    "\u202eright to left\u202c",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("linked", [True, False])
def test_what_the_article_says_is_text(text, linked):
    spans = (Span(0, len(text)),)
    record = Record(
        id=text,
        people=(Person(name=text, role=text, country=text, spans=spans),),
        quotes=(Quote(text=text, speaker=text, pieces=spans),),
        figures=(Figure(text=text, span=spans[0], value=1.0, unit=text, measure=text, period=text),),
        documents=(Document(text=text, span=spans[0], instrument=text, cap_topic=text),),
    )
    html = highlight.marked(article.from_text(text), record, linked=linked)
    read = find(html)
    assert read.text.strip() == text
    assert set(read.tags) <= {"p", "mark", "a"}
    assert '<div class="cq-article tex2jax_ignore mathjax_ignore">' in html


def test_the_page_stands_alone_and_its_title_is_text():
    made = highlight.page(article.from_text("“<b>” they said.", title="<script>"), Record(id="a"))
    assert made.startswith("<!doctype html>")
    assert "<title>&lt;script&gt;</title>" in made
    assert "&lt;b&gt;" in made
    assert highlight.stylesheet() in made
    assert "http" not in made


def test_what_is_no_paragraph_is_shown_aside():
    text = "date 2020-01-02\n\nLIMA – Talks were held."
    shown = article.from_text(text)
    html = highlight.marked(shown, Record(id="a"))
    assert '<p dir="auto" class="cq-aside">date 2020-01-02</p>' in html
    assert '<p dir="auto">LIMA – Talks were held.</p>' in html


def test_the_legend_explains_and_counts_every_kind():
    record = Record(id="a", people=(Person(name="Paz", spans=(Span(0, 3), Span(4, 7))),))
    html = highlight.legend(highlight.marks(record))
    assert '<li id="legend-person"><mark class="cq-person">people</mark> (1): ' in html
    assert html.count("<li ") == len(highlight.KINDS)
    assert all(f"mark.cq-{kind}" in highlight.stylesheet() for kind in highlight.KINDS)


def test_ten_thousand_marks_on_one_line_are_quick():
    text = "ab " * 30_000
    people = tuple(Person(name="ab", spans=(Span(place, place + 2),)) for place in range(0, 90_000, 3))
    quotes = (Quote(text="", pieces=(Span(0, 90_000),)),)
    assert (
        highlight.marked(article.from_text(text), Record(id="a", people=people, quotes=quotes)).count("<mark id")
        == 30_001
    )
