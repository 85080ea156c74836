"""What stands right beside the name of a person without a title: a rank in small letters, what only persons have."""

from collections.abc import Iterator, Mapping

from communique import words as tables
from communique.grammar import bearers, institutions, offices
from communique.grammar.countries import code_of
from communique.grammar.names import Words
from communique.grammar.persons import Candidate

_OWNED = frozenset(tables.table("titles")["speech"]["owned"])
_CHOOSING = frozenset({"election", "re-election", "appointment", "nomination", "inauguration"})
_NO_RANK_ALONE = frozenset({"major", "general", "field", "gov", "rep", "marshal"})


def small_rank(words: Words, first: int) -> str | None:
    """The rank in small letters right before word `first`: "lieutenant general Eva Ros"; else None."""
    k = first
    while k and words.joined[k] and words.key[k - 1] in offices.RANKS and not words.capital[k - 1]:
        k -= 1
    alone = k + 1 == first and words.key[k] in _NO_RANK_ALONE  # "a major Boeing deal"
    return None if k == first or alone else words.phrase(k, first)


def owns(words: Words, first: int, last: int) -> bool:
    """Whether what only a person has is said to be the one's named so; no place, and nothing that is built."""
    owned = words.key[last] if last < len(words.text) and words.possessive(last - 1) else ""
    if owned not in _OWNED or words.capital[last] or words.key[last - 1] in institutions.NO_HEADS:
        return False
    return code_of(words.phrase(first, last)) is None


def owner(words: Words, i: int, lands: Mapping[int, str]) -> Iterator[Candidate]:
    """The person named from word i on of whose doing the words behind "of" tell: "of Eva Ros's visit"."""
    name = bearers.name_from(words, i, lands)
    chosen = (
        i > 1 and words.key[i - 2] in _CHOOSING and name is not None and words.key[name[1] : name[1] + 1] == ("as",)
    )
    if name and name[0] == i and name[1] - i > 1 and (chosen or owns(words, *name)):
        yield Candidate(*name, None, None, "owner of what persons have")
