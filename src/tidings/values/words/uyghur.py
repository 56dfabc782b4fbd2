"""Uyghur words of dates and figures (Arabic script; months also in Latin letters)."""

DATES_ENDINGS = FIGURES_ENDINGS = (
    "دا دە تا تە نىڭ دىن تىن غا گە قا كە نى ى سى ىنىڭ ىدا ىدە ىدىن ىغا ىگە ىنى دىكى تىكى ىدىكى "
    "لىرى لىرىدا لار لەر غىچە گىچە قىچە كىچە ىغىچە"
    " da de ta te ning din tin gha ge qa ke i si ida ide ining idin igha ige gha"
)

DATES = """
month 1: يانۋار, yanwar
month 2: فېۋرال, fewral, féwral
month 3: مارت, mart
month 4: ئاپرېل, ئاپرىل, aprel, april
month 5: ماي
month 6: ئىيۇن, iyun
month 7: ئىيۇل, iyul
month 8: ئاۋغۇست, awghust
month 9: سېنتەبىر, سېنتەبر, sentebir
month 10: ئۆكتەبىر, ئۆكتەبر, öktebir
month 11: نويابىر, نويابر, noyabir
month 12: دېكابىر, دېكابر, dékabir, dekabir
season 21: bahar, باھار, ئەتىياز
season 22: yaz, ياز
season 23: küz, كۈز
season 24: qish, قىش
weekday 0: دۈشەنبە
weekday 1: سەيشەنبە
weekday 2: چارشەنبە
weekday 3: پەيشەنبە
weekday 4: جۈمە
weekday 5: شەنبە
weekday 6: يەكشەنبە
year 0 1: يىل, يىلى, يىلىنىڭ, يىلنىڭ, يىللىق, yil, yili
plural: يىللار, يىللىرى, يىللاردا
monthword 0 1: ayda, ayning, aydin, ئاي, ئېيى, ئاينىڭ, ئايدا, ئېيىنىڭ, ئېيىدا, ay
dayword: كۈن, كۈنى, كۈنىدە, چېسلا, küni, kün
unit 0 1: كۈن
unit 1 1: ھەپتە
born: تۇغۇلغان, تۇغۇلغان يىلى, تۇغۇلغان ۋاقتى, يىلى تۇغۇلغان, تۇغ
approx: تەخمىنەن, ئەتراپىدا, چامىسىدا, شۇ ئەتراپتا
part 1: باشلىرى, باشلىرىدا
part 2: ئوتتۇرىسى, ئوتتۇرىلىرى, ئوتتۇرىسىدا, ئوتتۇرىلىرىدا
part 3: ئاخىرلىرى, ئاخىرلىرىدا
part 4: بېشى, بېشىدا
part 5: ئاخىرى, ئاخىرىدا, ئاخىرىغا
part 6: بىرىنچى يېرىمى, ئالدىنقى يېرىمى, ئالدىنقى يېرىمىدا
part 7: ئىككىنچى يېرىمى, كېيىنكى يېرىمى, كېيىنكى يېرىمىدا
born: tughulghan
since_post: beri, buyan, بۇيان, باشلاپ, بېرى
until_post: قەدەر
after_post: كېيىن
before_post: بۇرۇن, ئىلگىرى
or: ياكى
and: ۋە, بىلەن
pick -1: يېقىنقى, ئۆتكەن, ئالدىنقى
pick 0 1: شۇ
pick 0: بۇ, مۇشۇ
pick 1: كېلەر, كېلەركى, كېيىنكى
relyear -1: بۇلتۇر
relyear 0: بۇ يىل
relmonth -6 1: يېرىم يىل ئىلگىرى, يېرىم يىل بۇرۇن
day -1: تۈنۈگۈن
day 0: بۈگۈن
day 1: ئەتە
told 1: ئەتىسى, ئەتىسىگە
told 0: شۇ كۈنى
ago: ئىلگىرى, بۇرۇن, ئاۋۋال
later: كېيىن
"""

FIGURES = """
one 1: بىر
number 1: بىر
number 2: ئىككى
number 3: ئۈچ
number 4: تۆت
number 5: بەش
number 6: ئالتە
number 7: يەتتە
number 8: سەككىز
number 9: توققۇز
number 10: ئون
number 20: يىگىرمە
number 30: ئوتتۇز
number 40: قىرىق
number 50: ئەللىك
number 60: ئاتمىش
number 70: يەتمىش
number 80: سەكسەن
number 90: توقسان
power 100: يۈز
power 1000: مىڭ
power 1000000: مىليون
vague 20 99: ئونلىغان, نەچچە ئون
vague 200 999: يۈزلىگەن, نەچچە يۈز, بىر قانچە يۈز, بىرنەچچە يۈز, بىر نەچچە يۈز
vague 2000 9999: مىڭلىغان, نەچچە مىڭ, بىر قانچە مىڭ, بىرنەچچە مىڭ
vague 20000 99999: ئون مىڭلىغان, نەچچە ئون مىڭ
vague 200000 999999: يۈز مىڭلىغان, نەچچە يۈز مىڭ
vague 2000000 9999999: مىليونلىغان
over_post: ئارتۇق, كۆپ, كۆپرەك
least: كەم دېگەندە, ئەڭ ئاز دېگەندە, ئاز دېگەندە
least_post: كەم ئەمەس, ئاز ئەمەس
about: تەخمىنەن
so: ئەتراپىدا, چامىسىدا, ئەتراپىدىكى
nearly_post: يېقىن
most: ئەڭ كۆپ بولغاندا, ئەڭ كۆپ
most_post: قەدەر, ئاشمايدىغان
less_post: ئاز, كەم
and: بىلەن, ۋە
or: ياكى
person: ئادەم, كىشى, ئۇيغۇر, نەپەر, ئايال, بالا, قازاق, نەپەر كىشى
ban: يىل, يىلى, يىللىق, yil, yili, yilliq, ay, kün, küni, yash, ayliq, ئايلىق, ياش, ياشلىق, ئاي
ban: كۈن, كۈنى, ھەپتە, سائەت, مىنۇت, پىرسەنت, يۈەن, كىلومېتىر
ban: تەڭگە, نومۇر
numbered: نومۇرى, تېلېفون, ماددا
"""
