"""Instrument phrases: the words by which running text names a document, such as "Coast Guard Cooperation Agreement"."""

import re
from functools import cache

import msgspec
from msgspec.structs import replace

from communique import words
from communique.codebook import Codebook
from communique.cues import Hit
from communique.grammar import countries
from communique.grammar.text import collapse

# How far before an instrument its own modifiers are looked for, in characters.
_BEFORE = 140
_ACRONYM = re.compile(r"\s{0,3}\(\s?[\"'“‘]?[A-Z][A-Za-z]{1,9}[\"'”’]?\s?\)")
_CLOSED = re.compile(r"[\"”]?\s?\)")
# "a 38 million krone ($6 million) contract"
_AMOUNT = re.compile(r"\((?=[^()]{0,40}(?:illion|bn|[$€£¥₡₹₦]|[A-Z]{2}))[^()\s]{0,12}\s?\d[^()\n]{0,30}\)\Z")
_LETTERS = re.compile(r"\([A-Z]{2,8}\)")
# What opens a headline and no name: "Signing of Trade Agreement".
_HEADS = (
    "signing",
    "conclusion",
    "exchange",
    "adoption",
    "renewal",
    "extension",
    "memorandum",
    "heads",
    "implementation",
    "people",
    "peoples",
    "islands",
)
_TO_DEAL = re.compile(r"\b(?:to|can|could|must|should|will|would|may|might|not|help|and|jointly|better)\s+\Z")
# "exchanged | notes on a grant"
_EXCHANGED = re.compile(r"\bexchang(?:e|ed|es|ing)\s+(?:the\s+|of\s+|diplomatic\s+|verbal\s+){0,2}\Z")
# "a document | on tea", but no "documents on tea"; "a plan | on news exchange", but no "plan on signing"
_GENERAL = {
    "document": re.compile(r"\s+(?:on|for|between|concerning|regarding|in\s+the\s+field)\b"),
    "plan": re.compile(r"\s+on\s+(?!\w+ing\b)|(?<=\bPlan)\s+(?:for|of|between)\b"),
}
_ACRONYM_LENGTH = 4
ORDINALS = frozenset(words.table("documents")["ellipsis"]["ordinals"])
_THEIR = re.compile(r"\b(?:their|its|his|her|our)\s\Z")
_TO = re.compile(r"\s+(?:to\s+[a-z]|that\s|in\s+principle\b)")
# "welcomed the signed | agreement"
_THE_SIGNED = re.compile(r"\bthe\s+(?:newly\s+)?(?:signed|inked|concluded)\s\Z")
# "came to | agreement on prices", "reached | agreement on the text"
_AGREED = re.compile(r"\b(?:(?:came|come|comes|coming|arrived)\s+(?:to|at)\s+(?:an\s+)?|reach(?:ed|ing)?\s+)\Z")
_HYPHENED = re.compile(r"\b[^\W_]+-\Z")  # "power-supply agreement"
_BULLETED = re.compile(r"[-•*][A-Z]")
_OPENING = "\"'“‘«`(["
_RENEWED = re.compile(
    r"\b(?:Renewal|Extension|Amendments?|(?i:addendum|supplement|annex))\s+(?:of|to)\s+(?:the\s+|a\s+)?\Z"
)
_NUMBER_OF = re.compile(r"\b(?:number|series|range|host|set|package|raft|variety|batch|bundle|dozens?)\s+of\s+\Z")
_OF = ("of", "to", "the", "a")
# "purchase contract" has its noun last, "memorandum of understanding" and "joint statement" name documents at once.
_COMPOUND = re.compile(r"(?!joint|action|road)[\w'’-]+\s+(?!of\b|on\b|for\b)\w", re.IGNORECASE)
_PLURAL = re.compile(r"(?:memoranda|memorandums|letters)\b", re.IGNORECASE)


class Phrase(msgspec.Struct, frozen=True):
    """An instrument with its modifiers; an elliptic one takes its code from the document or the group before."""

    start: int
    end: int
    code: str
    article: str  # the word before it in small letters: "a", "the", a number, or ""
    plural: bool
    modified: bool  # whether modifiers stand before the instrument
    elliptic: bool = False
    head: int = 0  # where the instrument itself begins, behind its modifiers

    def is_counted(self, text: str) -> bool:
        """Whether the phrase begins with its number among several: "third memorandum"."""
        return text[self.start : self.end].split(maxsplit=1)[0].lower() in ORDINALS


