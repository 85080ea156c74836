"""Whether a person is a man or a woman, by title, role or name, as far as they tell."""

import re
from functools import cache

from communique import words
from communique.grammar import names

_WORD = re.compile(r"\w+")


def told(name: str, role: str) -> str | None:
    """The gender ("m", "f") that a role, a surname's ending or a given name tells; None where nothing does."""
    titles, parts = of_titles(), name.lower().split()
    for word in [*parts[:1], *_WORD.findall(role)]:
        if word in titles:
            return titles[word]
    if len(parts) > 1 and parts[-1].endswith(_endings("female_endings")):
        return "f"
    given = parts[0].split("-")[0] if parts else ""
    if given in names.given():
        return names.given()[given]
    return "m" if len(parts) > 1 and parts[-1].endswith(_endings("male_endings")) else None


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(words.table("reporting")["gender"][name])


@cache
def of_titles() -> dict[str, str]:
    """The gender by titles and roles in small letters."""
    table = words.table("reporting")["gender"]
    return dict.fromkeys(table["male_titles"], "m") | dict.fromkeys(table["female_titles"], "f")
