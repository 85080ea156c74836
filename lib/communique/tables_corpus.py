"""The articles of a folder side by side: what was read and what was not, documents, meetings, and trade claims.

The year of a document or meeting is its article's, the year of a claim the one it speaks of. What has none is counted
and shown as `NO_YEAR`, never left out.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pandas as pd

from communique import briefing, codebook, paths, pipeline, terminal
from communique.corpus import plan, reading
from communique.corrections import is_corrected
from communique.errors import CommuniqueError
from communique.grammar.text import collapse
from communique.phrases import country_name, number_of, sentence
from communique.record import UNCLASSIFIED, Article, Record
from communique.trade import claims, reference as statistics
from communique.trade.rows import AGGREGATES, FLOWS
from communique.trade.stated import TradeClaim

NO_YEAR = "no date"
NOT_NAMED = "partner not named"
ENDINGS = (*plan.ENDINGS, *plan.LINES, *(f"{ending}.gz" for ending in plan.LINES))
DOCUMENTS = ["article", "year", "document", "instrument", "legal character", "topic", "status", "corrected"]
MEETINGS = ["first", "second", "articles", "in"]
CLAIMS = ["article", "pair", "flow", "kind", "claim", "year", "low", "high", "value", "unit", "stated by", "verdict"]
COMPARED = ["pair", "flow", "year", "unit", "articles", "lowest", "highest", "can both hold"]
# More columns than these cannot be read on a phone; years are then put together.
MOST_YEARS = 8
_STEPS = (1, 2, 5, 10, 20, 50, 100, 500, 10_000)


Pair = tuple[Article, Record]


class Corpus(NamedTuple):
    """The articles of a folder and their records, in the order of the files, and which files could not be read, why."""

    articles: tuple[Article, ...]
    records: tuple[Record, ...]
    failures: pd.DataFrame


def read(
    folder: str | Path,
    codebooks: codebook.Codebooks | None = None,
    reference: statistics.Reference | None = None,
) -> Corpus:
    """Every article below a folder (.txt, .html, .htm, lines of .jsonl), or of one file, with corrections beside it.

    A file or line that cannot be read, or whose corrections do not fit, is a row of `failures` and stops nobody else.
    Of two articles of one name, the second is called by its path below the folder (`more/news.jsonl:3`).
    Raises CommuniqueError for a folder that is not there or holds no articles.
    """
    root, several = _articles(paths.resolve(folder))
    found, failures = dict[str, Pair](), list[tuple[str, str]]()
    for path in several:
        for name, read in _each(path, path.relative_to(root).as_posix(), codebooks, reference):
            if isinstance(read, str):
                failures.append((name, read.replace(f"{root}/", "")))
                continue
            id = name if read[1].id in found else read[1].id
            found[id] = msgspec.structs.replace(read[0], id=id), msgspec.structs.replace(read[1], id=id)
    stories, records = zip(*found.values(), strict=True) if found else ((), ())
    return Corpus(stories, records, pd.DataFrame(failures, columns=["file", "reason"]))


def sentences(corpus: Corpus) -> tuple[str, ...]:
    """How much was read, from which years, with how many documents and claims, and what was corrected by hand."""
    records = corpus.records
    dated = sorted(record.date[:4] for record in records if record.date)
    span = f" of {' to '.join(dict.fromkeys((dated[0], dated[-1])))}" if dated else ""
    undated = f", {len(records) - len(dated)} of them without a date" if len(dated) < len(records) else ""
    documents, checked = (sum(len(getattr(record, name)) for record in records) for name in ("documents", "claims"))
    lost = f" {number_of(len(corpus.failures), 'file')} could not be read." if len(corpus.failures) else ""
    corrected = Record(id="", corrections=tuple(chain.from_iterable(record.corrections for record in records)))
    return (
        sentence(f"{number_of(len(records), 'article')}{span}{undated}.{lost}"),
        f"They report {number_of(documents, 'document')} and make {number_of(checked, 'claim')} "
        "that statistics could speak to.",
        *briefing.by_hand(corrected),
    )


def documents(corpus: Corpus) -> pd.DataFrame:
    """One row a document of any article, with the year of the article and the codes given to it."""
    rows = [
        (
            record.id,
            record.date[:4] if record.date else NO_YEAR,
            collapse(document.text),
            document.instrument,
            document.legal_character or UNCLASSIFIED,
            document.cap_topic or UNCLASSIFIED,
            document.status,
            is_corrected(document),
        )
        for record in corpus.records
        for document in record.documents
    ]
    return pd.DataFrame(rows, columns=DOCUMENTS)


def crossed(table: pd.DataFrame, rows: str, columns: str) -> pd.DataFrame:
    """Two columns of a table against each other as counts: the most frequent rows first, columns by their names."""
    counts = pd.crosstab(table[rows], table[columns])
    order = sorted(counts.index, key=lambda name: (-counts.loc[name].sum(), name))
    return counts.reindex(index=order, columns=sorted(counts.columns, key=lambda name: (name == NO_YEAR, name)))


def top(codes: pd.Series) -> list[str]:
    """The most frequent codes, several where they are equally frequent, by the alphabet."""
    counts = codes.value_counts()
    return sorted(counts.index[counts == counts.max()])


def by_year(documents: pd.DataFrame, rows: str) -> pd.DataFrame:
    """A column of `documents` against the years as counts; where there are many years, several of them in one."""
    names = _eras(documents["year"])
    return crossed(documents.assign(year=documents["year"].map(names)), rows, "year")


def meetings(corpus: Corpus) -> pd.DataFrame:
    """One row a pair of countries: the side named first (the host, where known) with another, in how many articles."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for record in corpus.records:
        for other in record.countries[1:]:
            pairs.setdefault((country_name(record.countries[0]), country_name(other)), []).append(record.id)
    rows = [(*pair, len(ids), "; ".join(ids)) for pair, ids in pairs.items()]
    return pd.DataFrame(sorted(rows, key=lambda row: (-row[2], row)), columns=MEETINGS)


