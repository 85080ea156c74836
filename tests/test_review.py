"""What is shown for review: the least sure first, why, and where something may be missing."""

import time

import msgspec
import pytest

from communique import article, pipeline, review
from communique.record import Claim, Document, Evidence, Figure, Organisation, Party, Person, Quote, Record, Span

TEXT = (
    "Paz flew in. Ana Paz met Tin Co and Ore Ltd. She said: “We sell 5% of it.” Trade was $3 billion. "
    "A pact on rail was signed by Gas Board and Oil Board, with 7 trains and “a word that somebody quoted at length”. "
    "On 3 May 2031 they left."
)


KINDS = {"people": "person", "quotes": "quote", "figures": "figure", "documents": "document"}


def at(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def bodies(*names):
    return tuple(Organisation(name=name, kind="company", spans=(at(name),)) for name in names)


def topic(confidence, runner_up=None):
    return (Evidence(dimension="topic", code="Energy", confidence=confidence, runner_up=runner_up),)


def paper(**fields):
    known = {"text": "A pact on rail was signed", "instrument": "agreement", "cap_topic": "Energy"}
    return {"documents": (Document(span=at("A pact on rail"), **known | fields),)}


def figure(**fields):
    return {"figures": (Figure(text="$3 billion", span=at("$3 billion"), value=3e9, unit="USD", **fields),)}


def person(name, words, **fields):
    return {"people": (Person(name=name, spans=(at(words),), **{"role": "Minister", "country": "PER"} | fields),)}


def quote(words, **fields):
    known = {"people": person("Ana Paz", "Ana Paz")["people"], "speaker": "Ana Paz"} | fields
    people = known.pop("people")
    return {"people": people, "quotes": (Quote(text=words, pieces=(at(words),), **known),)}


@pytest.mark.parametrize(
    ("fields", "doubts"),
    [
        (person("Ana Paz", "Ana Paz"), ()),
        (person("Ana Paz", "Ana Paz", role=None, country=None), ("no role", "side not known")),
        (person("Ana Paz", "Paz flew"), ("first named in short",)),
        (person("Paz", "Paz"), ("one name only",)),
        (quote("We sell 5% of it."), ()),
        (quote("We sell 5% of it.", speaker=None), ("no speaker",)),
        (quote("We sell 5% of it.", speaker="a minister"), ("speaker: a minister",)),
        (quote("We sell", kind="partial"), ("partial", "few words")),
        (figure(measure="exports", period="2030"), ()),
        (figure(measure="exports"), ("exports without a period",)),
        (figure(measure="document_count"), ()),
        (figure(measure="other"), ("measures nothing known",)),
        (paper(), ()),
        (paper(cap_topic=None), ("no topic",)),
        (paper(evidence=topic("inferred", "Health")), ("topic inferred: Energy", "or Health")),
        (paper(evidence=topic("stated")), ()),
        (paper(evidence=(Evidence(dimension="legal character", confidence="inferred"),)), ()),
        (paper(text="A pact"), ("title only",)),
        (paper(instrument="other", status="planned"), ("instrument unknown", "planned")),
        (paper(parties=(Party(name="Tin Co", kind="unknown"),)), ("kind of a party unknown",)),
        (paper(rule="by hand (AB): seen", cap_topic=None), ()),
    ],
)
def test_what_speaks_for_a_look(fields, doubts):
    found = review.lines(article.from_text(TEXT), Record(id="a", **fields))
    kind = KINDS[list(fields)[-1]]
    assert [line.doubts for line in found if line.item.startswith(kind)] == [doubts]
    assert all((line.confidence == 1.0) == (not line.doubts) for line in found)


def test_a_figure_that_statistics_contradict_is_looked_at():
    record = Record(id="a", **figure(measure="exports", period="2030"))
    claim = Claim(text="", span=at("$3 billion"), kind="level", verdict="inconsistent", reason="")
    assert review.lines(article.from_text(TEXT), msgspec.structs.replace(record, claims=(claim,)))[0].doubts == (
        "statistics say otherwise",
    )


PAIR = (Party(name="Gas Board", kind="company", span=at("Gas Board")),)
PAIR += (Party(name="Oil Board", kind="company", span=at("Oil Board")),)
ONE_OR_TWO = "“and” beside it: one name or two?"


@pytest.mark.parametrize(
    ("names", "parties", "doubted"),
    [
        (("Tin Co", "Ore Ltd"), (), 2),
        (("Gas Board", "Oil Board"), (), 2),
        (("Gas Board", "Oil Board"), PAIR, 0),
        (("Gas Board", "Oil Board"), (*PAIR, Party(name="Tin Co", kind="company", span=at("Tin Co"))), 2),
        (("Tin Co", "Oil Board"), (), 0),
    ],
)
def test_names_joined_by_and_may_be_one(names, parties, doubted):
    record = Record(id="a", organisations=bodies(*names), **paper(parties=parties))
    found = review.lines(article.from_text(TEXT), record)
    assert sum(ONE_OR_TWO in line.doubts for line in found) == doubted


def test_the_end_of_a_list_is_no_name_with_and():
    text = "They met Tin Co, Ore Ltd and Gas Board."
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in ("Tin Co", "Ore Ltd", "Gas Board")]
    organisations = tuple(Organisation(name="x y", kind="company", spans=(span,)) for span in spans)
    found = review.lines(article.from_text(text), Record(id="a", organisations=organisations))
    assert [line.doubts for line in found] == [(), (), ()]


