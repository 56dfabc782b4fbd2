"""Words for who and what acts: bodies, roles, kin, groups, places. Tables, no rules."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: A noun phrase whose head is one of these is a body: it speaks and is spoken to.
BODY = _words("""
ministry office agency police court tribunal committee commission embassy consulate union
department directorate bureau council command corps army navy military force forces front
guerrilla militia government authority authorities administration parliament senate congress
party league association society organisation organization group network centre center
foundation trust institute university newspaper newspapers magazine radio television tv channel
station outlet website site press media service services secretariat prosecution prosecutors
prosecutor's prison jail camp hospital company mission delegation section division unit brigade
battalion regiment patrol bank church diocese vicariate observatory watch forum federation
confederation alliance coalition campaign board chamber registry junta regime state republic
kingdom mejlis emirate caliphate movement collective team judiciary cabinet presidency palace
gendarmerie guard intelligence security headquarters inspectorate ombudsman fund programme
bulletin gazette times post herald daily tribune journal list monitor chronicle international
circle syndicate guild observer observers defenders watchdog helpline
rights initiative project memorial nations crescent relief reporters amnesty
""")

#: Outlets: the noun before a name ("the news site X", "the newspaper X").
OUTLET = _words(
    """
newspaper magazine radio television tv channel station outlet website site agency daily weekly
broadcaster portal journal blog
"""
)

#: One person by what they do; a capitalised name after it is that person's name.
ROLE = _words("""
spokesman spokeswoman spokesperson minister president premier chairman chairwoman chairperson
chair director deputy head chief leader commander commandant officer official governor mayor
ambassador consul secretary envoy commissioner general colonel major captain lieutenant
sergeant admiral brigadier marshal corporal judge magistrate prosecutor attorney lawyer
advocate counsel solicitor barrister journalist reporter editor correspondent blogger activist
campaigner organiser organizer teacher professor lecturer student doctor nurse surgeon priest
bishop archbishop cardinal pastor imam monk nun rabbi reverend father sister brother poet
writer novelist author singer rapper musician actor artist painter filmmaker photographer
publisher farmer shopkeeper trader merchant businessman businesswoman driver guard guards
worker engineer scientist researcher scholar academic economist analyst expert adviser advisor
aide assistant coordinator representative member deputy senator congressman congresswoman
lawmaker legislator politician dissident prisoner detainee inmate cellmate cell-mate survivor
witness resident neighbour neighbor friend colleague classmate villager clerk investigator
detective inspector superintendent constable policeman policewoman soldier warden jailer
administrator manager employee carpenter mechanic tailor cook baker butcher barber fisherman
shepherd herder imam mullah sheikh elder chieftain king queen prince princess emir sultan
rapporteur commissioner ombudsman citizen national man woman boy girl person source defender
human-rights translator interpreter vice-president vice-chairman ex-president diplomat client
suspect defendant victim patient bassist guitarist drummer producer hostage captive veteran
tenant landlord passenger founder co-founder caretaker headmaster headmistress principal
schoolteacher pupil teenager youth singer comedian athlete footballer captain pilot sailor
speaker attaché rector dean bookseller opponent protester demonstrator trainee returnee refugee
migrant pensioner widow orphan child schoolboy schoolgirl toddler baby relative son daughter
mother husband wife parent uncle aunt cousin nephew niece grandfather grandmother grandson
granddaughter stepfather stepmother brother-in-law sister-in-law father-in-law mother-in-law
son-in-law daughter-in-law fiancé fiancée partner
""")

KIN_SEX = {
    **dict.fromkeys(
        """
father brother son husband uncle nephew grandfather grandson stepfather brother-in-law
father-in-law son-in-law fiancé man boy policeman spokesman chairman businessman king prince
monk priest bishop imam fisherman congressman schoolboy headmaster widower
""".split(),
        "m",
    ),
    **dict.fromkeys(
        """
