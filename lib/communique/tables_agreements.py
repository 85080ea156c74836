"""The coded documents of one or more records as tables: codes with their evidence, codes against codes, who with whom.

A document without a code, or a party of unknown kind, is counted and shown as such, never left out.
"""

from collections.abc import Iterable, Sequence

import pandas as pd

from communique.codebook import Codebook, Codebooks
from communique.corrections import is_corrected
from communique.grammar.text import collapse
from communique.record import UNCLASSIFIED, Document, Evidence, Party, Record

NO_PARTY = "no party named"
CONFIDENCE = ("stated", "inferred", UNCLASSIFIED)
BY_HAND = "by hand"
# Kinds of party whose names in short are names of the same body.
_COMPANIES = ("company", "state company or fund", "development bank or export-credit agency", "unknown")
CODED = ["document", "instrument", "legal character", "topic", "topic is", "rule", "words", "runner-up", "parties"]
CODED += ["corrected"]
LINKS = ["first", "second", "document", "instrument", "legal character", "topic"]


def coded(record: Record) -> pd.DataFrame:
    """One row a document: its codes, how sure the topic is, the rule and words that decided it, its parties."""
    return pd.DataFrame([_coded(document) for document in record.documents], columns=CODED)


def why(record: Record, codebooks: Codebooks) -> pd.DataFrame:
    """One row a code given: the document, the dimension, the code, how sure, the rule, its words, and the reason."""
    rows = [
        [
            collapse(document.text),
            one.dimension,
            one.code or UNCLASSIFIED,
            one.confidence,
            one.rule,
            _words(one),
            reason(one, codebooks),
        ]
        for document in record.documents
        for one in document.evidence
    ]
    return pd.DataFrame(rows, columns=["document", "dimension", "code", "confidence", "rule", "words", "reason"])


def reason(evidence: Evidence, codebooks: Codebooks) -> str:
    """What speaks for the code: the reason of the rule that gave it, a coder's own, or the definition of the code."""
    if evidence.confidence == BY_HAND:
        return evidence.rule
    books = {
        "instrument": codebooks.instruments,
        "party kind": codebooks.party_kinds,
        "topic": codebooks.topics,
        "legal character": codebooks.legal_character,
    }
    book = books[evidence.dimension]
    rules = {rule.name: rule.reason for rule in book.rules}
    entry = book.by_code.get(evidence.code or "")
    return rules.get(evidence.rule) or (entry.definition if entry else "No code was given.")


def codes(book: Codebook, used: Iterable[str | None] = ()) -> pd.DataFrame:
    """One row a code of a codebook (only those `used`, if any are named): number, label, definition, some cues."""
    wanted = set(used)
    rows = [
        {
            "code": entry.code,
            "number": entry.number,
            "definition": collapse(entry.definition),
            "some cues": ", ".join(_spread((*entry.strong_cues, *entry.cues), 8)),
        }
        for entry in book.codes
        if not wanted or entry.code in wanted
    ]
    table = pd.DataFrame(rows, columns=["code", "number", "definition", "some cues"]).astype({"number": "Int64"})
    return table if table["number"].notna().any() else table.drop(columns="number")


def rules(book: Codebook) -> pd.DataFrame:
    """One row a rule of a codebook in the order in which they are asked: the rule, its code, and the reason."""
    rows = [(rule.name, rule.gives, rule.reason) for rule in book.rules]
    return pd.DataFrame(rows, columns=["rule", "gives", "reason"])


def crossed(table: pd.DataFrame, rows: str, columns: str, codebooks: Codebooks) -> pd.DataFrame:
    """Two columns of `coded` against each other as counts, codes in the order of their codebooks."""
    counts = pd.crosstab(table[rows], table[columns]).rename_axis(index=rows, columns=columns)
    return counts.reindex(
        index=_order(counts.index, rows, codebooks), columns=_order(counts.columns, columns, codebooks)
    )


