"""Where a name ends that is the instrument alone, or with its partner: before what it does, or is done under it."""

import re
from functools import cache

from communique import words
from communique.extract.documents import behind, trimming
from communique.extract.documents.phrases import Phrase

# "the memorandum speaks of", "this agreement specifically covers"
_DOES = re.compile(
    r"\s+(?:also\s+|[a-z]+ly\s+)?(?!(?:as|its|this|plus|across|towards|versus|besides|vis)\b)[a-z]{2,}s\b"
)
_KNOWN = ("the", "these", "both", "all")
_DO = re.compile(
    r"\s+(?:also\s+|[a-z]+ly\s+)?(?:span|cover(?:ed)?|aim|focus|address|seek|reflect|pave|set|provide|envisage|deal|relate|concern)\b"
)
# "the MoU on transport | abolishes permits", but no "agreement on work permits for nurses"
_TOPIC = r"\s+(?:on|for|concerning|regarding|about)\s+[a-z](?:[^.,;:]{1,100}?[a-z])??"
# "Alfa's MoU with Beta | outlines …"
_WITH_WHOM = re.compile(
    r"\s+with\s+(?:the\s+)?[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,5}(?=\s+(?:provides|sets|covers|outlines|seeks|concerns|allows|opens|establishes|"
    r"envisages|aims|foresees|commits|gives|creates|makes|paves|focuses|includes)\s)"
)
_UNDER_WHICH = re.compile(
    r"(?:\s+worth\s+[^,;]{3,40}?)?,?\s+(?:(?:under|by|in|through|with)\s+which|whereby)\s+[^;.]{3,180}?(?=,\s+(?:was|were|is|are|has|have|will)\b|[;.]|$)"
)
# "a deal | the White House says will support jobs"
_CONTACT = re.compile(
    r"\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){1,4}(?:says?|said|calls?|called|hopes?|hoped|expects?|expected|describes?|described)\b"
)
# "signed the memorandum | for Chad and Tom Berg signed for Togo"
_FOR_SIDE = re.compile(
    r"\s+(?:for|on\s+behalf\s+of)\s+(?:the\s+)?[A-Z][^.;]{2,160}?\b(?:sign(?:ed|ing)|did\s+so)\s+(?:for|on\s+behalf)\b"
)


def end(text: str, phrase: Phrase, limit: int) -> int | None:
    """Where the name ends if it is the instrument alone or with what is done under it, else None.

    "the protocol | Chad signed with Togo", "letter under which A and B will build a ship |", "the accord | covers tea".
    """
    start = phrase.end
    if (issued := behind.issued(text, phrase, limit)) is not None:
        return issued
    if _whose_own().match(text, start, limit):
        return start
    clause = None if phrase.plural else _UNDER_WHICH.match(text, start - phrase.elliptic, limit)
    clause = clause or (None if phrase.elliptic else _WITH_WHOM.match(text, start, limit))
    if clause:
        return trimming.trim(text, start, clause.end())
    aside = None if phrase.plural else _set_off().match(text, start, limit)
    if aside:
        return aside.end()
    told = _topic_does().match(text, start, limit) if phrase.article in ("the", "this") and not phrase.plural else None
    if told:
        return told.end("topic")
    alone = text.startswith(",", start) or _CONTACT.match(text, start, limit) or _does(text, phrase, limit)
    return start if alone and not phrase.elliptic else None


def _does(text: str, phrase: Phrase, limit: int) -> bool:
    """Whether the documents known before are told of behind: "this agreement | covers", "The agreements | cover"."""
    if phrase.plural and phrase.article in _KNOWN:
        return _DO.match(text, phrase.end) is not None
    if phrase.article == "the" and _FOR_SIDE.match(text, phrase.end, limit):
        return True
    known = phrase.article in ("the", "this") and not phrase.is_counted(text)
    return known and _DOES.match(text, phrase.end) is not None


@cache
def _topic_does() -> re.Pattern[str]:
    """ "the MoU on transport | abolishes permits"."""
    does = words.table("documents")["title"]["does"]
    clear, likely = words.alternation(does["verbs"]), words.alternation(does["also_nouns"])
    object_of = r"(?:an?|the|its|their|both|each|all|how|what|that|\d+)\b"
    between = r"(?:,\s+(?:signed\s+)?between\s[^.;]{3,140}?(?=,))?"
    return re.compile(rf"(?P<topic>{_TOPIC}{between}),?\s+(?:also\s+|[a-z]+ly\s+)?(?:{clear}\b|{likely}\s+{object_of})")


@cache
def _set_off() -> re.Pattern[str]:
    """ "an MoU|, on hydrogen|, was signed"; not "the agreement, on Monday, was signed"."""
    on = rf"on\s+{behind.no_time()}(?!the\s+(?:other|one|same)\b|(?:his|her|its|their|our)\b)"
    return re.compile(
        rf",\s+(?:{on}|concerning\s|regarding\s|in\s+the\s+field\s+of\s)[^,;.]{{2,90}}(?=,\s+(?:was|were|is|are|has|have|had|will|would)\b)"
    )


@cache
def _whose_own() -> re.Pattern[str]:
    """ "the protocol | Chad signed with Togo"."""
    verbs = words.alternation(words.table("documents")["parties"]["before_and_after"])
    return re.compile(rf"\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s+(?:has\s+|had\s+|have\s+)?{verbs}\b")
