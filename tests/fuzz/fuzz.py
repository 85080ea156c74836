"""Fuzzing by coverage: what ends neither in a record nor in a one-line error stops `make fuzz`.

    python tests/fuzz/fuzz.py KIND [libFuzzer's options] [folders of inputs]

KIND is one of article, codebook, reference, corrections. Started without folders of inputs, it begins with the
project's own files of that kind.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["communique", "tomllib"]):
    from communique import article, codebook, corrections, paths, pipeline
    from communique.errors import CommuniqueError
    from communique.record import to_json
    from communique.trade import reference

SHORT = paths.PRACTICE / "02_kz_at_semicolon.txt"
ARTICLE = article.from_text(SHORT.read_text(encoding="utf-8")[:1500])
RECORD = pipeline.record(ARTICLE)
FOLDER = Path(tempfile.mkdtemp(prefix="communique-fuzz-"))

BOOK = """title = "t"
about = "a"
source = "s"
[[code]]
code = "x"
label = "l"
definition = "d"
source = "s"
number = 1
topic = "x"
kind = "x"
cues = ["memorandum", "energy trade"]
counter_cues = ["power"]
[[rule]]
name = "r"
gives = "x"
reason = "r"
instruments = ["x"]
any_party = ["x"]
words = ["on behalf of"]
[weights]
least = 2
"""


def one_article(data: bytes) -> None:
    """The record of any bytes; every span lies in the text and is its words."""
    read = article.from_bytes(data, "fuzz", "fuzz.txt")
    record = pipeline.record(read)
    to_json(record).encode("utf-8")
    for item in (*record.figures, *record.documents):
        assert 0 <= item.span.start < item.span.end <= len(read.text)
        assert read.text[slice(*item.span)] == item.text
    for spans in (
        *(item.spans for item in (*record.people, *record.organisations)),
        *(q.pieces for q in record.quotes),
    ):
        assert all(0 <= start < end <= len(read.text) for start, end in spans)


def one_codebook(data: bytes) -> None:
    """The first byte says which of five small books the others replace; books that can be read also code."""
    changed = codebook.NAMES[data[0] % len(codebook.NAMES)] if data else ""
    for name in codebook.NAMES:
        (FOLDER / f"{name}.toml").write_bytes(data[1:] if name == changed else BOOK.encode())
    pipeline.coded(ARTICLE, codebook.load(FOLDER))


def one_reference(data: bytes) -> None:
    """The first byte says whether the others are a CSV or a Parquet file; one that can be read is used in a check."""
    file = FOLDER / ("own.parquet" if data[:1] == b"p" else "own.csv")
    file.write_bytes(data[1:])
    pipeline.checked(ARTICLE, RECORD, reference.load(file, cache_folder=None))


def one_corrections(data: bytes) -> None:
    """Corrections of a short article."""
    file = FOLDER / "short.corrections.toml"
    file.write_bytes(data)
    to_json(corrections.apply(ARTICLE, RECORD, file))


def seeds(kind: str) -> list[bytes]:
    """What the fuzzer starts from."""
    if kind == "article":
        return [path.read_bytes() for path in sorted(paths.PRACTICE.glob("*.txt"))]
    if kind == "codebook":
        return [bytes([number]) + BOOK.encode() for number in range(len(codebook.NAMES))]
    if kind == "reference":
        rows = b"exporter,importer,year,value\nKAZ,ITA,2023,14.5\nITA,KAZ,2023,1000000\n"
        return [b"c" + rows, b"c\xef\xbb\xbf" + rows.replace(b",", b";"), b"pPAR1"]
    place, words = RECORD.figures[0].span.start, RECORD.figures[0].text
    start = f'item = "figure@{place}"\nwords = "{words}"\nreason = "r"\nby = "AB"\n'
    changes = (
        "value = 3e9, unit = 'USD'",
        "value = [1, 2]",
        f"span = [{place}, {place + 3}], text = 'a'",
        "period = 5",
    )
    entries = [f"[[set]]\n{start}values = {{ {change} }}\n" for change in changes]
    return [entry.encode() for entry in (*entries, f"[[drop]]\n{start}", f"[[add]]\n{start}")]


def main() -> None:
    """Runs libFuzzer on one kind of input."""
    kind, options = sys.argv[1], sys.argv[2:]
    one = {"article": one_article, "codebook": one_codebook, "reference": one_reference}.get(kind, one_corrections)

    def target(data: bytes) -> None:
        try:
            one(data)
        except CommuniqueError as error:
            if len(str(error).splitlines()) != 1:
                raise

    if all(option.startswith("-") for option in options):
        corpus = Path(tempfile.mkdtemp(prefix=f"communique-fuzz-{kind}-"))
        for number, data in enumerate(seeds(kind)):
            (corpus / f"seed{number}").write_bytes(data)
        options.append(str(corpus))
    atheris.Setup([sys.argv[0], *options], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
