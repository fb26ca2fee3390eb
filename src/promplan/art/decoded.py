"""A file's bytes as rows of cells: its encoding and its separator found out, and what is no table refused in words."""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from promplan.art.bounds import one_of
from promplan.language import Problem, say

LARGEST = 64 * 2**20  # bytes
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1251", "cp866")
SEPARATORS = (";", "\t", ",", "|")
SAMPLE = 200  # lines that the separator is found in
TALL = 20  # lines of one cell: more are no cell, but a quotation mark that never closes
SURE = 0.8  # of these
MARKS = {  # how a file begins that is no text
    b"PK\x03\x04": say("This is a workbook (.xlsx, .ods) or an archive. Open it and save the sheet as CSV."),
    b"\xd0\xcf\x11\xe0": say("This is an old workbook (.xls). Open it and save the sheet as CSV."),
    b"<": say("This is a web page or XML. Copy its table into a spreadsheet and save it as CSV."),
    b"{": say("This is JSON, and no table. Export the data as CSV."),
    b"%PDF": say("This is a PDF. Copy its table into a spreadsheet and save it as CSV."),
}
STRANGE = re.compile("[^\x20-\x7e\r\n\tА-Яа-яЁё°µ·±«»№–—−²³©®§‰’‘“”…\xa0€]")
CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1a\x1c-\x1f\ud800-\uf8ff]|[\u0100-\u03ff\u0500-\u1fff\u2400-\ud7ff]"
)  # in no table of measured values
SET = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # Excel's own first line


class Text(NamedTuple):
    """The text of a file and how it was encoded."""

    text: str
    encoding: str


def decoded(data: bytes, encoding: str = "") -> Text:
    """The text; UTF-8 and UTF-16 are certain, cp1251 and the older cp866 are told apart by their letters.

    Raises:
        Problem: nothing in it, more than 64 MB, no text, or not in the encoding that was named.
    """
    if not isinstance(data, bytes | bytearray | memoryview):
        raise Problem(say("The table: the bytes of a file are needed. Choose a CSV file."))
    data = bytes(data)
    if len(data) > LARGEST:
        raise Problem(
            say("The file is larger than {n} MB. Keep every tenth row, or the hours that you show.", n=LARGEST // 2**20)
        )
    for mark, words in MARKS.items():
        if data.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(mark):
            raise Problem(words)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Problem(say("The file is empty. Export the table again, and look into it before you choose it."))
    if encoding:
        one_of(encoding, say("The encoding"), ENCODINGS)
    name = encoding or _encoding(data)
    try:
        text = data.decode(name)
    except UnicodeError:
        raise Problem(say("The file is not in {encoding}. Save it as CSV in UTF-8.", encoding=name)) from None
    if len(CONTROL.findall(text[:100_000])) > max(2, 0.01 * min(len(text), 100_000)):
        raise Problem(say("This file is no text. Save the table as CSV and choose that file."))
    return Text(text, name)


def separator(text: str) -> str:
    """What parts the cells: the first by which nearly all rows have the same number of them; "" for a single column."""
    if (hit := SET.match(text)) is not None:
        return hit[1]
    lines = [one for one in text[:100_000].splitlines()[:SAMPLE] if one.strip() and not one.startswith("#")]
    best, found = (0.0, 0), ""
    if not lines:
        return found
    for sign in SEPARATORS:
        counts = [len(row) for row in _rows(lines, sign) if row]
        if not counts:
            continue
        usual = max(set(counts), key=lambda n: (counts.count(n), n))
        same = counts.count(usual) / len(counts)
        if usual < 2 or _decimals(lines, sign):
            continue
        if same >= SURE:  # decimal commas would part rows as evenly as commas do
            return sign
        best, found = max((best, found), ((same, usual), sign))
    return found


class Chunk(NamedTuple):
    """Rows of cells, and in which line of the file each begins, from 1; empty rows and comments are left out."""

    lines: Sequence[int]
    rows: list[list[str]]


def chunks(text: str, sign: str, first: int, size: int) -> Iterator[Chunk]:
    """The rows, `first` of them and then `size` at a time.

    Raises:
        Problem: a quotation mark that never closes.
    """
    lines = text.splitlines(keepends=True)
    skipped = 1 if SET.match(text) else 0
    reader = csv.reader(islice(lines, skipped, None), delimiter=sign or "\x1f", skipinitialspace=True)
    begun = 1 + skipped
    many = first
    while True:
        try:
            found = list(islice(reader, many))
        except csv.Error:  # a cell without end
            raise _endless(lines, sign) from None
        if not found:
            return
        ended = 1 + skipped + reader.line_num
        at: Sequence[int] = range(begun, ended)
        if len(at) != len(found):  # cells of several lines
            tall = [1 + sum(cell.count("\n") for cell in row) for row in found]
            at = list(accumulate(tall[:-1], initial=begun))
            for line, row in zip(at, found, strict=True):
                if any(cell.count("\n") > TALL for cell in row):
                    raise _left_open(line)
        begun, many = ended, size
        kept = [n for n, row in enumerate(found) if row and row[0][:1] != "#" and (row[0].strip() or _filled(row))]
        yield Chunk(at, found) if len(kept) == len(found) else Chunk([at[n] for n in kept], [found[n] for n in kept])


def _filled(row: list[str]) -> bool:
    return any(map(str.strip, row))


def _left_open(line: int) -> Problem:
    return Problem(say("Row {n}: a quotation mark opens and never closes. Close it, or take it away.", n=line))


def _endless(lines: list[str], sign: str) -> Problem:
    """What is wrong with a cell of more than a hundred thousand letters, and in which line it begins."""
    reader = csv.reader(lines, delimiter=sign or "\x1f", skipinitialspace=True)
    begun = 1
    try:
        for _ in reader:
            begun = reader.line_num + 1
    except csv.Error:
        pass
    if '"' in lines[begun - 1]:
        return _left_open(begun)
    return Problem(say("Row {n} has a cell longer than a page. Is this the table with the values?", n=begun))


def _rows(lines: list[str], sign: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=sign))
    except csv.Error:
        return []


def _decimals(lines: list[str], sign: str) -> bool:
    """Does the comma stand within numbers: two halves of a row, while the row of names has no comma at all?"""
    if sign != ",":
        return False
    return len(lines) > 1 and "," not in lines[0] and all(re.fullmatch(r"-?\d+,\d+", one.strip()) for one in lines[1:])


def _encoding(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:4000]
    if head[1::2].count(0) > 0.3 * len(head[1::2]):
        return "utf-16-le"
    if head[::2].count(0) > 0.3 * len(head[::2]):
        return "utf-16-be"
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeError:
        pass
    return max(("cp1251", "cp866"), key=lambda name: _likely(data[:200_000], name))


def _likely(data: bytes, name: str) -> int:
    """How much it reads like Russian: small letters for, strange signs against; a capital within a word as well."""
    try:
        text = data.decode(name)
    except UnicodeError:
        return -(10**9)
    inside = len(re.findall("[а-яё][А-ЯЁ]", text))
    return len(re.findall("[а-яё]", text)) - 3 * len(STRANGE.findall(text)) - 3 * inside
