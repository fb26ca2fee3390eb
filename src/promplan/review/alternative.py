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


def faults(where: str, field: str, text: str, title: str = "") -> Iterator[Finding]:
    """What is wrong with an alternative text; one finding at most."""
    if blank(text):
        told = say("Whoever does not see the picture learns nothing of it.")
        yield Finding(where, told, say("say in one or two sentences what is seen, and why it matters"), field=field)
    elif PICTURE.match(text):
        told = say("It says that it is a picture; a screen reader says so itself.")
        yield Finding(where, told, say("begin with what is seen"), cut(text), field=field)
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
