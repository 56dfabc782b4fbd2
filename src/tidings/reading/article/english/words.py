"""Closed-class words of English and the tag each token gets.

Tags: D determiner, S possessive pronoun, P pronoun, N noun or adjective, R capitalised name word,
# number, G genitive mark, A auxiliary (be, have, do, modal), V verb, T infinitive "to",
I preposition, C coordinator, B subordinator, W relative, X adverb, ! negation, Q quotation mark,
@ part of a date, and punctuation as itself (, ; . - ( ) ).
"""

from __future__ import annotations

DETERMINER = frozenset(
    """
the a an this these those some any every each both another no such other all several neither
either
""".split()
)
POSSESSIVE = frozenset("his their my our your its whose".split())
PRONOUN = frozenset(
    """
he she her it they him them i me we us you himself herself themselves myself ourselves itself
someone somebody anyone anybody everyone everybody nobody none nothing something ours theirs
mine hers
""".split()
)
PREPOSITION = frozenset(
    """
in on at by for from with of to into onto about against between among under over through during
without within outside inside near beside behind before after since until till toward towards
across along around despite except like upon via per amid off out up down away back beyond
above below beneath following including regarding concerning versus besides
""".split()
)
PARTICLE = frozenset("up down away out off over back along".split())
COORDINATOR = frozenset("and or but nor yet &".split())
SUBORDINATOR = frozenset(
    """
that because if whether while although though unless when where why how what as whereas
whenever wherever lest once so than
""".split()
)
RELATIVE = frozenset("who which whom".split())
ADVERB = frozenset(
    """
also still even just only again soon then now later already ever never always often too very so
far here there there yet instead however meanwhile today once twice perhaps maybe almost
together home abroad alone apart quite rather well not n't immediately finally earlier further
anymore longer afterwards indeed thus therefore elsewhere somewhere nowhere ago upstairs
alive asleep unconscious unharmed
""".split()
)
NEGATION = frozenset("not n't never".split())
NUMBER_WORD = frozenset(
    """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
hundred thousand million billion dozen
""".split()
)
#: Abbreviations that do not end a sentence.
ABBREVIATION = frozenset(
    """
mr mrs ms dr prof st gen col maj capt lt sgt sr jr rev hon gov sen rep no nos vs etc inc ltd co
corp dept dist prov u.s u.n u.k e.g i.e a.m p.m jan feb mar apr jun jul aug sept sep oct nov
dec mt ft art approx ca cf fr fig sra
brig cmdr adm insp supt
""".split()
)
#: Small words inside a name or title.
NAME_PARTICLE = frozenset(
    "de del da das dos do bin ibn binti al el van von der la ben y ul ur u la".split()
)
TITLE_SMALL = frozenset("of the and for in on to at by with de del la a an against from".split())
