"""Reads and checks the codebooks: TOML files that say how documents are coded, made to be edited.

How a cue matches, and what a counter-cue does, is told in `cues`.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec

from communique import cues, limits, paths
from communique.cues import Cue, Hit
from communique.errors import CommuniqueError

NAMES = ("instruments", "legal_character", "party_kinds", "topics", "sectors")


class Code(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One code of a codebook: what it means, where that is from, and the words that speak for it and against it."""

    code: str
    label: str
    definition: str
    source: str
    number: int | None = None
    topic: str | None = None
    kind: str | None = None
    strong_cues: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    weak_cues: tuple[str, ...] = ()
    frame_cues: tuple[str, ...] = ()
    counter_cues: tuple[str, ...] = ()
    example: str = ""


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """If everything named holds, the document gets the code `gives`; what is not named is not asked."""

    name: str
    gives: str
    reason: str
    instruments: tuple[str, ...] = ()
    any_party: tuple[str, ...] = ()
    all_parties: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    no_subject: bool = False
    no_parties: bool = False
    before_sentence: bool = False


class Weights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a cue of each list counts, and the least a code needs to be given at all."""

    strong: float = 4.0
    plain: float = 2.0
    weak: float = 1.0
    frame: float = 0.25
    least: float = 1.0


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    about: str
    source: str
    code: tuple[Code, ...]
    rule: tuple[Rule, ...] = ()
    weights: Weights = Weights()


@dataclass(frozen=True, eq=False)
class Codebook:
    """The codes of one dimension in the order of the file, with the rules that give them where there are any."""

    name: str
    file: Path
    title: str
    about: str
    source: str
    codes: tuple[Code, ...]
    rules: tuple[Rule, ...] = ()
    weights: Weights = field(default_factory=Weights)

    @cached_property
    def by_code(self) -> dict[str, Code]:
        """The entries by their codes."""
        return {entry.code: entry for entry in self.codes}

    @cached_property
    def listed(self) -> tuple[tuple[str, Cue], ...]:
        """Every cue, ready for comparison, with the code it is listed under."""
        return tuple(_cues(self))

    @cached_property
    def _finder(self) -> cues.Finder:
        return cues.Finder(cue for _, cue in self.listed)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """The cues in `text[start:end]` in order and without overlap."""
        return self._finder.find(text, start, end)

    @cached_property
    def _rule_words(self) -> dict[str, cues.Finder]:
        return {
            rule.name: cues.Finder(Cue(cues.words(cue), rule.gives, cue, 1.0) for cue in rule.words)
            for rule in self.rules
        }

    def said(self, rule: Rule, text: str, start: int, end: int) -> list[Hit]:
        """The words of one of the book's rules in `text[start:end]`."""
        return self._rule_words[rule.name].find(text, start, end)


@dataclass(frozen=True, eq=False)
class Codebooks:
    """The five codebooks of a coding, and a short hash of their files' bytes."""

    instruments: Codebook
    legal_character: Codebook
    party_kinds: Codebook
    topics: Codebook
    sectors: Codebook
    digest: str


def load(directory: str | Path | None = None) -> Codebooks:
    """The package's codebooks, each replaced by the researcher's where `directory` holds a file of the same name.

    Raises CommuniqueError with file, key and remedy for a directory or a file that cannot be used.
    """
    return _read_all(_files(paths.resolve(directory))) if directory else _package()


def _cues(book: Codebook) -> Iterator[tuple[str, Cue]]:
    """Every cue with the code it is listed under."""
    weights = book.weights
    for entry in book.codes:
        for listed, weight in (
            (entry.strong_cues, weights.strong),
            (entry.cues, weights.plain),
            (entry.weak_cues, weights.weak),
            (entry.frame_cues, weights.frame),
        ):
            yield from ((entry.code, Cue(cues.words(cue), entry.code, cue, weight)) for cue in listed)
        yield from (
            (entry.code, Cue(cues.words(cue), entry.code, cue, 0.0, counter=True)) for cue in entry.counter_cues
        )


@cache
def _package() -> Codebooks:
    return _read_all({name: paths.CODEBOOKS / f"{name}.toml" for name in NAMES})


def _files(directory: Path) -> dict[str, Path]:
    if not directory.is_dir():
        raise CommuniqueError(directory, "no such folder of codebooks", f"copy {paths.CODEBOOKS} and edit the copy")
    own = {path.stem: path for path in sorted(directory.glob("*.toml"))}
    known = ", ".join(f"{name}.toml" for name in NAMES)
    if not own:
        raise CommuniqueError(directory, "holds no codebook", f"put at least one of {known} there")
    for name, path in own.items():
        if name not in NAMES:
            raise CommuniqueError(path, "not the name of a codebook", f"call it one of {known}")
    return {name: own.get(name, paths.CODEBOOKS / f"{name}.toml") for name in NAMES}


