"""The command line: `communique COMMAND …`, also `python -m communique COMMAND …`.

Exit code 0 on success, 1 when an article or file failed (the others are done, the failures named), 2 for wrong usage.
Each command imports what it needs, so that `extract` starts without pandas.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from communique import __version__, paths, terminal
from communique.errors import CommuniqueError, visible

if TYPE_CHECKING:
    from communique.record import Article, Record


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code comes back."""
    asked = _parser().parse_args(arguments)
    with suppress(AttributeError, ValueError):  # what stands in for a stream may have no encoding
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a TextIOWrapper unless it was replaced
    try:
        code = int(asked.run(asked))
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output (head, less) has gone: nothing is wrong
        terminal.close_output()
        return 0
    except KeyboardInterrupt:
        print("communique: stopped; what was finished is whole", file=sys.stderr)
    except Exception as error:
        print(f"communique: {terminal.told('communique', error)}", file=sys.stderr)
        terminal.close_output()
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="communique", description="Policy news as records, checked and coded.")
    parser.add_argument("--version", action="version", version=f"communique {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in _COMMANDS:
        add(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Run = Callable[[argparse.Namespace], int]


def _command(commands: Commands, name: str, run: Run, help: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=help, description=help)
    parser.set_defaults(run=run)
    return parser


def _take_reference(parser: argparse.ArgumentParser) -> None:
    help = (
        "your own table of exporter, importer, year and value, CSV or Parquet; FILE.toml beside it says what else its "
    )
    help += "columns are called, and the currency and scale of its values (see the README)"
    parser.add_argument("--reference", type=Path, metavar="FILE", help=help)


def _add_extract(commands: Commands) -> None:
    parser = _command(commands, "extract", _extract, "one JSON record an article, a line each, to standard output")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--codebooks", type=Path, metavar="DIR", help="a folder of edited codebooks")
    _take_reference(parser)


def _add_report(commands: Commands) -> None:
    parser = _command(commands, "report", _report, "the report of each article (default: every article in seeds/)")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--force", action="store_true", help="also what has not changed")
    parser.add_argument("--out", type=Path, default=paths.OUTPUTS, metavar="DIR", help="default: outputs/")
    parser.add_argument("--codebooks", type=Path, metavar="DIR", help="a folder of edited codebooks")
    _take_reference(parser)


def _add_check(commands: Commands) -> None:
    parser = _command(commands, "check", _check, "the trade claims of an article and their verdicts")
    parser.add_argument("file", type=Path, metavar="FILE")
    _take_reference(parser)


def _add_corpus(commands: Commands) -> None:
    parser = _command(commands, "corpus", _corpus, "every article of a folder to Parquet tables; resumes")
    parser.add_argument("folder", metavar="FOLDER", help="a path or an fsspec address (s3://, gs://, ...)")
    parser.add_argument("--out", required=True, metavar="DIR", help="where the tables go, a path or an address")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a Dask cluster, tcp://host:port")
    parser.add_argument("--workers", type=int, metavar="N", help="processes on this machine (default: all cores)")
    parser.add_argument("--codebooks", type=Path, metavar="DIR", help="a folder of edited codebooks")


def _add_seed(commands: Commands) -> None:
    parser = _command(commands, "add", _seed, "saves a page of the web, or a file, as a seed with its source")
    parser.add_argument("source", metavar="URL_OR_FILE")
    parser.add_argument("--name", help="the seed's name (default: the page's)")


def _add_review(commands: Commands) -> None:
    parser = _command(commands, "review", _review, "the items of an article, least sure first, and a corrections file")
    parser.add_argument("file", type=Path, metavar="FILE")


def _add_evaluate(commands: Commands) -> None:
    parser = _command(commands, "evaluate", _evaluate, "precision, recall and F1 an item kind, against gold")
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR")
    parser.add_argument("articles", type=Path, metavar="ARTICLES_DIR")
    parser.add_argument("--misses", action="store_true", help="also list every miss")


def _add_coding_sheet(commands: Commands) -> None:
    parser = _command(commands, "coding-sheet", _coding_sheet, "a sheet on which people code documents by hand")
    parser.add_argument("out", type=Path, metavar="OUT.csv")
    parser.add_argument("--articles", type=Path, default=paths.PRACTICE, metavar="FOLDER")


def _add_class(commands: Commands) -> None:
    parser = _command(commands, "class", _class, "copies of the notebooks for students and teacher, with session plans")
    parser.add_argument(
        "--out", type=Path, default=paths.OUTPUTS / "class", metavar="DIR", help="default: outputs/class/"
    )


def _add_trade(commands: Commands) -> None:
    trade = commands.add_parser("trade", help="live reference statistics", description="live reference statistics")
    inner = trade.add_subparsers(title="commands", metavar="COMMAND", required=True)
    parser = _command(inner, "fetch", _fetch, "fetches bilateral trade statistics into the local cache")
    parser.add_argument("--reporter", required=True, metavar="ISO3")
    parser.add_argument("--partner", required=True, metavar="ISO3")
    parser.add_argument("--source", choices=("imf", "eurostat", "istat"), default="imf")
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS")


def _extract(asked: argparse.Namespace) -> int:
    from communique import codebook
    from communique.record import to_json
    from communique.trade import reference

    codebooks = codebook.load(asked.codebooks)
    statistics = reference.load(asked.reference)

    def one(file: Path) -> None:
        print(to_json(_read(file, codebooks, statistics)[1]))

    return terminal.each(asked.files, one)


def _report(asked: argparse.Namespace) -> int:
    from communique import report

    files = asked.files or report.seeds()
    failures = report.run(
        files, force=asked.force, outputs=asked.out, codebooks=asked.codebooks, reference=asked.reference
    )
    for failure in failures:
        print(f"communique: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _check(asked: argparse.Namespace) -> int:
    from communique.trade import claims, reference

    article, record = _read(asked.file, reference=reference.load(asked.reference))
    terminal.show(claims.table_text(record.claims, article=article))
    return 0


def _corpus(asked: argparse.Namespace) -> int:
    from communique import corpus

    done = corpus.run(asked.folder, asked.out, asked.scheduler, asked.workers, codebooks=asked.codebooks)
    print(f"{done.read:,} articles read, {done.failed:,} failed, {done.skipped:,} done before; tables in {asked.out}")
    if done.failed:
        print(f"communique: {done.failed:,} articles failed; the table failures says why", file=sys.stderr)
    return 1 if done.failed else 0


def _seed(asked: argparse.Namespace) -> int:
    from communique import adding

    read = adding.get(asked.source)
    terminal.tell(asked.source, read.notes)
    print(adding.save(read, name=asked.name))
    return 0


def _review(asked: argparse.Namespace) -> int:
    from communique import corrections, review

    article, record = _read(asked.file)
    terminal.show(review.text(article, record))
    file = corrections.write_empty(paths.resolve(asked.file), review.drafts(article, record))
    print(f"Corrections go into {file}")
    return 0


def _evaluate(asked: argparse.Namespace) -> int:
    import json

    from communique import evaluation
    from communique.record import to_json

    pairs = []
    for path in sorted(asked.gold.glob("*.json")):
        gold = _gold(path)
        _, record = _read(_article_of(asked.articles, gold["id"]))
        pairs.append((gold, json.loads(to_json(record))))
    if not pairs:
        raise CommuniqueError(asked.gold, "holds no gold files", "name a folder of <id>.json files")
    score = evaluation.evaluate(pairs)
    for name, row in score.rows().items():
        print(f"{name:22}" + "  ".join(f"{column} {value}" for column, value in row.items()))
    if asked.misses:
        terminal.show("\n".join(map(visible, score.misses)))
    return 0


def _coding_sheet(asked: argparse.Namespace) -> int:
    from communique import coding_sheet

    files = sorted(path for path in asked.articles.glob("*") if path.suffix in {".txt", ".html"})
    if not files:
        raise CommuniqueError(asked.articles, "holds no articles", "name a folder of .txt or .html files")
    written = coding_sheet.write(asked.out, [_read(file) for file in files])
    print(*written, sep="\n")
    return 0


def _class(asked: argparse.Namespace) -> int:
    from communique import classroom

    print(f"{len(classroom.write(asked.out))} files for a class in {asked.out}")
    return 0


def _fetch(asked: argparse.Namespace) -> int:
    from communique.trade import live

    path = live.fetch(asked.reporter, asked.partner, asked.source, timeout=asked.timeout)
    print(f"{asked.reporter}–{asked.partner}: {path}")
    return 0


_GOLD_KEYS = ("id", "date", "dateline", "countries", "visit_type", "people", "quotes", "figures", "documents")


def _gold(path: Path) -> dict[str, Any]:
    import json

    try:
        gold: Any = json.loads(path.read_bytes())
        lacking = [key for key in _GOLD_KEYS if key not in gold] if isinstance(gold, dict) else ["id"]
        if not lacking and isinstance(gold["id"], str):
            return dict(gold)
        what = f"has no {(lacking or ['id of letters'])[0]}"
    except (OSError, ValueError, RecursionError) as error:
        what = f"cannot be read ({error})"
    raise CommuniqueError(path, what, f"write it like those in {paths.PRACTICE / 'gold'}")


def _article_of(folder: Path, stem: str) -> Path:
    found = [folder / f"{stem}{suffix}" for suffix in (".txt", ".html")]
    for path in found:
        if path.parent == folder and paths.exists(path):
            return path
    raise CommuniqueError(folder, f"holds no {stem}.txt or {stem}.html", "name the folder of the gold's articles")


def _read(file: Path, codebooks: Any = None, reference: Any = None) -> tuple["Article", "Record"]:
    """The article and its record; what there is to know of how the file was read is told."""
    from communique import pipeline

    article, record = pipeline.read(file, codebooks, reference)
    terminal.tell(file, article.notes)
    return article, record


_COMMANDS = (
    _add_extract,
    _add_report,
    _add_check,
    _add_corpus,
    _add_seed,
    _add_review,
    _add_evaluate,
    _add_coding_sheet,
    _add_class,
    _add_trade,
)


if __name__ == "__main__":
    sys.exit(main())