def kinds(record: Record, codebooks: Codebooks) -> pd.DataFrame:
    """Kinds of party (rows) against legal character (columns): in how many documents a kind takes part."""
    pairs = [
        (kind, document.legal_character or UNCLASSIFIED)
        for document in record.documents
        for kind in sorted({party.kind or UNCLASSIFIED for party in document.parties}) or [NO_PARTY]
    ]
    table = pd.DataFrame(pairs, columns=["kind of party", "legal character"])
    return crossed(table, "kind of party", "legal character", codebooks)


def links(record: Record) -> pd.DataFrame:
    """One row a pair of parties of a document: the one named first with each of the others.

    A company that is also named in short ("Samruk Kazyna" for "Samruk Kazyna Fund") stands under its full name.
    """
    full = _full_names(record)
    rows = [
        [
            full[party],
            full[other],
            collapse(document.text),
            document.instrument,
            document.legal_character,
            document.cap_topic,
        ]
        for document in record.documents
        for party in document.parties[:1]
        for other in document.parties[1:]
        if full[party] != full[other]
    ]
    return pd.DataFrame(rows, columns=LINKS)


def _full_names(record: Record) -> dict[Party, str]:
    parties = [party for document in record.documents for party in document.parties]
    names = sorted({collapse(party.name) for party in parties if party.kind in _COMPANIES}, key=len, reverse=True)
    return {
        party: next(
            (name for name in names if party.kind in _COMPANIES and name.startswith(f"{collapse(party.name)} ")),
            collapse(party.name),
        )
        for party in parties
    }


def if_changed(record: Record) -> pd.DataFrame:
    """How many documents each choice of the coder would move: one row a choice, with the numbers before and after."""
    table = coded(record)
    topics = table["topic"].where(table["topic"] != UNCLASSIFIED)
    stated = topics.where(table["topic is"] != "inferred")
    merged = table["instrument"].replace(["memorandum", "agreement"], "memorandum or agreement")
    drop, merge = "drop inferred topics", "merge memorandum and agreement"
    rows = [
        (drop, "documents with a topic", int(topics.notna().sum()), int(stated.notna().sum())),
        (drop, "different topics", topics.nunique(), stated.nunique()),
        (merge, "different instruments", table["instrument"].nunique(), merged.nunique()),
        (merge, "documents of the largest", _largest(table["instrument"]), _largest(merged)),
    ]
    return pd.DataFrame(rows, columns=["choice", "what is counted", "as coded", "then"])


def evidence_of(document: Document, dimension: str) -> Evidence:
    """The evidence for one dimension of a document that has been coded; empty evidence if it has not."""
    return next((one for one in document.evidence if one.dimension == dimension), Evidence(dimension=dimension))


def saved(record: Record, codebooks: Codebooks) -> dict[str, pd.DataFrame]:
    """The tables of this module to write to disk, by name."""
    return {
        "agreements": coded(record),
        "agreements_evidence": why(record, codebooks),
        "who_signed_with_whom": links(record),
    }


def _coded(document: Document) -> list[str | bool]:
    topic = evidence_of(document, "topic")
    return [
        collapse(document.text),
        document.instrument,
        document.legal_character or UNCLASSIFIED,
        document.cap_topic or UNCLASSIFIED,
        topic.confidence,
        topic.rule,
        _words(topic),
        topic.runner_up or "",
        "; ".join(f"{party.name} ({party.kind})" for party in document.parties),
        is_corrected(document),
    ]


def _order(found: Sequence[str] | pd.Index, column: str, codebooks: Codebooks) -> list[str]:
    """The codes found, in the order of their codebook; what is no code of it comes last."""
    books = {
        "instrument": codebooks.instruments,
        "legal character": codebooks.legal_character,
        "topic": codebooks.topics,
        "kind of party": codebooks.party_kinds,
    }
    known = list(books[column].by_code) if column in books else list(CONFIDENCE)
    return [code for code in known if code in found] + sorted(code for code in found if code not in known)


def _spread(cues: Sequence[str], most: int) -> Sequence[str]:
    """Some of the cues, from the whole list: they stand there by the alphabet."""
    return cues[:: max(-(-len(cues) // most), 1)]


def _largest(codes: pd.Series) -> int:
    counts = codes.value_counts()
    return int(counts.max()) if len(counts) else 0


def _words(evidence: Evidence) -> str:
    return "; ".join(evidence.words)
