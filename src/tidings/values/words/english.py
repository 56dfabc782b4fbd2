"""English words of dates and figures."""

DATES_ENDINGS = "'s ’s"
FIGURES_ENDINGS = ""

DATES = """
month 1: january, jan
month 2: february, feb
month 3: march
month 4: april, apr
month 5: may
month 6: june, jun
month 7: july, jul
month 8: august, aug
month 9: september, sept, sep
month 10: october, oct
month 11: november, nov
month 12: december, dec
bare 3: mar
season 21: spring, springtime
season 22: summer, summertime
season 23: autumn, fall
season 24: winter, wintertime
weekday 0: monday, mon
weekday 1: tuesday, tue
weekday 2: wednesday, wed
weekday 3: thursday, thu
weekday 4: friday, fri
weekday 5: saturday
weekday 6: sunday
year: year
year 0 1: years, yrs
plural: decade
monthword: month
monthword 0 1: months
unit 0: day
unit 0 1: days
unit 1: week
unit 1 1: weeks
born: born, born in, born on, b, dob, date of birth, year of birth, yob, year of birth
approx: about, around, circa, ca, c, approx, approximately, roughly, somewhere in, some time in
approx: sometime in, possibly, probably, ~, ≈, c .
part 1: early, early in
part 2: mid, middle of, the middle of, in the middle of
part 3: late, late in
part 4: beginning of, the beginning of, start of, the start of, first days of, the first days of
part 4: first weeks of, the first weeks of, beginning, start
part 5: end of, the end of, last days of, the last days of, final days of, close of
part 6: first half of, the first half of
part 7: second half of, the second half of
from: from
since_post: onward, onwards, and later
since: since, ever since, starting, starting in, beginning in, no earlier than
since: not before
until: until, till, up until, up to
by: by, no later than, not later than
before: before, prior to
after: after
between: between
and: and
or: or
joiner: to, through
roman 1: i
roman 2: ii
roman 3: iii
roman 4: iv
roman 5: v
roman 6: vi
roman 7: vii
roman 8: viii
roman 9: ix
roman 10: x
roman 11: xi
roman 12: xii
ordinal 1: first
ordinal 2: second
ordinal 3: third
ordinal 4: fourth
ordinal 5: fifth
ordinal 6: sixth
ordinal 7: seventh
ordinal 8: eighth
ordinal 9: ninth
ordinal 10: tenth
ordinal 11: eleventh
ordinal 12: twelfth
ordinal 13: thirteenth
ordinal 14: fourteenth
ordinal 15: fifteenth
ordinal 16: sixteenth
ordinal 17: seventeenth
ordinal 18: eighteenth
ordinal 19: nineteenth
ordinal 20: twentieth
ordinal 21: twenty - first
ordinal 22: twenty - second
ordinal 23: twenty - third
ordinal 24: twenty - fourth
ordinal 25: twenty - fifth
ordinal 26: twenty - sixth
ordinal 27: twenty - seventh
ordinal 28: twenty - eighth
ordinal 29: twenty - ninth
ordinal 30: thirtieth
ordinal 31: thirty - first
prep: as of, as at, in, on, during, throughout, within, at
of: of, the, a, an
pick -1: last, past, the last, the past
pick -1 1: previous, the previous, preceding, the preceding
pick 0 1: that, that same, the same
pick 0: this, current, the current
pick 1: next, coming, the next, the coming, upcoming, the upcoming
pick 1 1: following, the following
relmonth -6 1: half a year ago
day -2: the day before yesterday
day -1: yesterday
day 0: today
day 1: tomorrow
told 1: the next day, the following day, the day after
told -1: the day before, the previous day
told 0: that day, the same day, that same day, that very day
ago: ago, back
earlier: earlier, before, before that, previously
later: later, after that, afterwards
"""

FIGURES = """
one 1: one
number 0: zero
number 1: one
number 2: two
number 3: three
number 4: four
number 5: five
number 6: six
number 7: seven
number 8: eight
number 9: nine
number 10: ten
number 11: eleven
number 12: twelve, a dozen, one dozen
number 13: thirteen
number 14: fourteen
number 15: fifteen
number 16: sixteen
number 17: seventeen
number 18: eighteen
number 19: nineteen
number 20: twenty, a score
number 24: two dozen
number 36: three dozen
number 48: four dozen
number 6: half a dozen
number 30: thirty
number 40: forty
number 50: fifty
number 60: sixty
number 70: seventy
number 80: eighty
number 90: ninety
number 500: half a thousand
number 500000: half a million
power 100: hundred
power 1000: thousand
power 1000000: million, mln
power 1000000000: billion, bn
number 100: a hundred
number 1000: a thousand
number 1000000: a million
vague 24 99: dozens, dozens of, several dozen, a few dozen, some dozens
vague 20 99: tens, tens of, scores, scores of
vague 200 999: hundreds, hundreds of, several hundred, a few hundred, many hundreds
vague 200 999: many hundreds of
vague 2000 9999: thousands, thousands of, several thousand, a few thousand, many thousands
vague 2000 9999: many thousands of
vague 20000 99999: tens of thousands, tens of thousands of
vague 200000 999999: hundreds of thousands, hundreds of thousands of
vague 2000000 9999999: millions, millions of, several million, a few million
more: more than, over, above, exceeding, in excess of, upwards of, upward of, greater than
more: well over, just over, a little over, slightly more than, topping, excess of
least: at least, no fewer than, not fewer than, no less than, not less than, a minimum of
least: minimum, at the very least
about: ~, ≈, about, around, approximately, roughly, some, an estimated, estimated, circa, ca
about: approx, in the region of, on the order of, or so people, somewhere around
nearly: nearly, almost, close to, just under, just short of, a little under, approaching
most: up to, as many as, no more than, not more than, at most, at the most, a maximum of
most: maximum, not above, not exceeding, not over
less: fewer than, less than, under, below
between: between
from: from
and: and
joiner: to, through
or: or
plus: +, plus, or more, and more, and above, and counting
odd: odd
so: or so, or thereabouts, approximately
possibly: and possibly, or possibly, possibly, and perhaps, or perhaps, perhaps, and maybe
possibly: or maybe, maybe, or even, and even, if not
person: people, persons, person, men, man, women, woman, children, child, others, detainees
person: prisoners, inmates, relatives, families, citizens, residents, villagers, students
person: members, kazakhs, uyghurs, uighurs, muslims, individuals, names, victims
person: refugees, boys, girls, sons, daughters, brothers, sisters
ban: %, ％, €, ₸, ₽, year, years, yr, yrs, month, months, week, weeks, day, days, hour, hours
ban: minute, minutes, mins, second, seconds, percent, per cent, pct, dollar, dollars, yuan
ban: renminbi, rmb, tenge, rouble, roubles, ruble, rubles, euro, euros, pounds, usd, cny, kzt
ban: km, kilometre, kilometres, kilometer, kilometers, metre, metres, meter, meters, miles, mile
ban: kg, kilograms, hectares, acres, degrees, am, pm, o'clock, square, am, pct, points, th, st
ban: nd, rd
numbered: $, ￥, ¥, €, £, №, #, +, aged, age, no, number, nr, article, articles, section, chapter
numbered: page, room, cell, block, camp, unit, route, building, house, apartment, flat, phone
numbered: tel, telephone, article no, case, item, grade, class, row, paragraph, resolution
numbered: flight
"""
