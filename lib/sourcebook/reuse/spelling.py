"""One spelling for American and British English, so that two versions of a report line up."""

from __future__ import annotations

import re

# Stems are listed where a rule alone would turn a word into another one, as "fourth" into "forth".
_OUR = re.compile(
    "(arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb"
    "|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig)our"
)
_RE = re.compile(
    "(calib|cent|fib|goit|lit|lust|manoeuv|maneuv|meag|met|mit|och|sab|scept|sepulch|somb|spect"
    "|theat)re(s|d)?$"
)
_ENCE = re.compile("(def|off|lic|pret)ence")
_ISE = re.compile("([iy])s(e|ed|es|er|ers|ing|ation|ations|ational)$")
# Doubled only after an unstressed syllable: "travelled", "totalling"; not "called".
_LL = re.compile("([aeiou][^aeiou]{1,3}[aeiou]l|fuel|duel|dial|cruel)l(ed|ing|er|ers|or|ors)$")
_OTHER = {
    "acknowledgement": "acknowledgment", "aeroplane": "airplane", "afterwards": "afterward",
    "ageing": "aging", "aluminium": "aluminum", "amongst": "among", "anaemia": "anemia",
    "analogue": "analog", "artefact": "artifact", "artefacts": "artifacts", "catalogue": "catalog",
    "cheque": "check", "cheques": "checks", "cosy": "cozy", "dialogue": "dialog",
    "dialogues": "dialogs", "draught": "draft", "encyclopaedia": "encyclopedia",
    "enquiries": "inquiries", "enquiry": "inquiry", "enrol": "enroll", "foetus": "fetus",
    "fulfil": "fulfill", "gaol": "jail", "grey": "gray", "haemorrhage": "hemorrhage",
    "instalment": "installment", "instalments": "installments", "jewellery": "jewelry",
    "judgement": "judgment", "judgements": "judgments", "learnt": "learned",
    "leukaemia": "leukemia", "likeable": "likable", "mould": "mold", "moustache": "mustache",
    "orthopaedic": "orthopedic", "paediatric": "pediatric", "plough": "plow",
    "practise": "practice", "practised": "practiced", "practising": "practicing",
    "programme": "program", "programmes": "programs", "pyjamas": "pajamas", "sceptic": "skeptic",
    "sceptical": "skeptical", "scepticism": "skepticism", "sceptics": "skeptics",
    "skilful": "skillful", "spelt": "spelled", "sulphur": "sulfur", "towards": "toward",
    "tyre": "tire", "tyres": "tires", "whilst": "while", "percent": "%", "pct": "%",
}  # fmt: skip


def one_spelling(word: str) -> str:
    """Return a lower-case word in one spelling for both sides of the Atlantic.

    Mostly the American one. It is a key to compare by, never shown: "advise" becomes "advize",
    which does no harm as long as no other word does.

    Examples
    --------
    >>> [one_spelling(word) for word in "labourers totalled organisation defence fourth".split()]
    ['laborers', 'totaled', 'organization', 'defense', 'fourth']
    """
    if word in _OTHER:
        return _OTHER[word]
    if len(word) > 30:  # no English word; and a text of one endless word costs nothing
        return word
    word = _OUR.sub(r"\1or", word)
    word = _RE.sub(r"\1er\2", word)
    word = _ENCE.sub(r"\1ense", word)
    word = _ISE.sub(r"\1z\2", word)
    return _LL.sub(r"\1\2", word)
