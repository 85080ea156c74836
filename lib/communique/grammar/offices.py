"""The vocabulary of offices: nouns of office, portfolios, forms of address, from `data/words/titles.toml`."""

from functools import lru_cache

from communique import words as tables

_TABLE = tables.table("titles")
OFFICES = frozenset(_TABLE["offices"])
RELATIONS = frozenset(_TABLE["relations"]["words"])
COUNTERPARTS = frozenset(_TABLE["relations"]["roles"])
PEERS = frozenset(_TABLE["relations"]["peers"])
INITIALS = frozenset(_TABLE["initials"])
SHORT: dict[str, str] = _TABLE["short"]
PORTFOLIO = frozenset(_TABLE["portfolio"]["words"])
ADDRESS = frozenset(_TABLE["address"]["words"])
RANKS = frozenset(_TABLE["address"]["ranks"])
SPEECH = frozenset(_TABLE["speech"]["words"])
RECEIVING = frozenset(_TABLE["speech"]["objects"])
BEFORE = frozenset(_TABLE["before"]["words"])
INSTITUTIONS = frozenset(word for kind in tables.table("organisations")["heads"].values() for word in kind)
FORMS = frozenset(tables.table("organisations")["legal"]["forms"])
_PLURALS: dict[str, str] = _TABLE["plurals"]
# Every word that `noun_of` knows but for those with a hyphen, which have no end.
NOUNS = OFFICES.union(RELATIONS, COUNTERPARTS, _PLURALS, (f"{word}s" for word in OFFICES | COUNTERPARTS))


@lru_cache(maxsize=8192)
def noun_of(word: str) -> tuple[str | None, bool]:
    """The singular noun of the office or relation that the word (its key) is, and whether it stands in the plural.

    >>> noun_of("spokesmen"), noun_of("vice-president"), noun_of("table")
    (('spokesman', True), ('vice-president', False), (None, False))
    """
    if word in OFFICES or word in RELATIONS or word in COUNTERPARTS:
        return word, False
    if word in _PLURALS:
        return _PLURALS[word], True
    if word.endswith("s") and (word[:-1] in OFFICES or word[:-1] in COUNTERPARTS):
        return word[:-1], True
    if word.endswith(("-designate", "-elect")):
        return noun_of(word.rsplit("-", 1)[0])
    if "-" in word and (word.split("-", maxsplit=1)[0] in OFFICES or word.rsplit("-", 1)[1] in OFFICES):
        return word, False
    return None, False
