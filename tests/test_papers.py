"""Documents whole: name, instrument, status, rule and parties with their places, in single sentences.

`papers.txt` holds the sentences with what is wanted of each. After a change that is meant, write it anew and read the
difference: `python tests/test_papers.py > new.txt && mv new.txt tests/papers.txt`.
"""

from collections.abc import Iterator
from pathlib import Path

import blocks
import pytest

from communique import article, codebook
from communique.extract import documents, event as events, people

# The wanted lines of each text, in which a bar stands for the end of a paragraph.
CASES = blocks.read(Path(__file__).with_name("papers.txt"))


def lines(case: str) -> Iterator[str]:
    """The documents of a text, a line each, and their parties."""
    read = article.from_text(case.replace(" ¶ ", "\n\n"), date="2024-05-30")
    event = events.find(read)
    for document in documents.find(read, event, people.find(read, event), codebook.load().instruments):
        assert read.text[slice(*document.span)] == document.text
        text = document.text.replace("\n", " ")
        yield f"{text} {document.span.start}: {document.instrument} | {document.status} | {document.rule}"
        for party in document.parties:
            assert party.span
            assert " ".join(read.text[slice(*party.span)].split()) == party.name
            yield f"  {party.name} {party.span.start} | {party.country or ''}".rstrip()


@pytest.mark.parametrize("case", CASES)
def test_which_documents_there_are(case):
    assert list(lines(case)) == CASES[case]


if __name__ == "__main__":
    print(blocks.written(CASES, lines))
