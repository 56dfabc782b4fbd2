"""Chinese words of dates and figures, simplified and traditional."""

DATES_ENDINGS = ""
FIGURES_ENDINGS = ""

DATES = """
season 21: 春, 春天, 春季
other: 春节, 春運, 春运, 中国, 中國, 中共, 初中, 初三
season 22: 夏, 夏天, 夏季
season 23: 秋, 秋天, 秋季
season 24: 冬, 冬天, 冬季
weekday 0 -1: 上周一, 上星期一, 上礼拜一, 上週一
weekday 1 -1: 上周二, 上星期二, 上礼拜二, 上週二
weekday 2 -1: 上周三, 上星期三, 上礼拜三, 上週三
weekday 3 -1: 上周四, 上星期四, 上礼拜四, 上週四
weekday 4 -1: 上周五, 上星期五, 上礼拜五, 上週五
weekday 5 -1: 上周六, 上星期六, 上礼拜六, 上週六
weekday 6 -1: 上周日, 上星期日, 上礼拜日, 上週日
weekday 0: 星期一, 周一, 礼拜一
weekday 1: 星期二, 周二, 礼拜二
weekday 2: 星期三, 周三, 礼拜三
weekday 3: 星期四, 周四, 礼拜四
weekday 4: 星期五, 周五, 礼拜五
weekday 5: 星期六, 周六, 礼拜六
weekday 6: 星期日, 星期天, 周日, 周天, 礼拜天
year 0 1: 年, 年份, 年度, 年里, 年间
plural: 年代, 年代的
monthword 0 1: 月, 月份, 月里, 月间
dayword: 日, 号, 號
unit 0 1: 天, 日
unit 2 1: 个月, 個月, 个多月
unit 1 1: 周, 星期, 个星期, 個星期, 礼拜, 个礼拜, 週
born: 出生年月, 生, 出生, 年生, 生于, 出生于, 出生日期, 年出生, 生於
approx: 约, 大约, 大概, 大致, 約, 大約, 左右, 前后, 前後, 上下, 可能
part 1: 上旬, 初期
part 2: 中旬, 中期
part 3: 下旬, 晚期
part 4: 初
part 5: 底, 末
part 6: 上半年, 上半
part 7: 下半年, 下半
since: 从, 由, 從, 自, 自从, 自從
since_post: 以来, 以來, 起, 开始, 至今, 以后, 之后, 以後, 之後, 後, 后
until_post: 为止, 為止, 前, 之前, 以前
until: 截至, 截止, 直到
between: 介于
or: 或, 或者
joiner: 至, 到, 至同年, 到同年
prep: 于, 在, 於, 的
of: 的
pick -1: 近, 最近, 过去, 過去, 上, 上个, 上個, 去
pick 0: 今, 这个, 本, 這個, 当
pick 1: 下, 下个, 下個, 明
relyear -2: 前年
relyear -1: 去年, 上年, 上一年
relyear 0: 今年, 本年, 同年, 当年
relyear 1: 明年, 来年, 下一年
relmonth -1: 上月, 上个月, 上個月
relmonth 0: 本月, 这个月, 這個月
relmonth 1: 下月, 下个月, 下個月
relweek -1: 上周, 上星期, 上个星期, 上週, 上礼拜
relweek 0: 本周, 这周, 这个星期, 本週
relweek 1: 下周, 下星期, 下个星期, 下週
relmonth -6 1: 半年前
day -2: 前天
day -1: 昨天, 昨日
day 0: 今天, 今日
day 1: 明天, 明日
told 1: 第二天, 次日, 翌日
told 0: 当天, 同日, 当日, 當天, 同一天
told -1: 前一天
ago: 前, 以前, 之前
later: 后, 以后, 之后
"""

FIGURES = """
more: 超过, 多于, 逾, 超過, 高于, 不止
least: 至少, 不少于, 最少, 起码, 不少於, 不低于, 少说
about: 约, 大约, 大概, 约有, 将约, 約, 大約, 近乎
nearly: 近, 将近, 接近, 差不多, 近乎, 將近
most: 不超过, 最多, 至多, 不多于, 不超過, 多达, 高达, 不高于
less: 不到, 少于, 不足, 低于, 未满
between: 介于
from: 从
joiner: 至, 到
or: 或
over_post: 多, 余, 餘, 几
plus: 以上, 及以上, 或以上, 或更多
most_post: 以下, 以内, 以內
so: 左右, 上下
vague 20 99: 数十, 几十, 數十, 幾十, 好几十
vague 200 999: 数百, 几百, 數百, 幾百, 上百, 好几百, 成百
vague 2000 9999: 数千, 几千, 數千, 幾千, 上千, 成千, 好几千
vague 20000 99999: 数万, 几万, 數萬, 幾萬, 上万, 成千上万
vague 200000 999999: 数十万, 几十万, 數十萬, 幾十萬
vague 2000000 9999999: 数百万, 几百万, 數百萬, 幾百萬
vague 10 19: 十几, 十幾
classifier: 人, 名, 个, 位, 個, 口, 人次, 个人, 名人, 户, 对, 家
person: 人, 名, 位, 人次, 口人, 个人
ban: 年, 月, 日, 天, 号, 周, 个月, 小时, 分钟, 秒, 点, 岁, 歲, 元, 美元, 人民币, 块, 公里, 米
ban: 公斤, 平方, 届, 个星期, 星期, 小時, 年代
ban: 坚戈, 条, 章, 款, 版, 楼, 室, 时
numbered: 第, 百分之, 电话, 号码, 周, 星期, 礼拜, 之, 万分之
"""
