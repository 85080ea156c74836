"""The forms of a name, each the keys of its words, and which of them stands at a word of a text."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from communique.grammar.names import Words

Form = tuple[str, ...]


def sizes(forms: Iterable[Form]) -> dict[str, list[int]]:
    """Of how many words the forms are that begin with each word, longest first."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for form in forms:
        found[form[0]].add(len(form))
    return {first: sorted(counts, reverse=True) for first, counts in found.items()}


def longest(words: Words, i: int, forms: Container[Form], sizes: Mapping[str, Sequence[int]]) -> int:
    """The number of the word after the longest form that starts at word i; i itself when none does."""
    for size in sizes.get(words.key[i], ()):
        form = words.key[i : i + size]
        if form in forms:
            return i + len(form)  # at the end of a text a shorter one
    return i