def trade_claims(corpus: Corpus) -> pd.DataFrame:
    """One row a trade claim: whose trade, what of it, for which year, the interval it stands for, and its verdict.

    `value` is the stated number (of a range its middle), `low` and `high` what it stands for, all in `unit`: a
    currency, percent or a counted noun.
    """
    rows = [
        (record.id, *_claim(claim), {made.span: made.verdict for made in record.claims}.get(claim.figure.span, ""))
        for article, record in zip(corpus.articles, corpus.records, strict=True)
        for claim in claims.of(record, article)
    ]
    return pd.DataFrame(rows, columns=CLAIMS).astype({"year": "Int64"})


def verdicts(claims: pd.DataFrame) -> pd.DataFrame:
    """Kinds of claim (rows) against verdicts (columns, those that occur) as counts."""
    return crossed(claims, "kind", "verdict")


def levels(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that give an amount of trade, reached or aimed at, for a year: pairs by their first year."""
    amounts = claims["kind"].isin(["level", "target"]) & claims["flow"].astype("str").str.startswith(FLOWS)
    stated = claims[amounts & claims["year"].notna()]
    first = stated.groupby("pair")["year"].transform("min")
    return stated.assign(first=first).sort_values(["first", "pair", "year", "flow", "value", "article"])[CLAIMS]


def amounts(claims: pd.DataFrame) -> pd.DataFrame:
    """The levels as they are printed, one row for all articles that print the same, and how many `articles` do."""
    keys = ["pair", "flow", "kind", "claim", "year", "value", "unit"]
    return levels(claims).groupby(keys, sort=False)["article"].nunique().rename("articles").reset_index()


def longest_series(claims: pd.DataFrame) -> pd.DataFrame:
    """The levels of the pair, in the currency, for which most years are stated; none if that is one year or less."""
    stated = _of_pairs(levels(claims))
    years = stated[stated["kind"] == "level"].groupby(["pair", "unit"])["year"].nunique()
    if years.empty or years.max() < 2:
        return stated.head(0)
    pair, unit = sorted(years[years == years.max()].index)[0]
    return stated[(stated["pair"] == pair) & (stated["unit"] == unit)]


def compared(claims: pd.DataFrame) -> pd.DataFrame:
    """One row an amount of which several articles speak (pair, flow, year, currency), and whether all can hold."""
    stated = _of_pairs(levels(claims))
    stated = stated[stated["kind"] == "level"]
    rows = [
        (*key, group["article"].nunique(), group["value"].min(), group["value"].max(), _meet(group))
        for key, group in stated.groupby(["pair", "flow", "year", "unit"])
        if group["article"].nunique() > 1
    ]
    return pd.DataFrame(rows, columns=COMPARED)


def _each(
    path: Path, name: str, codebooks: codebook.Codebooks | None, reference: statistics.Reference | None
) -> Iterator[tuple[str, Pair | str]]:
    """The article of a file or those in its lines, each with its name below the folder, or why there is none."""
    if path.name.lower().endswith(plan.ENDINGS):
        yield name, _tried(path, partial(pipeline.read, path, codebooks, reference))
        return
    address = f"file://{path}"
    for read in reading.lines(address):
        article, place = read.article, name + read.source.removeprefix(address)
        if isinstance(article, str):
            yield place, article.removeprefix(f"{read.source}: ")
        else:
            yield place, _tried(path, partial(_recorded, article, codebooks, reference))


def _recorded(article: Article, codebooks: codebook.Codebooks | None, reference: statistics.Reference | None) -> Pair:
    return article, pipeline.record(article, codebooks, reference)


def _tried(path: Path, make: Callable[[], Pair]) -> Pair | str:
    """The article and its record, or why there is none: one bad file must not cost the others."""
    try:
        return make()
    except Exception as error:
        return str(terminal.told(path, error)).removeprefix(f"{path}: ")


def _articles(root: Path) -> tuple[Path, list[Path]]:
    """The folder that names count from, and the articles below it; hidden files and folders are left aside."""
    if root.is_file():
        return root.parent, [root]
    if not root.is_dir():
        raise CommuniqueError(root, "no such folder", "name a folder of articles")
    found = sorted(path for path in root.rglob("*") if path.name.lower().endswith(ENDINGS) and not path.is_dir())
    shown = [path for path in found if not any(part.startswith(".") for part in path.relative_to(root).parts)]
    if not shown:
        raise CommuniqueError(root, "holds no articles", f"put {', '.join(ENDINGS)} files into it")
    return root, shown


def _claim(claim: TradeClaim) -> tuple[Any, ...]:
    sides = [AGGREGATES.get(code) or country_name(code) for code in (claim.country, claim.partner) if code]
    pair = " and ".join(sorted(sides)) if len(sides) > 1 else f"{' '.join(sides) or 'country'}, {NOT_NAMED}"
    flow = f"{claim.flow} of {sides[0]}" if claim.flow in ("exports", "imports") and claim.country else claim.flow
    # A fiscal year is that in which it ends.
    year = claim.year or (claim.period.last if claim.period.kind == "fiscal" else None)
    stated = claim.figure.value if isinstance(claim.figure.value, tuple) else (claim.figure.value,)
    numbers = (*claim.numbers, sum(stated) / len(stated), claim.unit)
    words = collapse(claim.figure.text)
    return (pair, flow, claim.kind.replace("_", " "), words, year, *numbers, claim.speaker)


def _of_pairs(stated: pd.DataFrame) -> pd.DataFrame:
    """The rows whose two countries are known: amounts with partners that nobody names need not be of one pair."""
    return stated[~stated["pair"].astype("str").str.endswith(NOT_NAMED)]


def _meet(group: pd.DataFrame) -> bool:
    """Whether one number lies in the intervals of all."""
    return bool(group["low"].max() <= group["high"].min())


def _eras(years: Iterable[str]) -> dict[str, str]:
    """The name of the column for each year: itself, or some years together so that there are few columns."""
    known = sorted({int(year) for year in years if year != NO_YEAR})
    if not known:
        return {NO_YEAR: NO_YEAR}
    step = next(step for step in _STEPS if len({year // step for year in known}) <= MOST_YEARS)
    begins = {year: year // step * step for year in known}
    names = {year: f"{year}" if step == 1 else f"{begin}–{begin + step - 1}" for year, begin in begins.items()}
    return {f"{year:04}": name for year, name in names.items()} | {NO_YEAR: NO_YEAR}
