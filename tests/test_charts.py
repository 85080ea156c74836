"""What the pictures draw: the numbers, the titles made of them, the alt text; and that nothing is cut."""

import pytest
from test_briefing import ARTICLE, EMPTY, FULL, quoted

from communique import charts, charts_article
from communique.record import Article, BasisVerdict, Claim, Organisation, Person, Quote, Record, Span

NUL = Article(id="nul", text="")
PAIR = quoted(30, 10, 20, speakers=("Ana", "Sione"), countries=("FJI", "TON"))
CROWD = quoted(
    *range(40, 20, -1), speakers=[f"Speaker number {n} of the Ministry" for n in range(20)], countries=["FJI"] * 20
)
NAMES = Record(
    id="names",
    countries=("FJI", "TON"),
    people=(Person(name="Ana", country="FJI", spans=(Span(0, 1),) * 3),),
    organisations=(
        Organisation(name="Fish", country="TON", spans=(Span(0, 1),) * 2),
        Organisation(name="Boat", spans=(Span(0, 1),) * 5),
        Organisation(name="Once", spans=(Span(0, 1),)),
    ),
)


def claim(text, verdict, *bases, reason=""):
    by_basis = tuple(BasisVerdict(basis=str(place), verdict=said, reason="") for place, said in enumerate(bases))
    return Claim(text=text, span=Span(0, 1), kind="level", verdict=verdict, reason=reason, by_basis=by_basis)


CLAIMS = Record(
    id="claims",
    claims=(
        claim("$2 million", "consistent", "no reference", "consistent", "inconsistent", reason="The bases disagree: …"),
        claim("$3 million", "inconsistent", "inconsistent"),
        claim("$4 million", "no reference"),
    ),
)


def widths(picture):
    return [bar.get_width() for bar in picture.figure.axes[0].patches]


def title(picture):
    """The lines in bold, joined."""
    return " ".join(text.get_text() for text in picture.figure.texts if text.get_fontweight() == "bold")


def test_quoted_words_are_drawn_by_speaker_in_the_colour_of_the_side():
    picture = charts_article.spoken(ARTICLE, PAIR)
    bars = picture.figure.axes[0].patches
    assert widths(picture) == [50, 10]
    assert [charts.mpl.colors.to_hex(bar.get_facecolor()).upper() for bar in bars] == [charts.HOST, charts.GUEST]
    notes = [text.get_text() for text in picture.figure.axes[0].texts]
    assert notes == ["50 in 2 quotations", "10 in 1 quotation"]
    assert title(picture) == "Fiji has 50 of the 60 quoted words (83%)"
    assert "Ana (Fiji): 50 in 2 quotations; Sione (Tonga): 10 in 1 quotation" in picture.alt


def test_many_speakers_are_summed_up():
    assert widths(charts_article.spoken(ARTICLE, CROWD)) == [40, 39, 38, 37, 36, 35, 34, sum(range(21, 34))]


@pytest.mark.parametrize(
    ("record", "finding"),
    [
        (EMPTY, "Nobody is quoted directly"),
        (quoted(4), "All 4 quoted words are by the side of Fiji"),
        (quoted(4, countries=(None,)), "Ana has 4 of the 4 quoted words"),
        (quoted(4, 3, speakers=("the aide", "Ana"), countries=(None, None)), "The aide has 4 of the 7 quoted words"),
        (
            quoted(4, 4, speakers=("Ana", "Sione"), countries=("FJI", "TON")),
            "Fiji and Tonga have 4 of the 8 quoted words each",
        ),
        (
            quoted(9, 1, speakers=("Ana", "Sione"), countries=(None, "TON")),
            "For 9 of the 10 quoted words the speaker’s side is not known",
        ),
        (
            quoted(9, 1, speakers=("Ana", "Ben"), countries=("PHL", "TON")),
            "The Philippines has 9 of the 10 quoted words (90%)",
        ),
    ],
)
def test_who_speaks_most(record, finding):
    assert charts_article.leading_side(record) == finding


def test_mentions_are_drawn_of_those_named_more_than_once():
    picture = charts_article.named(ARTICLE, NAMES)
    assert widths(picture) == [5, 3, 2]
    assert title(picture) == "Boat is named most often, 5 times"
    assert "Boat (not known) 5; Ana (Fiji) 3; Fish (Tonga) 2" in picture.alt


def test_nobody_named_twice_makes_no_picture():
    record = Record(id="a", people=(Person(name="Ana", spans=(Span(0, 1),)),))
    assert charts_article.named(ARTICLE, record).figure is None


@pytest.mark.parametrize(
    ("verdicts", "finding"),
    [
        (["consistent"], "The one checked figure agrees with the statistics"),
        (["inconsistent"], "The one checked figure does not agree with the statistics"),
        (["no reference"], "No statistics at hand decide the one checked figure"),
        (["consistent", "inconsistent"], "1 of 2 checked figures agrees with the statistics, 1 does not"),
        (["no reference", "not comparable"], "No statistics at hand decide any of the 2 checked figures"),
    ],
)
def test_what_the_verdicts_say_together(verdicts, finding):
    record = Record(id="a", claims=tuple(claim("$2", verdict, verdict) for verdict in verdicts))
    assert title(charts_article.checked(ARTICLE, record)) == finding