def find(text: str, instruments: Codebook) -> list[Phrase]:
    """The instrument phrases of the text in order: "Coast Guard Cooperation Agreement"."""
    named: list[Phrase] = []
    for hit in instruments.find(text):
        if _is_other(text, hit, instruments):
            continue
        if named and hit.start < named[-1].end:
            continue  # the acronym in its bracket
        if named and text[named[-1].end : hit.start] == " " and text.startswith("deals with", hit.start):
            continue  # "the accord | deals with tuna"
        if text.startswith("deal with", hit.start) and _TO_DEAL.search(text, max(0, hit.start - 12), hit.start):
            continue  # "to | deal with floods"
        if named and _is_short(text, named[-1], hit):
            named[-1] = replace(named[-1], end=hit.end + 1)
            continue
        if named and text[named[-1].end : hit.start].strip(' \n"“') in ("", "("):
            named[-1] = _joined(text, named[-1], hit.start, hit.end, hit.code)
            continue
        phrase = _phrase(text, hit.start, hit.end, hit.code, instruments)
        alike = named and phrase.article == "another" and hit.cue == "deal"
        named.append(replace(phrase, code=named[-1].code) if alike else phrase)
    return named


def _is_short(text: str, before: Phrase, hit: Hit) -> bool:
    """Whether the cue is the acronym of the instrument before it, between commas: "a letter of intent, LoI,"."""
    short = hit.end - hit.start <= _ACRONYM_LENGTH and text[hit.start].isupper() and text[hit.end - 1].isupper()
    return (
        short
        and hit.code == before.code
        and text[before.end : hit.start] == ", "
        and text[hit.end : hit.end + 1] == ","
    )


def _is_other(text: str, hit: Hit, instruments: Codebook) -> bool:
    """Whether the cue names no document there: "regulation", "bank notes", "free trade agreement negotiations"."""
    if hit.cue in _sets()["never"] or _lacks_plural(instruments, text[hit.start : hit.end], hit.cue):
        return True
    if hit.cue == "notes" and not _EXCHANGED.search(text, max(0, hit.start - 24), hit.start):
        return True
    if hit.cue == "agreement" and _THEIR.search(text, max(0, hit.start - 8), hit.start) and _TO.match(text, hit.end):
        return True  # "signalling their agreement | to strengthen ties"
    if hit.cue == "agreement" and _AGREED.search(text, max(0, hit.start - 16), hit.start):
        return True
    if hit.cue in _GENERAL and (text[hit.end - 1] in "sS" or not _GENERAL[hit.cue].match(text, hit.end)):
        return True
    return _modifies().match(text, hit.end) is not None


def _joined(text: str, before: Phrase, start: int, end: int, code: str) -> Phrase:
    """Two instruments in a row are one phrase ("memorandum agreement"); the last names it, unless it is its acronym."""
    acronym = text[before.end : start].strip().startswith("(")
    closing = _CLOSED.match(text, end) if acronym else None
    end = closing.end() if closing else end
    return replace(before, end=end, code=before.code if acronym else code)


def _lacks_plural(instruments: Codebook, head: str, cue: str) -> bool:
    """Whether the words are the singular of a cue that is listed in the plural only."""
    return cue[-1] == "s" and head[-1] != "s" and head.lower() not in _listed(instruments)


@cache
def _listed(instruments: Codebook) -> frozenset[str]:
    return frozenset(cue.lower() for entry in instruments.codes for cue in entry.cues)


def _phrase(text: str, start: int, end: int, code: str, instruments: Codebook) -> Phrase:
    head = text[start:end]
    listed = collapse(head.lower()) in _listed(instruments)
    plural = bool(_PLURAL.match(head)) or (head[-1] in "sS" and not listed)
    plural = plural or "/" in text[max(0, start - 1) : start] + text[end : end + 1]  # "Agreement/MoU" heads a column
    compounded = _HYPHENED.search(text, max(0, start - 40), start) if text[start - 1 : start] == "-" else None
    start = compounded.start() if compounded else start
    begin, article = _modifiers(text, start)
    before = text[max(0, begin - 30) : begin].rstrip()
    renewed = _RENEWED.search(text, max(0, begin - 30), begin) if before.endswith(_OF) else None
    if renewed:
        begin, article = renewed.start(), ""
    counted = renewed is not None or before.endswith("of")
    several = article in _sets()["several"] or (counted and _NUMBER_OF.search(text, max(0, begin - 30), begin))
    plural = plural or bool(several)  # "seven memorandum of understanding", "a number of memorandum"
    acronym = _ACRONYM.match(text, end) if text.find("(", end, end + 4) >= 0 else None
    compound = bool(_COMPOUND.match(head))
    return Phrase(
        begin, acronym.end() if acronym else end, code, article, plural, begin < start or compound, head=start
    )


