"""The record of an article: frozen structures whose JSON is the contract of the project.

Every offset is a position in `Article.text`, half open: `text[start:end]` is exactly the item's words.
Every item carries `rule`, the name of the rule that found it.
"""

from typing import NamedTuple

import msgspec

# What stands where no code was given; a coder who decides so has coded.
UNCLASSIFIED = "unclassified"


class Span(NamedTuple):
    """`[start, end)` in the article's text."""

    start: int
    end: int


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article as read from a file: its text unchanged, where its parts are, and what to know of the reading."""

    id: str
    text: str
    date: str | None = None
    dateline: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    encoding: str = "utf-8"
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What kind of meeting the article reports: the two sides (ISO 3166 alpha-3, host first) and the visit."""

    countries: tuple[str, ...] = ()
    visit_type: str | None = None
    rule: str = ""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A named person: the fullest form of the name, the role as printed nearest to it."""

    name: str
    role: str | None = None
    country: str | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """A company, institution or medium, with every place where it is named."""

    name: str
    kind: str | None = None
    country: str | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words in quotation marks that somebody is reported to have said; `pieces` are the contiguous parts."""

    text: str
    speaker: str | None = None
    cue: str | None = None
    pieces: tuple[Span, ...] = ()
    kind: str = "full"
    rule: str = ""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its object: what it measures, in which unit, for which period."""

    text: str
    span: Span
    value: float | tuple[float, float]
    unit: str
    measure: str = "other"
    period: str | None = None
    qualifier: str | None = None
    rule: str = ""


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a document, as printed."""

    name: str
    kind: str | None = None
    country: str | None = None
    span: Span | None = None


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Why a code was given: the dimension, the code, how sure, the rule, the words and where they stand."""

    dimension: str
    code: str | None = None
    confidence: str = UNCLASSIFIED
    rule: str = ""
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    runner_up: str | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A signed or planned document: its words, its parties, and the codes given to it with their evidence."""

    text: str
    span: Span
    instrument: str
    legal_character: str | None = None
    parties: tuple[Party, ...] = ()
    topic: str | None = None
    cap_topic: str | None = None
    status: str = "signed"
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


class BasisVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict against one statistical basis, with the ids of the reference rows it rests on."""

    basis: str
    verdict: str
    reason: str
    rows: tuple[str, ...] = ()


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that statistics can speak to, and what they say."""

    text: str
    span: Span
    kind: str
    verdict: str
    reason: str
    by_basis: tuple[BasisVerdict, ...] = ()


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody changed by hand: the item as `kind@start`, the action (set, add, drop), why, and who."""

    item: str
    action: str
    reason: str
    by: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything taken out of one article."""

    id: str
    date: str | None = None
    dateline: str | None = None
    countries: tuple[str, ...] = ()
    visit_type: str | None = None
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def sides(self) -> tuple[str | None, str | None]:
        """The first two countries (alpha-3), the host first where known; None where the article does not say."""
        host, guest = (*self.countries, None, None)[:2]
        return host, guest


def to_json(record: Record) -> str:
    """The record as one line of JSON, keys in the order of the contract, text unescaped."""
    return msgspec.json.encode(record).decode()
