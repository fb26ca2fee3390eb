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

FILE = re.compile(
    r"\W*[\w() -]{1,80}\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp|heic|raw|mp4|mov|pdf|psd|ai)\W*|\W*(?:img|dsc\w?|pxl|photo|screenshot|scan|фото|снимок)[_ -]?\d[\w-]*\W*",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\W*(?:alt(?:ernative)?[ -]?text|alt|description|caption|text)\b(?:\W+(?:goes|go|comes|to|here|follows|later|tbd|todo|add|missing|please|will|be|is|added|written))*\W*"
    r"|.{0,30}\b(?:to be (?:added|written|done|described)|goes here|lorem ipsum|tbd|tba|todo|fill (?:this )?in|(?:add|write|describe) (?:it |this |me )?later|placeholder)\b.{0,20}"
    r"|\W*(?:описание|альт|альт-?текст|альтернативный текст|текст|подпись)(?:\W+(?:добавить|добавим|дописать|допишем|написать|напишем|вставить|сюда|потом|позже|здесь|будет|тут|нужно|надо|нужен))*\W*"
    r"|.{0,30}\b(?:добавить|дописать|допишу|допишем|написать|напишу|заполнить|описать|придумать)(?:\W+(?:описание|текст|потом|позже|сюда))+.{0,20}",
    re.IGNORECASE,
)


def faults(where: str, field: str, text: str, title: str = "") -> Iterator[Finding]:
    """What is wrong with an alternative text; one finding at most."""
    if blank(text):
        told = say("Whoever does not see the picture learns nothing of it.")
        yield Finding(where, told, say("say in one or two sentences what is seen, and why it matters"), field=field)
    elif PICTURE.match(text):
        told = say("It says that it is a picture; a screen reader says so itself.")
        yield Finding(where, told, say("begin with what is seen"), cut(text), field=field)
    elif FILE.fullmatch(text):
        told = say("It is the name of a file.")
        yield Finding(
            where, told, say("say in one or two sentences what is seen, and why it matters"), text, field=field
        )
    elif NOT_YET.fullmatch(text):
        told = say("It says that a text is still to come.")
        yield Finding(
            where, told, say("say in one or two sentences what is seen, and why it matters"), cut(text), field=field
        )
    elif len(text.split()) < 2:
        told = say("One word does not tell what is seen.")
        yield Finding(
            where, told, say("say in one or two sentences what is seen, and why it matters"), text, field=field
        )
    elif len(text) > MOST:
        told = say("It has {n} characters, and nobody listens to more than {most}.", n=len(text), most=MOST)
        yield Finding(
            where, told, say("keep what matters; the rest belongs into the text beside it"), cut(text), field=field
        )
    elif title and shape(text) == shape(title):
        told = say("It repeats the title and tells nothing of what is seen.")
        yield Finding(
            where, told, say("say in one or two sentences what is seen, and why it matters"), cut(text), field=field
        )