def test_layout_draws_every_place_where_it_stands():
    picture = charts_article.layout(ARTICLE, FULL)
    strips = picture.figure.axes[0].collections[1::2]
    places = [[path.get_extents().x0 for path in strip.get_paths()] for strip in strips]
    spans = [FULL.people[0].spans, FULL.organisations[0].spans, FULL.quotes[0].pieces]
    spans += [(FULL.figures[0].span,), (FULL.documents[0].span,)]
    length = len(ARTICLE.text)
    assert places == [[pytest.approx(100 * span.start / length) for span in some] for some in spans]
    assert [text.get_text() for text in picture.figure.axes[0].texts] == ["6%", "6%", "18%", "12%", "18%"]
    assert title(picture) == "Documents take 18% of the article’s words, quotations 18%"


def test_verdicts_are_drawn_basis_by_basis_with_a_sign_for_each_colour():
    picture = charts_article.checked(ARTICLE, CLAIMS)
    axes = picture.figure.axes[0]
    drawn = [(text.get_text(), round(text.get_position()[1])) for text in axes.texts]
    assert drawn == [("✓", 0), ("✗", 0), ("?", 0), ("✗", 1)]
    assert len(axes.patches) == len(drawn)
    assert (
        title(picture) == "1 of 3 checked figures agrees with the statistics, 1 does not, but on 1 the bases disagree"
    )
    assert [text.get_text() for text in axes.get_yticklabels()] == [
        "$2 million\n(level: consistent)",
        "$3 million\n(level: inconsistent)",
    ]
    assert "$2 million consistent (1 consistent, 1 inconsistent and 1 no reference)" in picture.alt


DRAWN = [charts_article.spoken, charts_article.named, charts_article.layout, charts_article.checked]


@pytest.mark.parametrize("draw", DRAWN)
def test_nothing_to_draw_is_said_in_words(draw):
    picture = draw(NUL, EMPTY)
    assert picture.figure is None
    assert picture.alt.startswith("No picture of")


@pytest.mark.parametrize(
    "picture",
    [
        charts_article.spoken(ARTICLE, PAIR),
        charts_article.spoken(ARTICLE, CROWD),
        charts_article.named(ARTICLE, NAMES),
        charts_article.layout(ARTICLE, FULL),
        charts_article.checked(ARTICLE, CLAIMS),
    ],
    ids=["spoken", "crowd", "named", "layout", "checked"],
)
def test_no_words_are_cut(picture):
    """Every visible text lies within the picture, and the texts of the frame do not reach into the drawing."""
    figure = picture.figure
    figure.draw_without_rendering()
    page, axes = figure.bbox, figure.axes[0]
    legend = axes.get_legend()
    texts = [*figure.texts, *axes.texts, *axes.get_yticklabels(), *axes.get_xticklabels()]
    texts += legend.get_texts() if legend else []
    for box in (text.get_window_extent() for text in texts if text.get_visible() and text.get_text()):
        assert page.x0 <= box.x0
        assert box.x1 <= page.x1
        assert page.y0 <= box.y0
        assert box.y1 <= page.y1
    drawing = axes.get_tightbbox()
    assert all(
        text.get_window_extent().y0 >= drawing.y1 or text.get_window_extent().y1 <= drawing.y0 for text in figure.texts
    )


@pytest.mark.parametrize("picture", [charts_article.spoken(ARTICLE, PAIR), charts_article.layout(ARTICLE, FULL)])
def test_letters_are_large_enough_for_a_phone(picture):
    axes = picture.figure.axes[0]
    sizes = [text.get_fontsize() for text in [*picture.figure.texts, *axes.texts, *axes.get_yticklabels()]]
    assert min(sizes) * 390 / (charts.WIDTH * 72) > 8


def test_a_picture_is_the_same_bytes_every_time():
    assert charts.png(charts_article.spoken(ARTICLE, PAIR).figure) == charts.png(
        charts_article.spoken(ARTICLE, PAIR).figure
    )


def test_dollars_are_money():
    words = quoted(3, speakers=("$20 billion to $30 billion",))
    text = charts_article.spoken(ARTICLE, words).figure.axes[0].get_yticklabels()[0]
    assert text.get_text().startswith("$20 billion")
    assert not text.get_parse_math()


def test_lines_are_even_and_a_no_break_space_holds():
    assert charts.wrapped("one two", 12) == ["one two"]
    lines = charts.wrapped("Trade between the two grew by a quarter to reach $20\N{NO-BREAK SPACE}billion", 18)
    assert len(lines) == 2
    assert any("$20\N{NO-BREAK SPACE}billion" in line for line in lines)


@pytest.mark.parametrize(
    ("sources", "note"),
    [(("a",), "Source: a"), (("a", "b", "a", ""), "Sources: a; b")],
)
def test_source_note(sources, note):
    assert charts.source_note(*sources) == note


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana", "Ana"),
        ("Ministry of Trade and Industry of the Republic of Fiji", "Ministry of Trade and\nIndustry of the …"),
    ],
)
def test_labels(name, shown):
    assert charts.label(name) == shown


def test_shown_pictures_carry_their_alt_text(monkeypatch):
    shown = []
    monkeypatch.setattr(charts, "display", lambda data, **how: shown.append((data, how)))
    charts.show(*charts_article.spoken(ARTICLE, PAIR))
    charts.show(*charts_article.spoken(NUL, EMPTY))
    (data, how), (nothing, _) = shown
    assert data["text/plain"] == how["metadata"]["image/png"]["alt"]
    assert "50 in 2 quotations" in data["text/plain"]
    assert "image/png" in data
    assert list(nothing) == ["text/plain"]


def test_partial_quotes_of_nobody_known_do_not_break_the_title():
    record = Record(id="a", quotes=(Quote(text="", speaker=None),))
    assert charts_article.spoken(ARTICLE, record).figure is not None
