"""English verb forms: from any form back to its lemma.

Regular forms are made by the spelling rules; irregular ones are listed as
"base past participle". `NOUN_TOO` holds verbs whose base or s-form is as often a noun.
"""

from __future__ import annotations

from functools import cache

IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|bring brought brought|build built built|burn burned burned|buy bought bought
catch caught caught|choose chose chosen|come came come|cut cut cut|deal dealt dealt|dig dug dug
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown
forbid forbade forbidden|force forced forced|forget forgot forgotten|free freed freed
get got got|give gave given|go went gone|grow grew grown|hang hung hung|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known
lay laid laid|lead led led|learn learned learned|leave left left|let let let|lose lost lost
make made made|mean meant meant|meet met met|overhear overheard overheard|pay paid paid
put put put|quit quit quit|read read read|ring rang rung|rise rose risen|run ran run
say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set
shake shook shaken|shoot shot shot|show showed shown|shut shut shut|sing sang sung|sit sat sat
sleep slept slept|speak spoke spoken|spend spent spent|stand stood stood|steal stole stolen
stick stuck stuck|strike struck struck|swear swore sworn|sweep swept swept|swim swam swum
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought
throw threw thrown|undergo underwent undergone|understand understood understood
undertake undertook undertaken|wake woke woken|wear wore worn|weep wept wept|win won won
withdraw withdrew withdrawn|withhold withheld withheld|write wrote written|foresee foresaw foreseen
spread spread spread|oversee oversaw overseen|burst burst burst|cast cast cast|
mislead misled misled|freeze froze frozen|forgive forgave forgiven|lend lent lent|
overthrow overthrew overthrown|spit spat spat|split split split|ride rode ridden|
uphold upheld upheld|spring sprang sprung|cling clung clung|mistake mistook mistaken
overcome overcame overcome|retake retook retaken|rebuild rebuilt rebuilt
"""

REGULAR = """
abandon abduct abolish abuse accept accompany accuse achieve acknowledge acquit act add address
admit adopt advise affect affirm agree aim alert allege allow amnesty amount announce answer
apologise apologize appeal appear apply appoint apprehend approach approve argue arraign
arrange arrest arrive ask assault assess assist assume assure attack attempt attend avoid await
back ban banish bar base bathe beg begin behave believe belong blame blindfold block board book
borrow bury bundle call calculate campaign cancel capture care carry cause cease challenge
change charge chase check cite claim clear close collapse collect comb comment commit compare
compel complain complete comply concede conceal concern conclude condemn conduct confess
confine confirm confiscate confront consider consult contact contain contend continue
contradict contribute control convene convict cooperate cordon correct corroborate cost count
cover crack create criticise criticize cross cry damage dare dash deceive decide declare
decline defend delay deliver demand demolish demote denounce deny depart depend deploy deport
deprive describe deserve destroy detail detain deteriorate determine develop die differ direct
disagree disappear disband disclose discover discuss disembark dismiss dispatch disperse
display displace dispute disqualify distribute divide document doubt drag drop earn ease
educate eject elaborate elect embark emerge emphasise emphasize employ encounter end enforce
enjoy enter entitle escape escort establish estimate evacuate evade evict examine exchange
execute exercise exile exist expect expel expire explain express extend extort extradite face
fail fear fetch file fill fine finish fire flag flog follow forward found frame gather govern
grab graduate grant greet guarantee guard guess halt hamper handcuff handle happen harass harm
help hesitate hide hire hope host house humiliate identify ignore impose imprison improve
incarcerate include increase indicate indict infiltrate inform inherit injure inquire insist
inspect instruct intend intensify intercept interfere intern interrogate interrupt intervene
interview intimidate introduce investigate invite involve isolate issue jail jeopardise join
journey judge justify kick kidnap kill kneel knock label lack land launch license lift like
limit list listen live load locate lock look love lure maintain manage march mark marry matter
mention mistreat monitor move mourn murder nab name need neglect negotiate note notice notify
number obey object oblige observe obstruct obtain occupy occur offer open operate oppose order
organise organize oust outline overturn owe own pack pardon parole participate pass penalise
perform perish permit persist persuade phone photograph pick place plan play plead pledge plot
point pose possess post postpone pray prefer prepare present press presume pretend prevent
proceed process produce profess prohibit project promise prompt prosecute protect protest prove
provide publish pull punish pursue push question quote raid raise rape reach react realise
realize reappear reassure rebel recall receive reckon recognise recognize recommend record
recover recruit reduce refer refuse refute regard register regret reinstate reiterate reject
relate release relay relocate rely remain remand remember remove renounce repatriate repeat
replace reply report represent reprimand request require rescind rescue reserve reside resign
resist resolve respond rest restore restrict result resume resurface retain retire retract
return reunite reveal reverse review revoke risk rob round rule rush sack search secure seem
seize sense sentence separate serve settle share shelter shout sign signal silence slap slip
smuggle snatch sound specify stage start starve state station stay stem step stop store stress
strip study stuff subject submit succeed suffer suggest summon supply support suppose suppress
surface surrender surround survive suspect suspend suspect swallow talk target tax telephone
tell terminate terrorise testify text thank threaten tie tighten torture total touch track
trade trail train transfer transport travel treat trick trigger try turn unite update urge use
uncover vanish venture verify view violate drown suffocate desert ship visit voice volunteer
vote vow wait walk want warn watch weigh welcome whip whisper wish witness work worry wound
yield tweet email e-mail wire unveil worsen evict blacklist revise overstate understate deem
shackle fingerprint sterilise sterilize
abstain adapt admire advertise amputate analyse applaud assign attach authorise authorize award
bail behead bomb breach bribe bulldoze celebrate clean climb coerce combine comfort compensate
compete congratulate connect consist conspire construct convince cope crash crawl defect define
delete detect deter devote disbar discharge discourage donate dump edit electrocute eliminate
enable encourage endanger endorse endure engage ensure entertain erase exclude excuse exhume
explode explore expose falsify favour frighten fulfil gag haul hospitalise hospitalize hunt
hurry implicate imply impound impress incite inflict install insult invade invest joke jump kiss
laugh loot massacre mob mock molest nod nominate omit originate paint pause plant please
plunder pour praise preach preside print promote propose provoke punch purge quarrel rally
ransack raze rearrest rebuke recommend refrain rejoin remind renew repair repeal resettle
retaliate retrieve sabotage salute save scare scream seal shove slam slaughter smash smile
spare spray stab stalk storm strangle stretch struggle sue surprise switch tempt tend test toil
tolerate torch toss trace transform translate transmit trap trouble trust twist undermine
unleash utter value veto victimise wander waterboard wave wipe wonder wrap wreck yell
petition lodge ill-treat brief recapture
alarm appal decry deplore dismay disturb highlight lament outrage sadden
"""

NOUN_TOO = frozenset(
    """
