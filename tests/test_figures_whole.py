"""Figures whole: every field of every figure in single sentences, its printed words and its rule among them.

`figures.txt` holds the sentences with what is wanted of each. After a change that is meant, write it anew and read the
difference: `python tests/test_figures_whole.py > new.txt && mv new.txt tests/figures.txt`.
"""

from collections.abc import Iterator
from pathlib import Path

import blocks
import pytest

from communique import article
from communique.extract import figures
from communique.record import Event

# The wanted lines of each sentence.
CASES = blocks.read(Path(__file__).with_name("figures.txt"))


def lines(sentence: str) -> Iterator[str]:
    """The figures of a sentence, a line each."""
    read = article.from_text(sentence, date="2024-03-14")
    for figure in figures.find(read, Event(countries=("KAZ", "ITA"))):
        assert read.text[slice(*figure.span)] == figure.text
        value = " to ".join(f"{part:g}" for part in figure.value) if isinstance(figure.value, tuple) else figure.value
        fields = (value, figure.unit, figure.measure, figure.period, figure.qualifier, figure.rule)
        yield f"{figure.text}: {' | '.join(str(field or '') for field in fields)}"


@pytest.mark.parametrize("sentence", CASES)
def test_a_figure_is_whole(sentence):
    assert list(lines(sentence)) == CASES[sentence]


if __name__ == "__main__":
    print(blocks.written(CASES, lines))
