"""Pages of the course that follow from dated data, one a language: written by the build, or only compared."""

from collections.abc import Callable
from pathlib import Path

from promplan import assets, language


def page_file(name: str, speech: str) -> Path:
    """Where the page of a language lies: `assets/law/en/law.md`."""
    return assets.folder() / name / speech / f"{name}.md"


def write_pages(name: str, sources: str, page: Callable[[str], str], check: bool = False) -> list[str]:
    """Write the pages of both languages, or only look; returns what is stale, with the data it does not follow from."""
    stale = []
    for speech in language.LANGUAGES:
        file, text = page_file(name, speech), page(speech)
        if file.is_file() and file.read_text(encoding="utf-8") == text:
            continue
        if check:
            stale.append(f"assets/{name}/{speech}/{name}.md does not follow from {sources}: run promplan build")
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return stale
