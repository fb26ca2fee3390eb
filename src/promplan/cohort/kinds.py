"""What a file is that came instead of a plan, by its first bytes: said with what to ask for."""

import re

from promplan.language import Words, say

HEAD = 4_000  # bytes that are looked at
PLAN = re.compile(r"media[ _-]?plan.*\.json", re.IGNORECASE | re.DOTALL)
OFFICE = ("docx", "docm", "xlsx", "xlsm", "pptx", "odt", "ods", "odp", "epub", "jar")
ASK = say("Ask for the TEAM.promplan.zip that Hand in or promplan pack writes.")
ARCHIVES = {b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "rar", b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\0": "xz"}
PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"<svg")


def kind_of(name: str, head: bytes) -> str:
    """What a file is: "plan", "zip", or a word that `said` knows."""
    ending = name.rpartition(".")[2].casefold()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK")):
        if ending in OFFICE or b"[Content_Types].xml" in head or head[30:38] == b"mimetype":
            return "office"
        return "zip"
    if found := next((it for start, it in ARCHIVES.items() if head.startswith(start)), ""):
        return found
    if len(head) > 262 and head[257:262] == b"ustar":
        return "tar"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "office"
    if head.startswith(PICTURES):
        return "picture"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"{") and (b'"cells"' in text or b'"nbformat"' in text or ending == "ipynb"):
        return "notebook"
    if PLAN.fullmatch(name) or (b'"schema_version"' in head and text.startswith(b"{")):
        return "plan"
    if text[:200].lower().startswith((b"<!doctype html", b"<html")):
        return "page"
    if ending == "zip":
        return "zip" if head else "empty"  # a zip that is damaged from its first byte on
    return "empty" if not head else "other"


def said(kind: str) -> Words:
    """The kind in words."""
    match kind:
        case "office":
            return say("a document of an office program")
        case "7z" | "rar" | "gz" | "bz2" | "xz" | "tar":
            return say(
                "an archive of the kind {kind}, which is not opened here: unpack it and collect the folder", kind=kind
            )
        case "pdf":
            return say("a PDF")
        case "picture":
            return say("a picture or a film")
        case "notebook":
            return say("a notebook of the course, without the plan")
        case "page":
            return say("a web page, such as the plan as shown")
        case "typed":
            return say("a text typed into Moodle's page")
        case "backup":
            return say("a backup out of plan-backups")
        case "empty":
            return say("an empty file")
        case _:
            return say("another file")
