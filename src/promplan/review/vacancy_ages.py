"""Years that a vacancy asks for, as vacancies write them: aged 20–35, «до сорока», and a trade with a tag behind it."""

import re

TENS = (
    r"(?:двадцати|тридцати|сорока|пятидесяти|шестидесяти)(?:[\s-](?:одного|двух|тр[её]х|четыр[её]х|пяти|шести|семи|"
    r"восьми|девяти))?|(?:twenty|thirty|forty|fifty|sixty)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
)
YEARS = rf"(?:(?<!\d)(?:1[4-9]|[2-7]\d)(?!\d)|\b(?:{TENS})\b)"
SPAN = rf"{YEARS}(?:\s*(?:[-–—]|to|and|до)\s*{YEARS})?"
AGE = re.compile(
    rf"\b(?:age[sd]?|возраст\w*)\b[^\d.]{{0,20}}{SPAN}"
    rf"|(?:\b(?:under|up to|over|above|from|(?:not |no )?(?:younger|older) than)\s+)?{SPAN}[-\s]*"
    r"(?:years?[-\s]olds?\b|years?\sof\sage\b)"
    rf"|\b(?:under|past|over|up to|(?:not |no )?(?:younger|older|more) than)\s+{YEARS}"
    r"(?=\s*(?:$|[.!?)]|[,;](?!\d)|years\b|wanted\b|required\b|needed\b|sought\b|who\b|please\b))"
    rf"|\b(?:under|up to|not over|no older than)\s+{YEARS}(?=\s+and\s+[a-z])"
    rf"|\bдо\s+{YEARS}(?=\s*(?:[,;)]\s*[а-я]|$|[.!]))"
    rf"|\b(?:кому|которым|им|вам|тебе|ему|ей)\s+(?:ещё |еще )?(?:нет|до|за)\s+{YEARS}"
    r"|\bвам\s+(?:чуть |уже |ещё |еще |немного )?(?:за|под|до)\s+(?:двадцать|тридцать|сорок|пятьдесят|шестьдесят)\b"
    rf"|\bот\s+{YEARS}\s+до\s+{YEARS}(?=\s*(?:$|[.,;!?)]))"
    rf"|(?:\bот\s+)?{YEARS}\s*(?:[-–—]|до)\s*{YEARS}\s*лет\b"
    rf"|\b(?:max\.?|maximum|at most|no more than|макс\.?|максимум|не более)\s+{YEARS}\s*(?:years?|лет)\b"
    rf"|\b(?:до|от|не старше|не моложе|старше|моложе|младше)\s+{YEARS}\s*(?:лет|года?)\b"
    rf"|\b(?:не старше|моложе|младше)\s+{YEARS}(?=\s*(?:$|[.!?)]))"
    rf"|(?<=, ){YEARS}\s?[-–—]\s?(?:2[5-9]|[3-7]\d)(?=\s*(?:$|[,.;!?)]))"  # handymen, 18-35
    rf"|\b(?:до|лет до|после)\s+(?:{TENS})\b(?=\s*(?:$|[.,!?)]))",
    re.IGNORECASE,
)
# «Грузчик (муж., 25–40 лет)», "Packer, female, under 30": a trade with a sex or an age behind it, and no more
TAG = re.compile(
    rf"^[^\W\d][\w\s-]{{2,40}}(?:\s?[(,:]|\s[–—-])\s*(?:(?P<sex>муж(?:чин\w*)?\.?|жен(?:щин\w*)?\.?|девушк\w+|"
    rf"юнош\w+|парн\w+|men|man|male|women|woman|female|m|f|м|ж)\b\.?"
    rf"(?:[\s,;]+(?:(?:от|до|aged?|under|up to|over)\s+)?(?:{SPAN})?(?:\s*(?:лет|years?(?: old)?|г\.))?)?"
    rf"|(?:(?:от|до|aged?|under|up to)\s+)?{YEARS}(?:\s*(?:[-–—]|to|до)\s*{YEARS})?\s*(?:лет|"
    rf"years?(?: old)?))\s*\)?\s*[.!]?$",
    re.IGNORECASE,
)
# «Кладовщица, 30–45 лет, без детей», "Welder (m), repair crew": a trade, its tag, and more behind it
TAGGED = re.compile(
    rf"^(?P<trade>[^\W\d][\w\s-]{{2,40}}?)(?:\s?[(,:]|\s[–—-])\s*(?:муж(?:чин\w*)?\b\.?|жен(?:щин\w*)?\b\.?|девушк\w+|"
    rf"юнош\w+|пар(?:ень|н\w+)\b|(?:young\s)?(?:men|man|male|women|woman|female|lady|girl|lad)\b|[mfмж](?=\s?[),])|"
    rf"(?:(?:от|до|не (?:более|больше|старше|моложе)|aged?|of|under|up to|(?:not |no )?(?:over|older than|more than))"
    rf"\s+)?{YEARS}(?:\s*(?:[-–—]|to|до)\s*{YEARS})?\s*(?:лет|years?(?: old)?)\b"
    rf"|(?:aged?|возраст)\s+{SPAN}(?=\s*(?:$|[,.;)]))|[mfмж]\s?/\s?[mfмж][\s,;]+{SPAN}(?=\s*(?:$|[,.;)])))",
    re.IGNORECASE,
)
# "Under thirty? The works wants you": whom one calls by their years
CALLED_AGE = re.compile(
    rf"^\W*(?:(?:are|if) you(?:'re| are)?\s+|(?:если\s+)?(?:вам|тебе)\s+|ты\s+|вы\s+)?(?:still\s+|ещё\s+|еще\s+)?"
    rf"(?:under|over|up to|between|not yet|младше|моложе|старше|нет|до|от)\s+{SPAN}[^.!?,]{{0,12}}[?,]",
    re.IGNORECASE,
)
