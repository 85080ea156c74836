"""What is shown for review: the least sure first, why, and where something may be missing."""

import time

import msgspec
import pytest

from communique import article, corrections, paths, pipeline, review
from communique.record import (
    Claim,
    Correction,
    Document,
    Evidence,
    Figure,
    Organisation,
    Party,
    Person,
    Quote,
    Record,
    Span,
)

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
    assert shown[2].split() == ["item", "sure", "found", "=", "taken", "for", "(rule)", "?", "doubts"]
    assert sum("@" in line for line in shown[2:]) == 4
    assert "(a rule with a rather long name)" in " ".join(" ".join(shown).split())


def test_an_article_in_which_nothing_was_found_says_so():
    shown = review.text(article.from_text("Nothing."), Record(id="a"))
    assert shown == "article@0: no date, no dateline; no sides; no kind of visit\n\nnothing was found"


def test_the_head_says_when_where_who_and_what_was_corrected():
    done = (
        Correction(item="person@3", action="drop", reason="a firm", by="AB"),
        Correction(item="figure@9", action="set", reason="x", by="CD"),
    )
    record = Record(id="a", date="2031-05-03", dateline="SUVA", countries=("FJI", "TON"), visit_type="working")
    shown = review.text(article.from_text("Nothing."), msgspec.structs.replace(record, corrections=done))
    assert shown.splitlines()[:3] == [
        "article@0: 3 May 2031, SUVA; Fiji and Tonga; working visit",
        "2 items were corrected by hand: 1 changed and 1 dropped (AB and CD).",
        "person@3 was dropped (AB): a firm",
    ]


@pytest.mark.parametrize(
    ("fields", "taken"),
    [
        (person("Ana Paz", "Ana Paz", role="Prime  Minister"), "Prime Minister, PER"),
        (person("Ana Paz", "Ana Paz", role=None, country=None), "no role"),
        ({"organisations": bodies("Tin Co")}, "company"),
        (quote("We sell", kind="partial"), "said by Ana Paz, partial"),
        (quote("We sell", speaker=None), "nobody's words, full"),
        (figure(measure="exports", period="2030", qualifier="approx"), "$3 billion, exports, 2030, approx"),
        ({"figures": (Figure(text="x", span=at("Tin"), value=3, unit="rank", measure="rank"),)}, "place 3, rank"),
        (
            {"figures": (Figure(text="x", span=at("Tin"), value=(2e6, 3e6), unit="INR"),)},
            "INR 2 million to INR 3 million, other",
        ),
        (paper(legal_character="binding", status="planned"), "agreement, Energy, binding, planned"),
        (
            paper(cap_topic=None, parties=(Party(name="Tin Co", kind="company"), Party(name="Ore"))),
            "agreement, no topic, signed; between Tin Co (company); Ore (no kind)",
        ),
    ],
)
def test_what_an_item_was_taken_for(fields, taken):
    found = review.lines(article.from_text(TEXT), Record(id="a", **fields))
    assert taken in [line.taken for line in found]


@pytest.mark.parametrize("width", [60, 80])
def test_a_gap_is_shown_around_what_is_telling_in_it(width):
    text = (
        "They met " + "and met again " * 20 + "to buy 7 ships " + "and went away " * 20 + "at last. They sold 5 of it."
    )
    shown = review.text(article.from_text(text), Record(id="a"), width).splitlines()
    far, near = shown[-2:]
    assert far.startswith("  0       … ")
    assert "to buy 7 ships" in far
    assert far.endswith(" …")
    assert near.endswith("They sold 5 of it.")
    assert max(map(len, shown)) <= width


def uncommented(drafts):
    """The drafts with "# " taken from every line but those of their head."""
    entries = drafts.splitlines()[3:]
    return "\n".join("" if line == "#" else line.removeprefix("# ") for line in entries)


LISTS = ("people", "organisations", "quotes", "figures", "documents")
STORIES = sorted(paths.PRACTICE.glob("*.txt")) + sorted(paths.SEEDS.glob("*.txt"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem[:12])
def test_drafts_fit_their_article_and_change_nothing_but_whose_it_is(path):
    story = article.read(path)
    record = pipeline.coded(story)
    toml = uncommented(review.drafts(story, record))
    unsure = [line.item for line in review.lines(story, record) if line.doubts][:12]
    corrected = corrections.apply_bytes(story, record, toml.encode(), "drafts")
    whole = len(record.countries) == 2 and record.date
    assert [done.item for done in corrected.corrections] == [*([] if whole else ["article@0"]), *unsure]
    assert msgspec.structs.replace(corrected, corrections=(), **dict.fromkeys(LISTS, ())) == msgspec.structs.replace(
        record, **dict.fromkeys(LISTS, ())
    )
    for name in LISTS:
        for before, after in zip(
            *(sorted(getattr(one, name), key=corrections.start) for one in (record, corrected)), strict=True
        ):
            mine = {"rule": before.rule} | ({"evidence": before.evidence} if name == "documents" else {})
            assert msgspec.structs.replace(after, **mine) == before


def test_drafts_hold_any_words():
    text = 'A pact on "rail\\ \t\x7f and\nmore and more and more and more was signed.'
    paper = Document(text=" ".join(text[:50].split()), span=Span(0, 50), instrument="agreement", rule="x")
    person = Person(name=text[10:22], spans=(Span(10, 22),), rule="x")
    story, record = article.from_text(text), Record(id="a", documents=(paper,), people=(person,))
    toml = uncommented(review.drafts(story, record))
    corrected = corrections.apply_bytes(story, record, toml.encode(), "drafts")
    assert {done.item for done in corrected.corrections} == {"article@0", "document@0", "person@10"}
    assert corrected.people[0].name == person.name


def test_without_doubts_there_are_no_drafts():
    head = {"date": "2031-05-03", "countries": ("FJI", "TON")}
    record = Record(id="a", **head, **figure(measure="exports", period="2030"))
    assert review.drafts(article.from_text(TEXT), record) == ""
    assert "# # article@0: no dateline; no visit_type; not two sides\n" in review.drafts(
        article.from_text(TEXT), msgspec.structs.replace(record, countries=("FJI",))
    )


@pytest.mark.parametrize("unit", ["“", '"', "“a ", "7 ", "A. 7. ", "and "])
def test_long_texts_take_linear_time(unit):
    read = article.from_text(unit * (300_000 // len(unit)))
    began = time.perf_counter()
    review.gaps(read, Record(id="a"))
    assert time.perf_counter() - began < 5