def _read_all(files: dict[str, Path]) -> Codebooks:
    books = {name: _read(name, file) for name, file in files.items()}
    _check_across(books)
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files.values())).hexdigest()[:12]
    return Codebooks(**books, digest=digest)


def _read(name: str, file: Path) -> Codebook:
    try:
        text = file.read_text(encoding="utf-8-sig")
        limits.check_keys(text, file)
        raw = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise CommuniqueError(file, f"cannot be read ({error})", "save it as a text file in UTF-8") from None
    except RecursionError:
        raise CommuniqueError(file, "holds brackets within brackets without end", "close them") from None
    except ValueError as error:  # what TOML does not allow, and numbers of more digits than Python reads
        remedy = "look there for a missing quotation mark, comma or bracket"
        raise CommuniqueError(file, f"is not valid TOML: {error}", remedy) from None
    try:
        read = msgspec.convert(raw, _File)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at ")
        raise CommuniqueError(
            file, what, "correct this key; the README beside the codebooks lists the keys", _named(raw, place)
        ) from None
    book = Codebook(name, file, read.title, read.about, read.source, read.code, read.rule, read.weights)
    _check(book)
    return book


def _named(raw: dict[str, Any], place: str) -> str:
    """The place, with the code it lies in: `$.code[3].cues[1] (Health)`."""
    match = re.match(r"`?(\$\.(code|rule)\[(\d+)\])", place)
    entry = raw[match[2]][int(match[3])] if match else {}
    label = entry.get("code") or entry.get("name") if isinstance(entry, dict) else None
    return place.strip("`") + (f" ({label})" if label else "")


def _check(book: Codebook) -> None:
    if not book.codes:
        raise CommuniqueError(book.file, "has no code", "add at least one [[code]] entry")
    codes, names = [entry.code for entry in book.codes], [rule.name for rule in book.rules]
    for kind, keys in (("code", codes), ("rule", names)):
        for at, key in enumerate(keys):
            if not key.strip() or key in keys[:at]:
                what, place = "the name is empty or used before", f"$.{kind}[{at}] ({key})"
                raise CommuniqueError(book.file, what, f"give every {kind} a name of its own", place)
    _check_cues(book)


def _check_cues(book: Codebook) -> None:
    """Raises if a cue has no word or stands in two lists; a counter-cue of one code may be a cue of another."""
    cued: dict[tuple[str, ...], tuple[str, float]] = {}
    countered: set[tuple[tuple[str, ...], str]] = set()
    for code, cue in book.listed:
        if cue.counter:
            countered.add((cue.words, code))
            first = (code, cue.weight)
        else:
            first = cued.setdefault(cue.words, (code, cue.weight))
        if not cue.words or first != (code, cue.weight) or (cue.words, cued.get(cue.words, ("",))[0]) in countered:
            what = f"the cue {cue.cue!r} " + (
                f"stands under {first[0]!r} as well" if cue.words else "has no word in it"
            )
            raise CommuniqueError(book.file, what, "keep it in one list of one code", code)


def _check_across(books: dict[str, Codebook]) -> None:
    topics = books["topics"]
    numbers = [entry.number for entry in topics.codes]
    for entry in topics.codes:
        if entry.number is None or numbers.count(entry.number) > 1:
            raise CommuniqueError(topics.file, "a topic needs a number of its own", "add `number = …`", entry.code)
    for entry in books["sectors"].codes:
        _known(books, "sectors", entry.code, "topics", (entry.topic or "",))
        _known(books, "sectors", entry.code, "party_kinds", (entry.kind,) if entry.kind else ())
    for name in ("legal_character", "topics"):
        for rule in books[name].rules:
            _known(books, name, rule.name, name, (rule.gives,))
            _known(books, name, rule.name, "instruments", rule.instruments)
            _known(books, name, rule.name, "party_kinds", (*rule.any_party, *rule.all_parties))


def _known(books: dict[str, Codebook], name: str, entry: str, other: str, codes: tuple[str, ...]) -> None:
    """Raises if an entry of one book names a code that another book does not have."""
    for code in codes:
        if code not in books[other].by_code:
            remedy = f"use a code of {books[other].file}, or copy both files to one folder and make them agree"
            raise CommuniqueError(books[name].file, f"{code!r} is no code of {other}.toml", remedy, entry)
