"""Whether a phrase names a document of its own: no bare count, no mention of one named before."""

import re

from communique import words
from communique.extract.documents import merging, parties, party_names, signing
from communique.extract.documents.chains import Chain, Title
from communique.extract.documents.phrases import Phrase
from communique.grammar import countries
from communique.record import Party

DEFINITE = ("the", "this", "that", "their", "its")
# The rule of documents that the text quotes from.
QUOTED = "quoted from"
_NUMBERS = frozenset(words.table("documents")["numbers"])
_ANY_NAME = frozenset(words.table("documents")["merging"]["loose"]) | {"document"}
_ANY_NOUN = frozenset(words.table("documents")["merging"]["loose"]) | {
    "contract",
    "treaty",
    "memorandum",
    "programme",
    "program",
    "document",
    "plan",
}
_ORDINALS = {"first": 0, "second": 1, "third": 2}
_NONE = ("such", "any", "no", "each")
_YEAR = re.compile(r"(?<!to the )(?<!of the )(?:19|20)\d\d\s")
# What only says how a document is, with a noun for any.
_AS_BEFORE = re.compile(
    r"(?:(?:[\w-]+-(?:year|article|page|point|month)|\d+\s+years?\s+old|new|landmark|historic|renewed|signed)\s+)+[a-z]+"
)
_BESIDE = re.compile(r"(?:In\s+addition\s+to|Besides|Apart\s+from|Beyond)\s+the\s+\Z")
# "contracts | with Alfa Works for the construction of a port"
_WITH_FOR = re.compile(r"\s+with\s+(?:the\s+)?[A-Z][^,;]{2,80}?\s+(?:for|to)\s+(?:the\s+)?[a-z]")
# "the government's | reform programme", "a Lome-led | programme"; two owners may have signed theirs
_OWNED = re.compile(r"(?!.*\band\s).*(?:\w['’]s\s|-led\s)", re.DOTALL)
# "read | a communiqué issued by the ministry"
_READS = re.compile(r"\b(?:reads?|said|says|added|stated|noted|according\s+to)\s+(?:an?\s+|the\s+)?\Z")
# What says on no document what it is on, or between whom: "a bilateral deal".
_VAGUE = frozenset(words.table("documents")["merging"]["vague"])
_WITH_ONLY = re.compile(r"\s+with\s(?:(?!\s(?:on|for|to)\s)[^,;])+")
# How many sentences back the document stands that "the deal" means.
_CLOSE = 3
_IN_A = re.compile(r"\b(?:in|as\s+part\s+of)\s+an?\s+\Z")


def is_named(
    text: str,
    chain: Chain,
    title: Title,
    reading: signing.Reading,
    before: list[merging.Found],
    found: tuple[Party, ...],
) -> bool:
    """Whether the phrase names one document: not a bare count, and not only "the agreement"."""
    phrase = title.phrase
    if phrase.plural:
        return _is_private(text, title, found) or (len(chain.titles) > 1 and phrase.article not in _NUMBERS)
    if title.end == phrase.end and phrase.article in DEFINITE and not phrase.modified:
        any_name = text[phrase.start : phrase.end].lower() in _ANY_NAME
        any_name = any_name or (bool(before) and _is_loose(before[-1], chain))
        known = any(any_name or one.document.instrument == phrase.code for one in before[-60:])
        joint = reading.rule == QUOTED and text[phrase.start : phrase.end].lower().startswith("joint")
        return phrase.article == "the" and not known and (reading.direct or joint)
    if phrase.article in _NONE or _is_of_one(text, title, found) or _says_nothing(text, title, reading, found):
        return False
    return not _is_again(text, chain, title, reading, before)


def _is_of_one(text: str, title: Title, found: tuple[Party, ...]) -> bool:
    """Whether a plan belongs to one owner, who concludes nothing by it: "the government's reform programme"."""
    phrase = title.phrase
    plan = phrase.code in ("programme", "roadmap") and not found
    return plan and _OWNED.match(text, phrase.start, phrase.head) is not None