mother sister daughter wife aunt niece grandmother granddaughter stepmother sister-in-law
mother-in-law daughter-in-law fiancée woman girl policewoman spokeswoman chairwoman
businesswoman queen princess nun congresswoman widow schoolgirl headmistress
""".split(),
        "f",
    ),
}
KIN = _words("""
father mother brother sister son daughter husband wife uncle aunt nephew niece cousin
grandfather grandmother grandson granddaughter parent spouse brother-in-law sister-in-law
father-in-law mother-in-law son-in-law daughter-in-law stepfather stepmother fiancé fiancée
child relative friend neighbour neighbor colleague classmate partner driver lawyer
""")
_CHILD, _PARENT = _words("son daughter child"), _words("father mother parent")
_SIBLING = _words("brother sister")
#: "my mother" means whoever called the speaker one of these.
INVERSE = {
    **dict.fromkeys(_PARENT, _CHILD),
    **dict.fromkeys(_CHILD, _PARENT),
    **dict.fromkeys(_SIBLING, _SIBLING),
    "husband": _words("wife"),
    "wife": _words("husband"),
}
KIN_PLURAL = {
    "brothers": "brother",
    "sisters": "sister",
    "sons": "son",
    "daughters": "daughter",
    "parents": "parent",
    "uncles": "uncle",
    "aunts": "aunt",
    "cousins": "cousin",
    "children": "child",
    "nephews": "nephew",
    "nieces": "niece",
    "friends": "friend",
}

#: Titles left out of a name.
HONORIFIC = _words(
    """
mr mrs ms miss dr prof professor sir madam madame señor señora sr sra mr. mrs. ms. dr. prof.
sr. sra. mx hon. hon rev. rev gen. col. maj. capt. lt. sgt. brig. cmdr. adm. insp. supt. fr. citizen
"""
)
TITLE_SEX = {
    "mr": "m",
    "mr.": "m",
    "sir": "m",
    "señor": "m",
    "mrs": "f",
    "mrs.": "f",
    "ms": "f",
    "ms.": "f",
    "miss": "f",
    "madam": "f",
    "madame": "f",
    "señora": "f",
}

#: Plural nouns without a plural ending.
PLURAL = _words(
    """
people police men women children clergy personnel youth staff others many several hundreds
thousands dozens scores tens some few families family those media relatives minorities youths
others rest crew couple crowd villagers
"""
)

#: Endings of plural nouns that name people by what they do or are.
PEOPLE_ENDING = (
    "ers",
    "ors",
    "ists",
    "ants",
    "ents",
    "ees",
    "ians",
    "men",
    "women",
    "ists",
    "eers",
)
#: Other plural nouns of people.
PEOPLE = _words("""
people persons students farmers families relatives youths nuns monks minorities deputies
clerics academics medics critics nurses pilgrims converts adults minors infants hostages
captives victims suspects fugitives couples girls boys kids cadres recruits conscripts
dissidents exiles patients guests pupils colleagues friends imams priests bishops pastors
children men women brothers sisters sons daughters parents uncles aunts cousins nephews nieces
husbands wives neighbours neighbors citizens nationals civilians detainees prisoners inmates
others those staff crew youth police soldiers guards lawyers judges activists journalists some
many hundreds thousands dozens scores most few all rest individuals peasants tribesmen natives
locals returnees members leaders heads chiefs officials intellectuals scholars artists poets
doctors rebels militants cooks drivers clerks secretaries spokesmen family generals colonels
mps lawmakers faithful disabled elderly dependants spouses
""")

#: Nouns of time, place and thing that are never the person something happened to.
NOT_PEOPLE = _words("""
list lists
time times day days week weeks month months year years hour hours morning evening night house
home car phone number telephone passport document documents land job work school street road
village town city country province region district county capital border centre building cell
room office door money property computer computers books equipment power control office hands
place part course meeting meetings talks conference hearing trial election elections ceremony
vote session view position record records list letter letters case matter question questions
order orders statement report reports responsibility action steps measures advantage care note
pictures photographs video aircraft hostage court food call calls visa breath seat bus train
flight account accounts it breakfast lunch dinner tea bread passports licences licenses homes
houses papers computers numbers doors matters borders offers members-only floors factors
sectors towers rivers containers headquarters quarters dollars trailers banners warnings
detentions arrests camps prisons talks years restrictions efforts activities opportunities
schools towns villages streets reasons charges names copies details proceedings circumstances
conditions allegations raids restrictions results rights relations workers-only information
news lead oath refuge shelter weapons drugs goods cash vehicle vehicles posters leaflets banner
banners issue risk effect demonstration demonstrations protest protests rally
""")

#: Country and capital names that stand for a government when they speak, else for a place.
PLACES = frozenset(
    word
    for word in """
Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain
Bangladesh Belarus Belgium Benin Bhutan Bolivia Botswana Brazil Britain Brunei Bulgaria Burkina
Burma Burundi Cambodia Cameroon Canada Chad Chile China Colombia Congo Croatia Cuba Cyprus
Denmark Djibouti Ecuador Egypt England Eritrea Estonia Ethiopia Europe Finland France Gabon
Gambia Georgia Germany Ghana Greece Guatemala Guinea Haiti Honduras Hungary Iceland India
Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo Kuwait
Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Lithuania Luxembourg Macedonia Madagascar
Malawi Malaysia Maldives Mali Malta Mauritania Mexico Moldova Mongolia Montenegro Morocco
Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan
Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland
Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan
Tajikistan Tanzania Thailand Tibet Togo Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay
Uzbekistan Venezuela Vietnam Wales Xinjiang Yemen Zambia Zimbabwe Chechnya Crimea Kashmir
Balochistan Beijing Moscow Ankara Tehran Damascus Minsk Nairobi Cairo Geneva London Paris
Washington Bangkok Jakarta Manila Colombo Kabul Islamabad Delhi Dhaka Hanoi Baghdad Tripoli
Khartoum Asmara Almaty Astana Tashkent Bishkek Dushanbe Ashgabat Istanbul Rome Berlin Brussels
Madrid Santiago Bogotá Caracas Lima Havana Managua Mosul Raqqa Africa Asia Central America
Americas West East North South
""".split()
)

#: Nouns and adjectives that often open a sentence with a capital.
COMMON = (
    ROLE
    | PLURAL
    | NOT_PEOPLE
    | _words("""