abuse act address aim alert amnesty answer appeal approach arrest assault attack attempt back
ban bar base blame block board book call campaign care cause challenge change charge check
claim close comb comment concern contact control cost count cover crack cry damage delay demand
detail display dispute document doubt drop end escape estimate exercise exile experience face
fail fear file fine fire flag force found free guarantee guard guess halt harm help hope host
house increase intern interview issue jail judge journey label lack land leave license lift
like limit list live load lock look love march mark matter mention monitor move murder name
need note notice number object offer open order own pack pardon parole pass permit phone
photograph place plan play pledge plot point pose post present press process produce project
promise prompt protest pull push question quote raid rape record refuse regret release reply
report request rescue reserve rest result return review risk rule rush sack search sense
sentence set share shelter sign signal silence slap slip sound stage stand start state station
stay stem step stop store stress strike strip study subject supply support surface suspect talk
target tax telephone text tie total touch track trade trail train transfer transport travel
treat trick trigger try turn update use view visit voice vote vow wait walk warrant wish
witness work worry wound yield tweet email e-mail wire attempt beat cut deal drink drive fall
feel fight hold hit hurt kick lead let lie mean meet put read ring run show shot shut sleep
spend stick sweep think wear win broadcast might may well match round fine
award bail bomb breach bribe comfort crash discharge dump favour hunt insult joke jump kiss laugh
massacre mob paint pause plant praise print punch purge rally rebuke repair repeal sabotage
salute save scare scream seal smash smile spare spray spread split spring storm struggle
surprise switch test toil torch trace trap trouble trust twist value veto wave ride cast burst
petition lodge brief
""".split()
)

AUXILIARY = {
    **dict.fromkeys("be am is are was were been being".split(), "be"),
    **dict.fromkeys("have has had having".split(), "have"),
    **dict.fromkeys("do does did".split(), "do"),
    **dict.fromkeys("get gets got getting gotten".split(), "get"),
}
MODAL = frozenset("will would can cannot could may might must shall should ca wo sha".split())
_DOUBLING = frozenset(
    """
abet admit ban bar beg begin bet commit compel control cut dig drag drop expel forbid forget
get grab handcuf hit kidnap let nab occur permit plan plot prefer put quit rebel refer regret
remit rob run set shut sit slap slip stop strip submit swim transfer trap travel trim whip win
step tip pin gag jam
""".split()
)


def _stem(base: str) -> str:
    return base + base[-1] if base in _DOUBLING else base


def _s_form(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _ing_form(base: str) -> str:
    if base in {"die", "lie", "tie"}:
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def _ed_form(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return _stem(base) + "ed"


#: Past forms that the spelling rules miss.
_SPELT = {
    "travelled": "travel", "got": "get", "burnt": "burn", "acquitted": "acquit",
    "stabbed": "stab", "equipped": "equip", "cancelled": "cancel", "labelled": "label",
    "channelled": "channel", "quarrelled": "quarrel", "signalled": "signal", "spoilt": "spoil",
    "learnt": "learn", "leapt": "leap", "dreamt": "dream", "mobbed": "mob", "robbed": "rob",
}  # fmt: skip


@cache
def forms() -> dict[str, tuple[str, frozenset[str]]]:
    """Every known form -> (lemma, which of base, s, past, part, ing it can be)."""
    table: dict[str, tuple[str, set[str]]] = {}

    def note(form: str, base: str, kind: str) -> None:
        table.setdefault(form, (base, set()))[1].add(kind)

    for entry in IRREGULAR.replace("\n", "|").split("|"):
        if entry.strip():
            base, past, part = entry.split()
            for form, kind in ((base, "base"), (past, "past"), (part, "part")):
                note(form, base, kind)
            note(_s_form(base), base, "s")
            note(_ing_form(base), base, "ing")
    for base in dict.fromkeys(REGULAR.split()):
        if base in table:
            continue
        note(base, base, "base")
        note(_s_form(base), base, "s")
        note(_ing_form(base), base, "ing")
        for kind in ("past", "part"):
            note(_ed_form(base), base, kind)
    for form, base in _SPELT.items():
        note(form, base, "past")
        note(form, base, "part")
    return {form: (base, frozenset(kinds)) for form, (base, kinds) in table.items()}
