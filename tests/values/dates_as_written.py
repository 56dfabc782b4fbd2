"""How people write a day, a month, a season and a year, by language and custom: for tests that
write a real date and read it back."""

from datetime import date

EN = "January February March April May June July August September October November December".split()
EN_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split()
RU = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
RU_OF = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
RU_IN = "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split()
KK = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()
KK_ON = (
    "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда "
    "қарашада желтоқсанда"
).split()
KK_OF = (
    "қаңтарының ақпанының наурызының сәуірінің мамырының маусымының шілдесінің тамызының "
    "қыркүйегінің қазанының қарашасының желтоқсанының"
).split()
KK_ARAB = (
    "قاڭتار اقپان ناۋرىز ءساۋىر مامىر ماۋسىم شىلدە تامىز قىركۇيەك قازان قاراشا جەلتوقسان"
).split()
UG = ("يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر").split()
HAN = "〇一二三四五六七八九"
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def han(number: int) -> str:
    """十二, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 1 else "十" if tens == 1 else HAN[tens] + "十") + (
        HAN[ones] if ones else ""
    )


def han_year(year: int) -> str:
    return "".join(HAN[int(digit)] for digit in str(year))


def days(d: date) -> list[str]:
    y, m, n = d.year, d.month, d.day
    i = m - 1
    return [
        d.isoformat(),
        f"{y}-{m}-{n}",
        f"{y}/{m:02d}/{n:02d}",
        f"{y}.{m}.{n}",
        f"{n:02d}.{m:02d}.{y}",
        f"{n}.{m}.{y} г.",
        f"{n:02d}.{m:02d}.{y}ж.",
        f"{n:02d}-{m:02d}-{y}",
        f"{y}{m:02d}{n:02d}",
        f"{d.isoformat()} 00:00:00",
        f"{n:02d}.{m:02d}.{y} 10:15",
        f"{d.isoformat()}T10:15:00Z",
        f"{n} {EN[i]} {y}",
        f"{EN[i]} {n}, {y}",
        f"{EN_SHORT[i]}. {n}, {y}",
        f"{n}-{EN_SHORT[i]}-{y}",
        f"the {n}th of {EN[i]}, {y}",
        f"on {n} {EN[i].upper()} {y}",
        f"{n} {RU_OF[i]} {y}",
        f"{n} {RU_OF[i]} {y} г.",
        f"{n}-го {RU_OF[i]} {y} года",
        f"{y} жылғы {n} {KK[i]}",
        f"{y} жылғы {n} {KK_ON[i]}",
        f"{y} ж. {n} {KK[i]}",
        f"{n} {KK[i]} {y} ж.",
        f"{y} жылдың {n} {KK[i]}",
        f"{y} жылы {KK[i]} айының {n}-інде",
        f"{y}-жылы {m}-айдың {n}-күні",
        f"{y} جىلعى {n} {KK_ARAB[i]}",
        f"{y}-جىلى {m}-ايدىڭ {n}-كۇنى",
        f"{y}-يىلى {n}-{UG[i]}",
        f"{y}-يىلى {m}-ئاينىڭ {n}-كۈنى",
        f"{y}-يىل {UG[i]}نىڭ {n}-كۈنى",
        f"{y}年{m}月{n}日",
        f"{y}年{m:02d}月{n:02d}号",
        f"{y} 年 {m} 月 {n} 日",
        f"{han_year(y)}年{han(m)}月{han(n)}日",
        f"{y}/{m}/{n}".translate(ARABIC_INDIC),
        f"{n:02d}.{m:02d}.{y}".translate(PERSIAN),
        f"{y}年{m}月{n}日".translate(FULL_WIDTH),
    ]


def months(d: date) -> list[str]:
    y, m = d.year, d.month
    i = m - 1
    return [
        f"{y}-{m:02d}",
        f"{m:02d}.{y}",
        f"{m}/{y}",
        f"{y}/{m:02d}",
        f"{EN[i]} {y}",
        f"in {EN[i]} of {y}",
        f"{EN_SHORT[i]} {y}",
        f"{EN_SHORT[i]}-{y}",
        f"{RU[i]} {y}",
        f"в {RU_IN[i]} {y} года",
        f"{y} жылғы {KK[i]}",
        f"{KK[i]} {y}",
        f"{y} ж. {KK[i]}",
        f"{y} жылдың {KK_OF[i]} ішінде".removesuffix(" ішінде"),
        f"{y} жылғы {KK[i]} айында",
        f"{y}-جىلى {KK_ARAB[i]}",
        f"{y}-يىلى {UG[i]}دا",
        f"{y}-يىلى {m}-ئايدا",
        f"{y}年{m}月",
        f"{han_year(y)}年{han(m)}月份",
    ]


SEASONS = {
    21: [
        *("spring {}", "весной {} года", "весна {}", "{} жылдың көктемінде"),
        *("{}年春天", "{}-يىلى باھاردا"),
    ],
    22: [
        *("summer {}", "летом {}", "лето {} г.", "{} жылғы жаз", "{}年夏", "{}-يىلى يازدا"),
    ],
    23: [
        *("autumn {}", "in the fall of {}", "осенью {}", "{} жылдың күзі"),
        *("{}年秋季", "{}-يىلى كۈزدە"),
    ],
    24: [
        *("winter {}", "зимой {}", "{} жылдың қысында", "қыс {}", "{}年冬天", "{}-يىلى قىشتا"),
    ],
}

YEARS = [
    "{}", "in {}", "{} г.", "{} год", "в {} году", "{} г.р.", "{} года рождения", "born in {}",
    "{} ж.", "{} жылы", "{} ж.т.", "{} жылы туған", "{} жыл", "{}年", "{}年生", "{}-يىلى",
    "{}-يىلى تۇغۇلغان", "{}-جىلى", "the year {}", "(b. {})",
]  # fmt: skip