former last next many most more few hundreds dozens thousands police prosecutors officials
authorities soldiers militants residents activists relatives rights local state two-thirds
nearly union blogger rapper novelist journalist lawyer judge old young young new early late
other armed masked security
""")
)

#: Adjectives of peoples: alone they name nobody.
DEMONYMS = frozenset(
    word
    for word in """
Afghan African Albanian Algerian American Arab Argentine Armenian Asian Australian Austrian
Azeri Balkar Baloch Bashkir Belarusian Belgian Bengali Bolivian Bosnian Brazilian British
Bulgarian Burmese Burundian Cambodian Canadian Chechen Chilean Chinese Colombian Congolese
Croatian Cuban Czech Danish Dungan Dutch Egyptian English Eritrean Estonian Ethiopian European
Filipino Finnish French Georgian German Greek Guatemalan Haitian Han Hausa Hindu Honduran Hui
Hungarian Igbo Indian Indonesian Iranian Iraqi Irish Israeli Italian Japanese Jewish Jordanian
Karen Kazakh Kenyan Khmer Korean Kurdish Kurd Kyrgyz Lao Latvian Lebanese Libyan Lithuanian
Malay Malian Maya Mexican Mongol Mongolian Moroccan Muslim Nepali Nicaraguan Nigerian Norwegian
Oromo Pakistani Palestinian Pashtun Persian Peruvian Polish Portuguese Quechua Rohingya Roma
Romanian Russian Rwandan Salvadoran Saudi Serbian Shia Shiite Sikh Sinhalese Slovak Somali
Spanish Sudanese Sunni Swedish Swiss Syrian Tajik Tamil Tatar Thai Tibetan Tigrayan Tunisian
Turk Turkish Turkmen Ugandan Uighur Ukrainian Uyghur Uzbek Venezuelan Vietnamese Yazidi Yemeni
Zulu Christian Catholic Protestant Orthodox Buddhist
""".split()
)

#: Words for a part of a group named before.
QUANTITIES = frozenset("many some most several all few dozens hundreds thousands".split())
#: "both", "the couple", "all three": as many people as were told of together.
COUNTS = {"both": 2, "couple": 2, "pair": 2, "duo": 2, "two": 2, "three": 3, "trio": 3, "four": 4}
WHOLE = frozenset("both all the".split())
#: Those who take, rather than are taken.
UNIFORMED = frozenset(
    """
soldier policeman officer agent gunman militiaman troop trooper guard official militant
paramilitary prosecutor interrogator
""".split()
)
