"""The tables and pictures of coded documents: what is counted and drawn, for none, one and forty documents."""

import pandas as pd
import pytest

from communique import (
    agreements,
    article as articles,
    charts_agreements,
    codebook,
    pipeline,
    reliability,
    tables_agreements,
)
from communique.record import Document, Party, Record, Span

BOOKS = codebook.load()
ONE = "ROME, May 3 – Italy and Ghana signed an agreement on extradition on Monday.\n"
NONE = "ROME, May 3 – Nothing was signed.\n"
MIXED = (
    "ROME, May 3 – Among the documents signed are a joint statement on strategic partnership; an agreement between the "
    "two governments on extradition; a memorandum of understanding between Kestrel Capital Ltd and Ravna LLC; a "
    "memorandum of understanding between Kestrel and the Ministry of Health; and an agreement on customs cooperation."
)


def read(text):
    article = articles.from_text(text)
    return article, pipeline.record(article, BOOKS)


def many():
    """An article with forty documents between companies, three with each of the second ones."""
    subjects = ("hospitals", "railways", "solar energy", "museums")
    texts = [
        f"memorandum on {subjects[number % 4]} between Kestrel {number} Ltd and Ravna {number // 3} LLC"
        for number in range(40)
    ]
    article = articles.from_text("\n".join(texts))
    documents = []
    for number, text in enumerate(texts):
        start = article.text.index(text)
        names = (f"Kestrel {number} Ltd", f"Ravna {number // 3} LLC")
        places = [start + text.index(name) for name in names]
        parties = tuple(Party(name=name, span=Span(at, at + len(name))) for name, at in zip(names, places, strict=True))
        found = Document(text=text, span=Span(start, start + len(text)), instrument="memorandum", parties=parties)
        documents.append(agreements.categorise(found, BOOKS, article))
    return article, Record(id="many", documents=tuple(documents))


def pictures(article, record):
    yield charts_agreements.by_topic(article, record, BOOKS)
    yield charts_agreements.by_kind(article, record, BOOKS)
    yield charts_agreements.how_sure(article, record)
    yield charts_agreements.network(article, record)


def test_an_article_without_documents_says_so():
    article, record = read(NONE)
    for picture in pictures(article, record):
        assert picture.figure is None
        assert picture.alt.startswith("No picture of")
    assert tables_agreements.coded(record).empty
    assert tables_agreements.if_changed(record)["as coded"].tolist() == [0, 0, 0, 0]
    assert all(table.empty for table in tables_agreements.saved(record, BOOKS).values())


@pytest.mark.parametrize(("story", "count"), [(read(ONE), 1), (read(MIXED), 5), (many(), 40)], ids=["1", "5", "40"])
def test_any_number_of_documents_is_drawn(story, count):
    article, record = story
    assert len(record.documents) == count
    for picture in pictures(article, record):
        if picture.figure is not None:
            picture.figure.draw_without_rendering()
            assert len(picture.alt) > 60


def test_the_grid_holds_every_document_once():
    _, record = read(MIXED)
    counts = tables_agreements.crossed(tables_agreements.coded(record), "topic", "instrument", BOOKS)
    assert int(counts.to_numpy().sum()) == 5
    assert list(counts.index) == [
        "Health",
        "Law and Crime",
        "Domestic Commerce",
        "Foreign Trade",
        "International Affairs",
    ]
    assert counts.loc["Law and Crime", "agreement"] == 1
    picture = charts_agreements.by_topic(*read(MIXED), BOOKS)
    assert "Law and Crime and agreement 1" in picture.alt
    drawn = [text.get_text() for text in picture.figure.axes[0].texts if text.get_text()]
    assert sorted(drawn) == ["1"] * 5


def test_kinds_of_party_count_documents_and_show_those_without():
    _, record = read(MIXED)
    counts = tables_agreements.kinds(record, BOOKS)
    assert counts.loc["government", "binding"] == 1
    assert counts.loc["company", "commercial"] == 1
    assert counts.loc["no party named"].sum() == 2
    picture = charts_agreements.by_kind(*read(MIXED), BOOKS)
    widths = [round(bar.get_width()) for bar in picture.figure.axes[0].patches]
    assert sum(widths) == int(counts.to_numpy().sum())


def test_stated_and_inferred_are_counted():
    picture = charts_agreements.how_sure(*read(MIXED))
    assert [round(bar.get_width()) for bar in picture.figure.axes[0].patches] == [3, 2]
    assert "3 of 5 topics are stated" in picture.alt


