"""What a briefing says of a record, number by number."""

import msgspec
import pytest

from communique import briefing
from communique.article import from_text
from communique.record import Article, Claim, Document, Figure, Organisation, Person, Quote, Record, Span

EMPTY = Record(id="empty")
TEXT = "SUVA – “We agree fully,” said Ana. Trade reached $2 million, a memorandum on fish was signed."
ARTICLE = Article(id="fish", text=TEXT, date="2031-01-05", dateline="SUVA")


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def figure(words, **fields):
    return Figure(text=words, span=span(words), value=2e6, unit="USD", **fields)


FULL = Record(
    id="fish",
    date="2031-01-05",
    dateline="SUVA",
    countries=("FJI", "TON"),
    visit_type="state",
    people=(Person(name="Ana", role="President", country="FJI", spans=(span("Ana"),), rule="name"),),
    organisations=(Organisation(name="Trade", spans=(span("Trade"),), rule="suffix"),),
    quotes=(Quote(text="We agree fully,", speaker="Ana", pieces=(span("We agree fully,"),), rule="cue"),),
    figures=(figure("$2 million", measure="trade_turnover", period="2030", qualifier="approx", rule="money"),),
    documents=(
        Document(text="a memorandum on fish", span=span("memorandum on fish"), instrument="memorandum", rule="list"),
    ),
    claims=(Claim(text="$2 million", span=span("$2 million"), kind="level", verdict="no reference", reason="none"),),
)


def quoted(*lengths, speakers=("Ana",), countries=("FJI",)):
    """A record whose quotations have so many words each, spoken in turn by the speakers."""
    people = tuple(Person(name=name, country=code) for name, code in zip(speakers, countries, strict=True))
    quotes = tuple(
        Quote(text=" ".join(["word"] * length), speaker=speakers[place % len(speakers)])
        for place, length in enumerate(lengths)
    )
    return Record(id="quoted", countries=("FJI", "TON"), people=people, quotes=quotes)


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (
            briefing.happened(FULL),
            "The article of 5 January 2031, datelined SUVA, reports a state visit; the sides are Fiji and Tonga.",
        ),
        (briefing.happened(EMPTY), "The article without a date reports a meeting; no sides are named."),
        (
            briefing.happened(Record(id="a", countries=("FJI",), visit_type="forum")),
            "The article without a date reports a forum; the side is Fiji.",
        ),
        (briefing.named(FULL), "It names 1 person: Ana (President). It names 1 organisation."),
        (briefing.named(EMPTY), "It names no people. It names no organisations."),
        (briefing.said(FULL), "Its 1 direct quotation holds 3 words: 3 by the side of Fiji (100%)."),
        (
            briefing.said(quoted(30, 10, speakers=("Ana", "Sione"), countries=("FJI", None))),
            "Its 2 direct quotations hold 40 words: 30 by the side of Fiji (75%) "
            "and 10 by speakers of no known side (25%).",
        ),
        (briefing.said(EMPTY), "It quotes nobody directly."),
        (briefing.counted(FULL), "It gives 1 figure; statistics could speak to it: for 1 there is no reference."),
        (
            briefing.counted(Record(id="a", figures=FULL.figures)),
            "It gives 1 figure, which statistics cannot speak to.",
        ),
        (
            briefing.counted(Record(id="a", figures=FULL.figures * 2)),
            "It gives 2 figures, none of which statistics can speak to.",
        ),
        (briefing.counted(EMPTY), "It gives no figures."),
        (
            briefing.signed(FULL),
            "It reports 1 document signed (1 memorandum). How binding they look by the codebook: 1 unclassified.",
        ),
        (briefing.signed(EMPTY), "It reports no documents."),
        (
            briefing.made_of(ARTICLE, FULL),
            "Of its 17 words, 18% stand in quotation marks and 18% name documents.",
        ),
    ],
)
def test_sentences(made, sentence):
    assert made == sentence


def test_opening_is_the_first_sentence_in_one_line():
    text = "\n SUVA – They\n met.  They left."
    article = Article(id="a", text=text, sentences=(Span(2, 19), Span(21, 31)))
    assert briefing.opening(article) == "SUVA – They met."
    assert briefing.opening(Article(id="a", text="")) == ""


@pytest.mark.parametrize(
    "above",
    ["Fiji, Tonga sign three agreements on fish and on ships", "By our correspondent.", "SUVA.", "5 JAN 2031, 14:20"],
)
def test_headline_byline_and_date_are_no_opening(above):
    story = from_text(f"{above}\n\nThe leaders of both countries met on Monday in Suva. They left.")
    assert briefing.opening(story) == "The leaders of both countries met on Monday in Suva."