def _says_nothing(text: str, title: Title, reading: signing.Reading, found: tuple[Party, ...]) -> bool:
    """Whether a name is a noun for any document that no verb says was signed, and no party is known, or a communiqué
    that is only quoted from.
    """
    phrase = title.phrase
    if found or phrase.elliptic or title.end > phrase.end:
        return False
    if phrase.code == "joint statement":
        alone = text.startswith("communiqu", phrase.start)
        return alone and _READS.search(text, max(0, phrase.start - 20), phrase.start) is not None
    if reading.status == "signed" and "verb of signing" in reading.rule:
        return False
    *said, noun = text[phrase.start : phrase.end].lower().split()
    return noun in _ANY_NOUN and _VAGUE.issuperset(said)


def is_told_again(text: str, chain: Chain, title: Title, before: list[merging.Found], opened: int) -> bool:
    """Whether an ordinal means one of the documents that the two sentences before named: "The first agreement aims";
    `opened` is the unit where several were last counted.
    """
    if not title.phrase.elliptic:
        return False
    place = _ORDINALS.get(text[title.phrase.start : title.phrase.end].lower().split(maxsplit=1)[0])
    named = [one for one in before[-8:] if one.place[0] >= max(opened, chain.unit - 2) and one.place[0] < chain.unit]
    names = [one for one in named if one.document.text.lower().split(maxsplit=1)[0] not in _ORDINALS]
    return place is not None and place < len(names) == len(named) and len(names) > 1


def _is_again(text: str, chain: Chain, title: Title, reading: signing.Reading, before: list[merging.Found]) -> bool:
    """Whether a phrase means a document named before, or one of another year: "The 2015 agreement includes mills"."""
    phrase = title.phrase
    listed = reading.status == "signed" and not reading.direct
    if phrase.article == "the" and listed and _YEAR.match(text, phrase.start):
        return True
    if not before:
        return False
    if phrase.article == "the" and _AS_BEFORE.fullmatch(text, phrase.start, title.end):
        return True  # "The eight-year deal was signed in Lome"
    if (
        phrase.article == "the"
        and _is_loose_name(text, title)
        and _BESIDE.search(text, phrase.start - 20, phrase.start)
    ):
        return True  # "In addition to the ferry deal, …"
    back = chain.unit - before[-1].place[0]
    if (_with_again(text, title) and back <= _CLOSE) or (_in_a_deal(text, phrase) and back == 0):
        return True  # "He said he signed the deal with the ministry", "signed an MoU, in a deal that will help"
    known = phrase.article in ("this", "that") and not phrase.modified
    return known and any(one.document.instrument == phrase.code for one in before[-60:])


def _with_again(text: str, title: Title) -> bool:
    """Whether "the deal", of which only the partner is told, means the one before."""
    phrase = title.phrase
    loose = phrase.article == "the" and text[phrase.start : phrase.end].lower() in _ANY_NAME
    return loose and _WITH_ONLY.fullmatch(text, phrase.end, title.end) is not None


def _in_a_deal(text: str, phrase: Phrase) -> bool:
    """Whether the words only say again what was signed: "in a deal", "as part of a pact"."""
    loose = text[phrase.start : phrase.end].lower().endswith(tuple(_ANY_NAME))
    return (
        loose
        and phrase.article in ("a", "an")
        and _IN_A.search(text, max(0, phrase.start - 24), phrase.start) is not None
    )


def _is_loose_name(text: str, title: Title) -> bool:
    """Whether a name ends with a noun for any document: "ferry deal"."""
    return text[title.phrase.start : title.end].rsplit(maxsplit=1)[-1].lower() in _ANY_NAME


def _is_loose(last: merging.Found, chain: Chain) -> bool:
    """Whether the sentence before, or this one, calls a document by a noun for any: "a pact … the memorandum"."""
    return chain.unit - last.place[0] <= 1 and last.document.text.split()[-1].lower() in _ANY_NAME


def _is_state(party: Party) -> bool:
    return countries.code_of(party.name) is not None


def _is_private(text: str, title: Title, found: tuple[Party, ...]) -> bool:
    """Whether several documents count as one: those of two companies that are named, "A and B signed contracts"."""
    counted = title.phrase.article in _NUMBERS or text[title.phrase.start].isdigit()  # "13 agreements with Chad"
    if counted and not parties.in_title(text, title.phrase.end, title.end):
        return False
    if title.phrase.code == "contract" and _WITH_FOR.match(text, title.phrase.end, title.end):
        return any(one.span and one.span.start > title.phrase.end and not _is_state(one) for one in found)
    states = (countries.code_of(one.name) or one.name.islower() or party_names.is_anybody(one) for one in found)
    return len(found) > 1 and not any(states)
