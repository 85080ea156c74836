"""Mentions of documents that are one document, and those that are not."""

import pytest

from communique.extract.documents import merging
from communique.record import Document, Party, Span


def party(name, country=None):
    return Party(name=name, kind="", country=country, span=None)


def mention(name, unit, parties=(), **more):
    """A mention in its unit; the units of an article follow one another, 1,000 characters each."""
    start = more.pop("start", 1000 * unit)
    document = Document(
        text=name,
        span=Span(start, start + len(name)),
        instrument=more.pop("instrument", "agreement"),
        parties=tuple(one if isinstance(one, Party) else party(one) for one in parties),
        topic="",
        status="signed",
        rule=more.pop("rule", "object of a verb of signing"),
    )
    more = {"headline": False, "definite": False, **more}
    return merging.Found(document, (unit, start), **more)


def merged(*found):
    return [(one.text, [each.name for each in one.parties]) for one in merging.merge(list(found))]


def names(*found):
    return [name for name, _ in merged(*found)]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        # "the agreement" is the one named before
        (mention("agreement on tea", 1), mention("agreement", 2, definite=True), ["agreement on tea"]),
        (mention("agreement on tea", 1), mention("agreement on tea", 2), ["agreement on tea"]),
        # the lead may leave out what the next sentence says
        (mention("agreement", 1), mention("agreement on tea", 2), ["agreement on tea"]),
        (mention("partnership accord", 1), mention("Partnership Accord on Seas", 2, definite=True), None),
        # "the 17-article agreement" only says how it is
        (mention("agreement", 1), mention("17-article agreement", 2, definite=True), ["agreement"]),
        # one whose count or instrument alone was told before
        (
            mention("letter", 3, ["Chad", "Togo"]),
            mention("letter on tea", 4, definite=True, rule=merging.COUNTED),
            ["letter on tea"],
        ),
    ],
)
def test_one_document(first, second, kept):
    assert names(first, second) == (kept or [second.document.text])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (mention("agreement on tea", 1), mention("agreement on oats", 2)),
        (mention("agreement on tea", 1), mention("agreement on tea", 2, instrument="treaty")),
        # beside each other in one sentence, but not where one has "the"
        (mention("agreement on tea", 1), mention("agreement on tea", 1, start=1200)),
        (mention("second memorandum", 1), mention("third memorandum", 2)),
        (mention("agreement on tea", 1), mention("agreement on tea", 2, another=True)),
        # items of lists that share most of their words
        (
            mention("agreement on tea mills and oats", 1, rule=merging.LISTED),
            mention("agreement on tea mills", 2, rule=merging.LISTED),
        ),
        # those of the same bodies on different things, of other bodies on the same
        (
            mention("agreement between Alfa and Beta on tea", 1, ["Alfa", "Beta"]),
            mention("agreement between Alfa and Beta on oats", 2, ["Alfa", "Beta"]),
        ),
        (mention("agreement on tea", 1, ["Alfa", "Beta"]), mention("agreement on tea", 2, ["Gama", "Beta"])),
        # a country is none of its companies
        (mention("agreement on tea", 1, ["Chad"]), mention("agreement on tea", 2, [party("Alfa Ltd", "TCD")])),
        # known by its parties, not by what comes later
        (mention("agreement", 1, ["Alfa", "Beta"]), mention("agreement on tea", 2)),
        (mention("agreement", 2), mention("agreement on tea", 3)),
    ],
)
def test_two_documents(first, second):
    assert names(first, second) == [first.document.text, second.document.text]


def test_that_of_a_ministry_is_its_country_s():
    ministry = party("Ministry of Trade", "TCD")
    one = merged(mention("agreement on tea", 1, ["Chad"]), mention("agreement on tea", 2, [ministry, "Tea Board"]))
    assert one == [("agreement on tea", ["Ministry of Trade", "Tea Board"])]


def test_a_name_without_parties_takes_those_of_the_other():
    found = (mention("agreement on tea", 1), mention("agreement", 2, ["Alfa", "Beta"], definite=True))
    assert merged(*found) == [("agreement on tea", ["Alfa", "Beta"])]


def test_items_of_lists_that_the_text_takes_up():
    first = mention("agreement on tea mills and oats", 1, rule=merging.LISTED)
    again = mention("agreement on tea mills", 2, rule=merging.LISTED, definite=True)
    assert names(first, again) == ["agreement on tea mills and oats"]


@pytest.mark.parametrize(
    ("headline", "body", "kept"),
    [
        ("trade deal", ("agreement on trade", "agreement"), ["agreement on trade"]),
        ("tea treaty", ("memorandum on sport", "memorandum"), ["tea treaty", "memorandum on sport"]),
        ("oats and tea treaty", ("memorandum on tea", "memorandum"), ["memorandum on tea"]),
        ("rail, oats and tea treaty", ("memorandum on tea, sport and fish", "memorandum"), None),
    ],
)
def test_a_headline_announces_what_the_text_names(headline, body, kept):
    kind = headline.rsplit(" ", 1)[-1]
    above = mention(headline, 0, ["Chad"], headline=True, instrument="contract" if kind == "deal" else kind)
    below = mention(body[0], 1, instrument=body[1])
    assert merged(above, below)[-1] == (body[0], [])
    assert names(above, below) == (kept or [headline, body[0]])


def test_a_document_is_not_looked_for_behind_sixty_others():
    found = [mention("agreement on tea", 2)]
    found += [mention(f"treaty on thing{number}", 3 + number, instrument="treaty") for number in range(60)]
    assert len(merging.merge([*found, mention("agreement on tea", 90)])) == 62
    assert len(merging.merge([*found[:60], mention("agreement on tea", 90)])) == 60