def test_planned_documents_are_told_apart_from_signed_ones():
    documents = [
        Document(text="x", span=Span(0, 1), instrument=instrument, status=status, legal_character="political")
        for instrument, status in (("treaty", "signed"), ("treaty", "signed"), ("other", "planned"))
    ]
    assert briefing.signed(Record(id="a", documents=tuple(documents))) == (
        "It reports 2 documents signed (2 treaties) and 1 document planned (1 other document). "
        "How binding they look by the codebook: 3 political."
    )


def test_quotations_are_given_with_their_speakers():
    unnamed = Record(id="a", quotes=(Quote(text="We will see.", speaker=None),))
    assert briefing.quoted(FULL) == ["Ana: “We agree fully”"]
    assert briefing.quoted(unnamed) == ["Somebody unnamed: “We will see.”"]


def test_voices_are_ranked_by_words_and_keep_unknown_speakers():
    record = quoted(5, 9, 4, speakers=("Ana", None), countries=("FJI", None))
    assert briefing.voices(record) == [("Ana", "Fiji", 2, 9), ("not known", "not known", 1, 9)]


def test_an_organisation_can_speak_for_its_side():
    record = Record(
        id="a",
        organisations=(Organisation(name="the ministry", country="TON"),),
        quotes=(Quote(text="One two", speaker="the ministry"),),
    )
    assert briefing.by_side(record) == {"Tonga": 2}


def test_figures_carry_their_verdicts():
    assert briefing.stated(FULL) == [("about $2 million", "trade turnover, 2030", "no reference", "None.")]
    unchecked = Record(id="a", figures=FULL.figures)
    assert briefing.stated(unchecked)[0].verdict == "not checked"


def test_statistics_that_disagree_are_mentioned():
    reason = "The bases disagree: consistent with a (FJI); in tension with b. a (FJI): $2 million; " + "more " * 50
    claim = Claim(text="$2 million", span=FULL.figures[0].span, kind="level", verdict="consistent", reason=reason)
    record = Record(id="a", figures=FULL.figures, claims=(claim,))
    assert briefing.counted(record) == (
        "It gives 1 figure; statistics could speak to it: 1 is consistent, "
        "though the statistics disagree with one another on 1 of them."
    )
    assert briefing.stated(record)[0][2:] == ("consistent, bases disagree", "A (FJI): $2 million.")


def test_a_reason_in_short_leaves_sources_out_before_it_leaves_numbers_out():
    sources = "statistics " * 20
    reason = f"$2 million since 2020; $1 million for 2019 ({sources}) leaves room; {'more ' * 50}"
    claim = Claim(text="$2 million", span=FULL.figures[0].span, kind="level", verdict="consistent", reason=reason)
    record = Record(id="a", figures=FULL.figures, claims=(claim,))
    assert briefing.stated(record)[0].reason == "$2 million since 2020; $1 million for 2019 leaves room."


def test_verdicts_of_several_figures_are_counted_in_words():
    figures = [msgspec.structs.replace(FULL.figures[0], span=Span(n, n + 1)) for n in range(4)]
    verdicts = ("consistent", "consistent", "no reference")
    found = [
        Claim(text="$2", span=figure.span, kind="level", verdict=verdict, reason="")
        for figure, verdict in zip(figures, verdicts, strict=False)
    ]
    assert briefing.counted(Record(id="a", figures=tuple(figures), claims=tuple(found))) == (
        "It gives 4 figures; statistics could speak to 3 of them: 2 are consistent and for 1 there is no reference."
    )
    assert "to all of them: " in briefing.counted(Record(id="a", figures=tuple(figures[:3]), claims=tuple(found)))


def test_words_in_two_items_of_a_kind_count_once():
    twice = Record(
        id="a",
        documents=(
            Document(text="x", span=span("a memorandum on fish"), instrument="memorandum"),
            Document(text="x", span=span("memorandum on fish"), instrument="memorandum"),
        ),
    )
    assert {part.kind: part.words for part in briefing.parts(ARTICLE, twice)}["document"] == 4


def test_rules_are_counted_with_their_first_item():
    rows = {(row.kind, row.rule): (row.items, row.example) for row in briefing.rules(FULL)}
    assert rows["figure", "money"] == (1, "$2 million")
    assert briefing.rules(EMPTY) == []


def test_shown_text_cannot_become_markup(monkeypatch):
    shown = []
    monkeypatch.setattr(briefing, "display", lambda data, **_: shown.append(data))
    briefing.show("<script>alert(1)</script> & $2 million")
    assert shown[0]["text/html"] == (
        '<p class="tex2jax_ignore mathjax_ignore">&lt;script&gt;alert(1)&lt;/script&gt; &amp; $2 million</p>'
    )
