"""A picture in words: is there an alternative text, does it tell what is seen, is it short enough to be listened to?"""

import re
from collections.abc import Iterator

from promplan.language import say
from promplan.review.finding import Finding
from promplan.review.message import cut
from promplan.text.substance import blank, shape

MOST = 250  # characters: longer ones are not listened to (domain.md B.3: 150 to 250, of low confidence)
PICTURE = re.compile(
    r"\W*(?:(?:a|an|the|our|this is an?|here is an?)\s+)?(?:picture|image|photo(?:graph)?|pic|illustration|graphic)"
    r"(?:\s+(?:of|showing|with|that)\b|\s*[:.—–-]|\s*$)"
    r"|\W*(?:здесь\s+|это\s+)?(?:картинка|картинке|изображение|изображён\w*|изображен\w*|фото(?:графия|графии)?|снимок|иллюстрация"
    r"|на (?:картинке|фото|фотографии|снимке|изображении|иллюстрации))(?!\w)",
    re.IGNORECASE,
)

ENDINGS = r"(?:jpe?g|png|gif|webp|svg|tiff?|bmp|heic|raw|mp4|mov|pdf|psd|ai)"
NUMBERED = r"(?:img|dsc\w?|pxl|photo|screenshot|scan|фото|снимок)"  # as cameras and telephones call their files
FILE = re.compile(rf"\W*[\w() -]{{1,80}}\.{ENDINGS}\W*|\W*{NUMBERED}[_ -]?\d[\w-]*\W*", re.IGNORECASE)
TEXT = (
    r"(?:alt(?:ernative)?[ -]?text|alt|description|caption|text"
    r"|описание|альт|альт-?текст|альтернативный текст|текст|подпись)"
)
COMES = (
    r"(?:goes|go|comes|to|here|follows|later|tbd|todo|add|missing|please|will|be|is|added|written"
    r"|добавить|добавим|дописать|допишем|написать|напишем|вставить|сюда|потом|позже|здесь|будет|тут|нужно|надо|нужен)"
)
NEVER_SAID = (  # of what is seen
    r"(?:to be (?:added|written|done|described)|goes here|lorem ipsum|tbd|tba|todo|fill (?:this )?in|placeholder"
    r"|(?:add|write|describe) (?:it |this |me )?later"
    r"|(?:добавить|дописать|допишу|допишем|написать|напишу|заполнить|описать|придумать)"
    r"(?:\W+(?:описание|текст|потом|позже|сюда))+)"
)
NOT_YET = re.compile(rf"\W*{TEXT}\b(?:\W+{COMES})*\W*|.{{0,30}}\b{NEVER_SAID}\b.{{0,20}}", re.IGNORECASE)


def faults(where: str, field: str, text: str, title: str = "") -> Iterator[Finding]:
    """What is wrong with an alternative text; one finding at most."""
    tell = say("say in one or two sentences what is seen, and why it matters")
    if blank(text):
        yield Finding(where, say("Whoever does not see the picture learns nothing of it."), tell, field=field)
    elif PICTURE.match(text):
        told = say("It says that it is a picture; a screen reader says so itself.")
        yield Finding(where, told, say("begin with what is seen"), cut(text), field=field)
    elif FILE.fullmatch(text):
        yield Finding(where, say("It is the name of a file."), tell, cut(text), field=field)
    elif NOT_YET.fullmatch(text):
        yield Finding(where, say("It says that a text is still to come."), tell, cut(text), field=field)
    elif len(text.split()) < 2:
        yield Finding(where, say("One word does not tell what is seen."), tell, cut(text), field=field)
    elif len(text) > MOST:
        told = say("It has {n} characters, and nobody listens to more than {most}.", n=len(text), most=MOST)
        fix = say("keep what matters; the rest belongs into the text beside it")
        yield Finding(where, told, fix, cut(text), field=field)
    elif title and shape(text) == shape(title):
        yield Finding(
            where, say("It repeats the title and tells nothing of what is seen."), tell, cut(text), field=field
        )
