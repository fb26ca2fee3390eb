"""By what the parts of a press release are known, in both languages: days, places, verbs of speech, names, contacts."""

import re

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр"
)
WHEN = re.compile(
    rf"\b\d{{1,2}}[ \u00a0](?:{MONTHS})\w*|\b(?:{MONTHS})\w*[ \u00a0]\d|\b\d{{1,2}}\.\d\d(?:\.\d{{2,4}})?\b"
    r"|\b(?:19|20)\d\d\b"
    r"|\b(?:today|yesterday|tomorrow|this (?:week|month|year|spring|summer|autumn|winter)|next (?:week|month|year)"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|сегодня|вчера|завтра|на этой неделе|в этом (?:году|месяце)"
    r"|в следующем (?:году|месяце)|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|весной|летом"
    r"|осенью|зимой)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:in|at|near|from)\s+(?:the\s+)?[A-Z][\w-]+|(?i:\b(?:в|во|на|под|из)\s+(?:городе?|посёлке|селе|районе|крае|области"
    r"|цехе?|заводе|музее|школе|колледже|университете|лицее)\w*)|(?:^|[\s(])[Вв]о?\s+[А-ЯЁ][а-яё-]{2,}"
)
WHO = re.compile(
    r"[«“\"][A-ZА-ЯЁ0-9][^»”\"]{1,60}[»”\"]|(?i:\b(?:plant|works|factory|company|team|school|college|university|students?|pupils?"
    r"|engineers?|workers?|foreman|завод\w*|комбинат\w*|предприяти\w*|компани\w*|команд\w*|школ\w*|колледж\w*|лице\w*|вуз\w*"
    r"|университет\w*|студент\w*|школьник\w*|инженер\w*|рабочи\w*|мастер\w*))\b"
)
VERB_EN = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|can|opens?|shows?|makes?|made|begins?|began|starts?|holds?|held|invites?|builds?"
    r"|built|launch\w*|presents?|gives?|gave|takes?|took|wins?|won|\w{3,}ed)\b",
    re.IGNORECASE,
)
VERB_RU = re.compile(
    r"\b\w+(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ит|ют|ут|ат|ят|ется|ится|ются|утся|атся|ятся)\b|\b(?:будет|будут|можно)\b",
    re.IGNORECASE,
)
SAID_EN = r"(?:says?|said|tells?|told|explains?|explained|adds?|added|notes?|noted|recalls?|recalled|asks?|asked)"
SAID_RU = (
    r"(?:говорит|говорят|сказал|рассказ|отметил|отмечает|поясн|объясн|добав|подчеркн|считает|вспомина|сообщ|"
    r"уточн|поделил|признал|шутит|уверен)\w*"
)
QUOTED = re.compile(r"[«“\"][^«»“”\"]{25,800}[»”\"]")
DASHED = re.compile(rf"(?m)^\s*[—–-]\s[^\n]{{20,800}}?[,.!?…][»”]?\s*[—–-]\s*(?={SAID_RU})", re.IGNORECASE)
# who says it, in the midst of what is said: «…, — говорит мастер. — …»
ASIDE = re.compile(rf"[,!?…]\s*[—–-]\s*({SAID_RU}[^—–«»\n]{{3,120}})", re.IGNORECASE)
NAME = re.compile(
    r"(?:\b[A-Z][a-z]+|\b[A-Z][a-z]?\.)\s+[A-Z][a-z]+|\b[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:\s+[А-ЯЁ][а-яё]+)?|\b[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]+"
)
SPEAKS = re.compile(rf"\b(?:{SAID_EN}|{SAID_RU})", re.IGNORECASE)
ABOUT = re.compile(
    r"^\W*(?:about (?:the )?(?:plant|company|works|team|us|project|[A-Z«“\"])|for reference|background"
    r"|notes? to editors?"
    r"|о (?:заводе|компании|предприятии|команде|проекте|нас)|об? [«“\"А-ЯЁ]|справк[аи]|для справки|справочно)",
    re.IGNORECASE,
)
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
PHONE = re.compile(r"(?<!\w)(?:\+7|\+\d{1,3}|8)[\s(\u00a0-]{0,2}\d{2,5}[)\s\u00a0-]{0,2}\d[\d\s\u00a0-]{3,10}\d(?!\w)")
CONTACT = re.compile(r"^\W*(?:contacts?|press contact|контакт\w*|пресс-служба|для сми)\b", re.IGNORECASE)