def _modifiers(text: str, start: int) -> tuple[int, str]:
    """Where the phrase begins, with the modifiers before the instrument, and the determiner before it."""
    table = _sets()
    begin, pending = start, 0
    floor = max(0, start - _BEFORE)
    for _ in range(9):
        word, at = _word_before(text, max(floor, begin - pending - 40), begin - pending)
        if not word:
            break
        plain = word if word[0] == "(" and _in_brackets(word) else word.lstrip(_OPENING)
        plain = plain[1:] if _BULLETED.match(plain) else plain
        if plain.lower() in table["determiners"]:
            return (begin - pending if pending else begin), plain.lower()
        if plain.lower() in ("and", "&") and not pending and (begin < start or _is_joint(text, at, start)):
            pending = begin - at
            continue
        if plain == "of" and not pending and _is_named_after(text, floor, at, begin):
            pending = begin - at
            continue
        if not _is_modifier(plain, table):
            return begin, "the" if plain.endswith("ed") and _THE_SIGNED.search(text, at - 12, begin) else ""
        begin, pending = at + len(word) - len(plain), 0
        if plain != word:
            break
    return begin, ""


def _is_named_after(text: str, floor: int, of: int, begin: int) -> bool:
    """Whether "of" stands inside a name in capitals: "Status of | Forces Agreement", but not "Ministry of | Trade"."""
    word, _ = _word_before(text, floor, of)
    named = word[:1].isupper() and word.isalpha() and word.lower() not in _sets()["owners"]
    return named and text[begin].isupper() and countries.code_of(text[begin : begin + 40].split(maxsplit=1)[0]) is None


def _is_joint(text: str, place: int, start: int) -> bool:
    """Whether "and" before a cue of two words stands in a name: "Partnership and | Cooperation Agreement"."""
    before = text[max(0, place - 24) : place].split()[-1:]
    named = text[start].isupper() and bool(before) and before[0].isalpha() and before[0][0].isupper()
    after = text[start : start + 40].split()[1:2]
    papers = _sets()["papers"]
    return named and before[0].lower() not in papers and bool(after) and after[0].strip(",.;").lower() in papers


def _word_before(text: str, floor: int, place: int) -> tuple[str, int]:
    """The last word that a gap parts from `place`, and where it begins; "" where a paragraph ends between."""
    window = text[floor:place]
    bare = window.rstrip()
    gap = window[len(bare) :]
    if not bare or not gap or gap.count("\n") > 1:
        return "", place
    amount = _AMOUNT.search(bare) if bare[-1] == ")" else None
    word = amount.group() if amount else bare.rsplit(maxsplit=1)[-1]
    return word, floor + len(bare) - len(word)


def _in_brackets(word: str) -> bool:
    """Whether a bracket stands inside a name: an amount, or letters as in "Security Council (SCL) Charter"."""
    return bool(_AMOUNT.match(word) or (_LETTERS.fullmatch(word) and word not in ("(MOU)", "(MOC)", "(LOI)")))


def _is_modifier(word: str, table: dict[str, frozenset[str]]) -> bool:
    """Whether the word may be part of the phrase; "Implementing Programme" is, "implementing the programme" is not."""
    if word[:1] == "(" and _in_brackets(word):
        return True
    if not word or not (word[-1].isalnum() or word[-1] in "'’%") or word.startswith(("-", "–", "—", "•", "*")):
        return False
    return word.lower() not in table["not_modifiers"] or (word[0].isupper() and word.endswith("ing"))


@cache
def _sets() -> dict[str, frozenset[str]]:
    table = words.table("documents")
    verbs = {
        form for verb in table["verb"] for form in (*verb["past"], *verb["base"], *verb["noun"]) if " " not in form
    }
    others = {*table["not_modifiers"], *verbs, *table["status"]["initialled"]}
    parties = table["parties"]
    return {
        "owners": frozenset((*parties["institutions"], *parties["fields"], *parties["offices"], *_HEADS)),
        "never": frozenset(table["never"]),
        "papers": frozenset(parties["papers"]),
        "several": frozenset(table["several"]),
        "determiners": frozenset((*table["articles"], *table["numbers"], "another")),
        "not_modifiers": frozenset(others - {"exchange"}),  # "Data Exchange Agreement"
    }


@cache
def _modifies() -> re.Pattern[str]:
    """What makes an instrument before it only say of which kind it is."""
    return re.compile(rf"\s{words.alternation(words.table('documents')['kinds']['of'])}\b", re.IGNORECASE)
