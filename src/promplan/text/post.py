"""A post for a network, as data: how it begins, where it leads, what it asks of its reader. Nothing is judged here."""

import re
from dataclasses import dataclass

from promplan.text.lengths import sentences, words

STEP = re.compile(
    r"^(?:come|visit|apply|write|call|sign up|register|ask|watch|see|read|join|send|tell|share"
    r"|look|find|try|book|choose"
    r"|приходите|приезжайте|запишитесь|записывайтесь|напишите|пишите|звоните|позвоните|смотрите|посмотрите|читайте|узнайте"
    r"|зарегистрируйтесь|регистрируйтесь|оставьте|отправьте|присылайте|пришлите|расскажите|поделитесь|спросите|спрашивайте"
    r"|попробуйте|выберите|присоединяйтесь|подпишитесь|подайте|подавайте)\b",
    re.IGNORECASE,
)
LINK = re.compile(r"https?://[^\s)»”\"]+", re.IGNORECASE)
TAG = re.compile(r"(?<![\w/&])#[^\W\d_]\w*")


@dataclass(frozen=True)
class Post:
    """A post as data: its first line, its links and hashtags, and whether it asks its reader something.

    Args:
        first: the first sentence: what is seen before "more".
        step: a sentence that asks the reader to do something, or "".
        question: is there a question to the reader?
    """

    first: str
    words: int
    links: tuple[str, ...]
    hashtags: tuple[str, ...]
    step: str
    question: bool


def post(text: str) -> Post:
    """What a post has, for the rules of channels."""
    told = sentences(LINK.sub(" ", text))
    step = next((one for one in told if STEP.match(one.lstrip("—–-•→ 👉"))), "")
    return Post(
        told[0] if told else "",
        len(words(text)),
        tuple(one.rstrip(".,;:!?") for one in LINK.findall(text)),
        tuple(TAG.findall(text)),
        step,
        any(one.rstrip('»”" ').endswith("?") for one in told),
    )