ALONE = "ROME, May 3 – They signed a memorandum between Kestrel Ltd and Ravna LLC on museums."
ALIKE = "ROME, May 3 – They signed an agreement on customs cooperation and an agreement on customs duties."


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            ALONE,
            [
                "The one document is on Culture",
                "The one document looks commercial",
                "The one topic is stated",
                "Kestrel Ltd signs with Ravna LLC",
            ],
        ),
        (ALIKE, ["All 2 documents are on Foreign Trade", "All 2 documents look", "2 of 2 topics are stated"]),
    ],
)
def test_one_document_and_one_kind_of_them_read_as_sentences(text, findings):
    drawn = [picture.alt for picture in pictures(*read(text)) if picture.figure]
    for finding, alt in zip(findings, drawn, strict=True):
        assert finding in alt


def test_a_party_named_in_short_is_the_same_party():
    table = tables_agreements.links(read(MIXED)[1])
    assert table[["first", "second"]].to_numpy().tolist() == [
        ["Kestrel Capital Ltd", "Ravna LLC"],
        ["Kestrel Capital Ltd", "Ministry of Health"],
    ]
    picture = charts_agreements.network(*read(MIXED))
    assert "Kestrel Capital Ltd signs with most others, 2" in picture.alt


def test_what_does_not_fit_into_the_network_is_counted():
    picture = charts_agreements.network(*many())
    assert "40 pairs" in picture.alt
    left_out = int(picture.alt.partition("40 pairs, ")[2].partition(" not drawn")[0])
    assert len(picture.figure.axes[0].lines) < 40
    assert 0 < left_out < 40


def test_three_parties_of_one_document_hang_on_the_first():
    text = "ROME, May 3 – They signed a memorandum between Kestrel Ltd, Ravna LLC and Merops AG on museums."
    assert len(tables_agreements.links(read(text)[1])) == 2


def test_what_would_change_if():
    table = tables_agreements.if_changed(read(MIXED)[1]).set_index("what is counted")
    assert table.loc["documents with a topic"].tolist() == ["drop inferred topics", 5, 3]
    assert table.loc["different instruments"].tolist()[1:] == [3, 2]
    assert table.loc["documents of the largest"].tolist()[1:] == [2, 4]


def test_every_code_has_its_reason():
    _, record = read(MIXED)
    table = tables_agreements.why(record, BOOKS)
    assert table["reason"].str.len().min() > 15
    assert set(table["dimension"]) == {"instrument", "party kind", "topic", "legal character"}
    assert "rights to persons or duties" in table.loc[table["rule"] == "subject that needs law", "reason"].iloc[0]


def test_the_codebook_as_a_table():
    topics = tables_agreements.codes(BOOKS.topics)
    assert topics["number"].tolist()[-1] == 23
    assert tables_agreements.codes(BOOKS.topics, ["Energy"])["code"].tolist() == ["Energy"]
    assert "number" not in tables_agreements.codes(BOOKS.instruments)
    assert tables_agreements.rules(BOOKS.legal_character)["gives"].isin(list(BOOKS.legal_character.by_code)).all()


def test_reliability_is_drawn_with_its_interval():
    gold, coder = {"1": "a", "2": "b", "3": "a", "4": "b"}, {"1": "a", "2": "b", "3": "b", "4": "b"}
    table = reliability.summary({"gold": gold, "coder": coder}, draws=50)
    picture = charts_agreements.reliability(table, "4 documents")
    (line, dot, *_) = picture.figure.axes[0].lines
    assert list(line.get_xdata()) == pytest.approx([table.loc[0, "low"], table.loc[0, "high"]])
    assert dot.get_xdata()[0] == pytest.approx(table.loc[0, "alpha"])
    empty = charts_agreements.reliability(pd.DataFrame({"alpha": [float("nan")]}), "none")
    assert empty.figure is None


def test_confusion_is_drawn_with_disagreement_in_another_colour():
    table = reliability.confusion({"1": "a", "2": "b", "3": "a"}, {"1": "a", "2": "b", "3": "b"})
    picture = charts_agreements.confused(table, "gold", "coder", "own coding")
    assert "Gold and coder agree on 2 of 3 documents (67%)" in picture.alt
    filled = {patch.get_facecolor()[:3] for patch in picture.figure.axes[0].patches if patch.get_alpha() > 0.5}
    assert len(filled) == 2
    assert charts_agreements.confused(reliability.confusion({}, {}), "gold", "coder", "x").figure is None


def test_the_network_is_drawn_in_the_order_of_the_text():
    texts = [text.get_text() for text in charts_agreements.network(*many()).figure.axes[0].texts if text.get_text()]
    assert texts[:5] == ["Kestrel 0 Ltd", "Kestrel 1 Ltd", "Kestrel 2 Ltd", "Ravna 0 LLC", "Kestrel 3 Ltd"]