def test_the_least_sure_comes_first_and_equals_by_place():
    record = Record(id="a", **person("Paz", "Paz"), **figure(measure="other"), **paper(cap_topic=None))
    found = review.lines(article.from_text(TEXT), record)
    place = TEXT.index("$3 billion")
    assert [line.item for line in found] == [f"document@{TEXT.index('A pact')}", "person@0", f"figure@{place}"]


def test_sentences_of_which_nothing_was_made_are_gaps():
    read = article.from_text(TEXT)
    words = [gap.words.split()[0] for gap in review.gaps(read, Record(id="a"))]
    assert words == ["She", "Trade", "A"], "the last has a date, the first two neither number nor quotation"
    record = Record(id="a", **quote("We sell 5% of it."), **figure())
    assert [gap.start for gap in review.gaps(read, record)] == [TEXT.index("A pact")]


def test_a_quotation_over_several_sentences_leaves_no_gap_within():
    text = "He said: “We sold 5 ships. Then we sold 7 more. That was all.” They sold 9."
    start = text.index("We")
    record = Record(id="a", quotes=(Quote(text="", pieces=(Span(start, text.index("”")),)),))
    assert [gap.words for gap in review.gaps(article.from_text(text), record)] == ["They sold 9."]


def test_documents_that_are_counted_but_not_found_are_told():
    text = "SUVA – Fiji and Tonga signed nine agreements, among them an agreement on extradition."
    read = article.from_text(text)
    assert "The article counts 9 documents; 1 was found." in review.text(read, pipeline.record(read))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_the_table_keeps_to_the_width(width):
    parties = tuple(Party(name=name, kind="unknown") for name in ("a", "b"))
    record = Record(
        id="a",
        organisations=bodies("Tin Co", "Ore Ltd"),
        **figure(measure="other", rule="a rule with a rather long name"),
        **paper(text="pact " * 60, parties=parties, cap_topic=None, rule="another rule with a long name"),
    )
    shown = review.text(article.from_text(TEXT), record, width).splitlines()
    assert max(map(len, shown)) <= width
    assert shown[0].split() == ["item", "sure", "words", "doubts", "(rule)"]
    assert sum("@" in line for line in shown) == 4


def test_an_article_in_which_nothing_was_found_says_so():
    assert review.text(article.from_text("Nothing."), Record(id="a")) == "nothing was found"


@pytest.mark.parametrize("unit", ["“", '"', "“a ", "7 ", "A. 7. ", "and "])
def test_long_texts_take_linear_time(unit):
    read = article.from_text(unit * (300_000 // len(unit)))
    began = time.perf_counter()
    review.gaps(read, Record(id="a"))
    assert time.perf_counter() - began < 5
