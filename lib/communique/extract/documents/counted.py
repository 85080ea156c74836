"""Documents named one by one behind their count: "They signed three MoUs. The MoU on tea opens …"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from communique.extract.documents import merging, signing
from communique.extract.documents.chains import Chain, Context
from communique.extract.documents.phrases import Phrase

# How many sentences behind the count one of them is told of.
_REACH = 6
# What stands before the name in its sentence.
_OPENS = re.compile(r"(?:(?:under|in|by|through|with|meanwhile,|separately,)\s+)?the\s+")
_TOPIC = re.compile(r"\s+(?:on|for|in\s+the\s+(?:field|area|sphere)s?\s+of|concerning|regarding|about|between)\s")
# "signed an agreement | and a letter of intent |."
_BARE = re.compile(r"\s+(?:and|during|at)\b|[,.;]|\Z")
# "signed several | documents"
_DOCUMENTS = re.compile(r"\bdocuments\b")
# "the 2019 | agreement", "the Paris | Agreement"
_OWN = re.compile(r"[A-Z\d]")
# "The agreement on borders | has yet to be signed"
_NOT_SIGNED = re.compile(
    r",?\s+(?:remains?|(?:is|are)\s+(?:still|not|yet)|ha(?:s|d|ve)\s+(?:yet|not|never|long)|never|no\s+longer)\b"
)


class Count(NamedTuple):
    """Where documents were counted that were signed: the number of the unit, the instruments."""

    unit: int
    codes: frozenset[str]


def count(story: Context, number: int, phrases: Sequence[Phrase]) -> Count | None:
    """The count of documents that a unit says were signed, or None: "signed two agreements and a letter of intent"."""
    codes = frozenset(phrase.code for phrase in phrases if phrase.plural or _BARE.match(story.text, phrase.end))
    unit = story.units[number]
    signed = codes and signing.statement(story.lowered, unit.start, unit.end) == "signed"
    return Count(number, codes) if signed else None


def reading(story: Context, chain: Chain, last: Count | None) -> signing.Reading:
    """That a document is one of those counted before; NOTHING for one that has a name or a year of its own, or that
    is said not to be signed.
    """
    phrase, end = chain.titles[0].phrase, chain.titles[0].end
    known = phrase.article == "the" and not phrase.plural and not _OWN.search(story.text, phrase.start, phrase.head)
    opens = known and _OPENS.fullmatch(story.lowered, story.units[chain.unit].start, phrase.start)
    named = opens and _TOPIC.match(story.text, phrase.end, end) and not _NOT_SIGNED.match(story.text, end)
    if named and (_is_counted(chain, phrase, last) or _after_documents(story, chain.unit)):
        return signing.Reading("signed", merging.COUNTED)
    return signing.NOTHING


def _is_counted(chain: Chain, phrase: Phrase, last: Count | None) -> bool:
    """Whether the last count is near and of the document's instrument; "agreements" may be any."""
    near = last is not None and last.unit < chain.unit <= last.unit + _REACH
    return near and last is not None and not last.codes.isdisjoint((phrase.code, "agreement"))


def _after_documents(story: Context, number: int) -> bool:
    """Whether a sentence not far before says that documents, without their instruments, were signed."""
    near = story.units[max(0, number - _REACH) : number]
    told = (unit for unit in near if _DOCUMENTS.search(story.lowered, unit.start, unit.end))
    return any(signing.statement(story.lowered, unit.start, unit.end) == "signed" for unit in told)
