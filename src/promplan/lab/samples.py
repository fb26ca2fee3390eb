"""The samples of the exports: `assets/samples/{en,ru}`, the last example in every format, and a page that lists them.

They lie in the repository to be looked at and are laid for nobody: no wheel holds them. `promplan samples` writes them;
`plan.sha256` in each folder says of which plan they were made.
"""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from promplan.cases.example import example
from promplan.export.formats import FORMATS
from promplan.export.leaving import ALL, leave
from promplan.export.wanted import Wanted
from promplan.language import LANGUAGES, inside, say
from promplan.plan.codec import dumps

EXAMPLE, FOLDER, PAGE, DIGEST = "10-good", "samples", "README.md", "plan.sha256"
PICTURES = {"pdf": "plan.png", "one-page": "one-page.png", "posters": "posters.png", "pptx": "pitch.png"}
WIDE = 480  # pixels of a picture


def home(course: Path, speech: str) -> Path:
    """The folder of one language's samples."""
    return course / "assets" / FOLDER / speech


def digest(speech: str) -> str:
    """Of which plan, in which language, the samples are made."""
    with inside(speech):
        return hashlib.sha256(dumps(example(EXAMPLE))).hexdigest()


def write(course: Path) -> list[Path]:
    """Write all samples anew; every file that is there now."""
    found = []
    for speech in LANGUAGES:
        folder = home(course, speech)
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        found += _write(folder, speech)
    return found


def _write(folder: Path, speech: str) -> list[Path]:
    with inside(speech):
        plan = example(EXAMPLE)
        left = leave(plan, [ALL], folder, Wanted(plan.meta.as_of or date.min))
        lines = [
            f"# {say('What a plan becomes')}",
            "",
            str(say("One plan of the course, invented, in every format:")),
            "",
        ]
        for one in left:
            for file in one.files:
                lines.append(f"- [{file.name}]({file.name}): {one.format.words}, {one.format.lead}")
            if one.why is not None:
                lines.append(f"- {one.format.words}: {one.why}")
        for id_, name in PICTURES.items():
            for one in left:
                if one.format.id == id_ and one.files and (picture := _picture(one.files[0])):
                    (folder / name).write_bytes(picture)
                    lines += ["", f"![{one.format.words}]({name})"]
    (folder / PAGE).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    (folder / DIGEST).write_text(digest(speech) + "\n", encoding="ascii", newline="\n")
    return sorted(folder.iterdir())


def _picture(file: Path) -> bytes | None:
    """The first page of a document as PNG; None where nothing on this machine can open it."""
    pdftoppm, soffice = shutil.which("pdftoppm"), shutil.which("soffice")
    if pdftoppm is None or (file.suffix != ".pdf" and soffice is None):
        return None
    with tempfile.TemporaryDirectory() as room:
        page = file
        if file.suffix != ".pdf":
            profile = f"-env:UserInstallation={(Path(room) / 'profile').as_uri()}"
            words = [str(soffice), profile, "--headless", "--convert-to", "pdf", "--outdir", room, str(file)]
            subprocess.run(words, check=True, capture_output=True)
            page = Path(room) / f"{file.stem}.pdf"
        to = Path(room) / "page"
        words = [pdftoppm, "-png", "-singlefile", "-scale-to-x", str(WIDE), "-scale-to-y", "-1", str(page), str(to)]
        subprocess.run(words, check=True, capture_output=True)
        return to.with_suffix(".png").read_bytes()


def stale(course: Path) -> list[str]:
    """The languages whose samples are of another plan, or lack a file; cheap: nothing is made for it."""
    return [speech for speech in LANGUAGES if not _fresh(home(course, speech), speech)]


def _fresh(folder: Path, speech: str) -> bool:
    made = folder / DIGEST
    if not made.is_file() or made.read_text(encoding="ascii").strip() != digest(speech):
        return False
    page = (folder / PAGE).read_text(encoding="utf-8")
    names = {one.name for one in folder.iterdir()} - {PAGE, DIGEST}
    with inside(speech):
        told = all(str(one.words) in page for one in FORMATS.values())
    return told and all(f"({name})" in page for name in names) and all((folder / one).is_file() for one in _named(page))


def _named(page: str) -> Iterator[str]:
    """The files that the page leads to."""
    for line in page.splitlines():
        if line.startswith(("- [", "![")) and line.count("](") >= 1:
            yield line.partition("](")[2].partition(")")[0]
