"""Persons and organisations whole: name, role or kind, country, rule and every mention, in single sentences.

`who.txt` holds the sentences with what is wanted of each. After a change that is meant, write it anew and read the
difference: `python tests/test_who.py > new.txt && mv new.txt tests/who.txt`.
"""

from collections.abc import Iterator
from pathlib import Path

import blocks
import pytest

from communique import article
from communique.extract import organisations, people
from communique.record import Event

# The wanted lines of each text, in which a bar stands for the end of a paragraph.
CASES = blocks.read(Path(__file__).with_name("who.txt"))


def lines(case: str) -> Iterator[str]:
    """The persons and organisations of a text, a line each."""
    read = article.from_text(case.replace(" ¶ ", "\n\n"))
    persons = people.find(read, Event(countries=("FJI", "NOR")))
    for person in persons:
        yield f"person: {' | '.join(field or '' for field in (person.name, person.role, person.country, person.rule))}"
        yield f"  {', '.join(read.text[slice(*span)] + f' {span.start}' for span in person.spans)}"
    for body in organisations.find(read, persons, ()):
        yield f"organisation: {' | '.join(field or '' for field in (body.name, body.kind, body.country, body.rule))}"
        yield f"  {', '.join(read.text[slice(*span)] + f' {span.start}' for span in body.spans)}"


@pytest.mark.parametrize("case", CASES)
def test_who_is_named(case):
    assert list(lines(case)) == CASES[case]


if __name__ == "__main__":
    print(blocks.written(CASES, lines))
