"""How people say things in English: which verbs, and what each does with what is said."""

from __future__ import annotations

from tidings.values import Mode

_BY_MODE = {
    Mode.ASSERTS: """
say tell state report announce add explain claim declare note write inform insist argue
maintain allege testify post tweet recall describe disclose reveal complain mention relate
affirm assert assure whisper reply respond answer warn recount acknowledge learn show indicate
cite read quote hear document record list broadcast publish name count email e-mail text stress
emphasise emphasize reiterate repeat contend
""",
    Mode.CONFIRMS: "confirm admit acknowledge concede verify corroborate recognise recognize",
    Mode.DENIES: "deny reject refute dispute contradict rebut dismiss",
    Mode.ESTIMATES: """
estimate believe think reckon suspect guess calculate put fear presume assume consider
""",
    Mode.PROMISES: "promise pledge vow undertake guarantee commit swear assure",
    Mode.THREATENS: "threaten",
    Mode.DECLINES_TO_SAY: "decline refuse",
    Mode.RETRACTS: "retract withdraw correct rescind",
}
#: What is deplored has happened: "condemns the arrest of X", "is alarmed by the arrest of X".
DEPLORE = frozenset(
    """
condemn denounce deplore decry protest criticise criticize regret lament alarm concern shock
sadden outrage dismay disturb worry appal highlight draw
""".split()
)
#: Lemma of a verb of saying -> what it does.
SPEECH = {lemma: mode for mode, lemmas in _BY_MODE.items() for lemma in lemmas.split()}
#: Plain saying: the mode is that of whoever inside does more.
TRANSPARENT = Mode.ASSERTS
#: These speak only with "that ..." or a quotation after them, else they are ordinary verbs.
NEEDS_CLAUSE = frozenset(
    """
show indicate cite read quote hear document record list publish name count learn describe
recall respond answer reply mention reveal disclose note broadcast repeat relate warn text
consider assume swear commit undertake put correct withdraw dismiss recognise recognize email
e-mail fear think suspect acknowledge correct withdraw put
""".split()
)
#: Objects with which the mode needs no clause: "withdrew its report", "denied the claim".
TALK = frozenset(
    """
report reports claim claims allegation allegations accusation accusations account accounts
story statement statements rumour rumours rumor rumors news assertion suggestion suggestions
charge toll version announcement denial information it that this figure figures number
""".split()
)
#: "denied her request", "rejected his appeal": refused, not called untrue.
REQUESTS = frozenset(
    """
request requests access permission entry visa visas bail appeal appeals application applications
visit visits treatment petition petitions offer bid demand demands motion
""".split()
)
#: With "not": something is kept back.
KEPT_BACK = frozenset(
    """
say disclose name give specify confirm reveal identify provide elaborate explain comment
discuss tell mention state release share acknowledge detail clarify deny publish make offer
""".split()
)
#: Passive with "not": what the issuer itself keeps back ("cannot be disclosed").
WITHHELD = frozenset("disclose reveal give provide release publish specify confirm name".split())
#: Objects of "give" and "provide" that are words, so that "gave no details" keeps something back.
DETAILS = frozenset(
    """
details detail figure figures number numbers reason reasons name names information explanation
comment breakdown date dates identity identities location evidence copies further more list
answer total toll data particulars
""".split()
)
#: With "not", "no" or "unanswered": silence.
SILENT = frozenset("respond reply answer return acknowledge".split())
REACHED = frozenset("reach contact".split())
#: Verbs after which an infinitive is what they do: "refused to say", "promised to free".
TAKES_INFINITIVE = frozenset(
    "decline refuse promise pledge vow threaten undertake agree offer fail".split()
)

#: Nouns and phrases -> the channel of what is said.
CHANNELS: tuple[tuple[str, str], ...] = (
    (
        r"\bby (?:\w+ )?(?:tele)?phone\b|\b(?:tele)?phone (?:call|interview)|"
        r"\bover the (?:tele)?phone|\b(?:tele)?phoned\b|\bcalled (?:from|me|us|her|him)\b|"
        r"\btelephone\b",
        "phone",
    ),
    (r"\be-?mail(?:ed)?\b", "email"),
    (r"\bsocial media\b", "social media"),
    (r"\bFacebook\b", "Facebook"),
    (r"\bTwitter\b|\btweet(?:ed)?\b", "Twitter"),
    (r"\bTelegram\b", "Telegram"),
    (r"\bInstagram\b", "Instagram"),
    (r"\bWhatsApp\b", "WhatsApp"),
    (r"\b(?:press|news) (?:conference|briefing)\b", "press conference"),
    (r"\bpress release\b", "press release"),
    (
        r"\b(?:in|by) (?:a|an|his|her|its|their|your|the)? ?(?:\w+ )?letter\b|\ba letter "
        r"(?:to|from)\b",
        "letter",
    ),
    (r"\bin (?:a|an|its|their|his|her) (?:\w+ )?statement\b", "statement"),
    (r"\bby radio\b|\b(?:over|on) the radio\b|\bon (?:[A-Z]\w+ )?Radio\b", "radio"),
    (r"\btalk show\b", "talk show"),
    (r"\bin (?:a|an) (?:\w+ )?interview\b", "interview"),
    (r"\b(?:on|on state|on national) television\b|\bon TV\b", "television"),
    (r"\b(?:in|on) (?:a|the) video\b", "video"),
    (r"\btext message\b|\bby text\b", "text message"),
    (r"\bin (?:a|the|its) bulletin\b", "bulletin"),
)
