"""A name as an address writes it: small Latin letters, digits and hyphens; «Кольцо держит» becomes `koltso-derzhit`."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 40  # signs: an address is read aloud now and then
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщыэюяъь"
AS_READ = "a|b|v|g|d|e|e|zh|z|i|i|k|l|m|n|o|p|r|s|t|u|f|kh|ts|ch|sh|shch|y|e|iu|ia||"
LATIN = dict(zip(CYRILLIC, AS_READ.split("|"), strict=True))


@lru_cache(4096)
def slug(text: str, most: int = LONGEST) -> str:
    """The name as a slug, cut between words; empty where nothing of it can be written so.

    >>> slug("Одиннадцать минут у пресса"), slug("VK, the plant's page")
    ('odinnadtsat-minut-u-pressa', 'vk-the-plants-page')
    """
    low = unicodedata.normalize("NFC", text).casefold().replace("'", "").replace("’", "")
    latin = "".join(LATIN.get(sign, sign) for sign in low)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    made = ""
    for word in words:
        if len(made) + len(word) + 1 > most:
            return made or word[:most]
        made = f"{made}-{word}" if made else word
    return made
