"""A column of words: each text broken into lines that were measured, one under another."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from promplan.art.geometry import Label

Measure = Callable[[str, float, bool], float]  # words, size, bold: how long they are, in the unit of the size

LEADING = 1.32  # from one baseline to the next, in the size of the letters
ABOVE, BELOW = 0.93, 0.24  # the letters' height over the baseline and under it
STEP = 0.96  # of its size a text is tried next, until it fits


class Column:
    """Texts of one width. `labels` count from the column's own left and top; `words` say what stands at each."""

    def __init__(self, wide: float, measure: Measure) -> None:
        self.wide, self.measure = wide, measure
        self.labels: list[Label] = []
        self.words: dict[str, str] = {}
        self.high = 0.0

    def add(
        self,
        id: str,
        text: str,
        size: float,
        *,
        least: float = 0.0,
        most: int = 0,
        bold: bool = False,
        fill: str = "ink",
    ) -> bool:
        """Put a text under what stands there; True where all of it is said.

        Args:
            size: of its letters. least: down to it where the text breaks a word, or takes more than `most` lines
                (0: as many as it needs).
        """
        if not (text := " ".join(text.split(" ")).strip()):
            return True
        longest = max(text.split(" "), key=len)
        lines = list(self.broken(text, size, bold))
        while (0 < most < len(lines) or self.measure(longest, size, bold) > self.wide) and size * STEP >= (
            least or size
        ):
            size *= STEP
            lines = list(self.broken(text, size, bold))
        whole = not most or len(lines) <= most
        if not whole:
            lines = [*lines[: most - 1], self.cut(lines[most - 1], size, bold)]
        for n, line in enumerate(lines):
            name, y = f"{id}:{n}", self.high + (ABOVE + n * LEADING) * size
            self.labels.append(
                Label(0.0, y, name, size=size, fill=fill, bold=bold, long=self.measure(line, size, bold))
            )
            self.words[name] = line
        self.high += (ABOVE + BELOW + (len(lines) - 1) * LEADING) * size
        return whole

    def gap(self, high: float) -> None:
        """Leave room under what stands there; none at the top."""
        self.high += high if self.labels else 0.0

    def at(self, left: float, top: float) -> tuple[Label, ...]:
        """The labels at their place on the sheet."""
        return tuple(replace(one, x=one.x + left, y=one.y + top) for one in self.labels)

    def broken(self, text: str, size: float, bold: bool) -> Iterator[str]:
        """The text's lines; a word longer than the column is broken where the line ends."""
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.measure(longer, size, bold) <= self.wide:
                line = longer
                continue
            if line:
                yield line
            while len(word) > 1 and self.measure(word, size, bold) > self.wide:
                room = self._fitting(word, size, bold)
                yield word[:room]
                word = word[room:]
            line = word
        if line:
            yield line

    def cut(self, line: str, size: float, bold: bool) -> str:
        """The line with the sign that something is left out."""
        while line and self.measure(f"{line}…", size, bold) > self.wide:
            line = line[:-1].rstrip()
        return f"{line}…"

    def _fitting(self, word: str, size: float, bold: bool) -> int:
        """How many letters fit, one at least."""
        low, high = 1, len(word)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.measure(word[:middle], size, bold) <= self.wide else (low, middle - 1)
        return low
