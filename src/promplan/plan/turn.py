"""One at a time: a kernel runs cells and the handlers of its widgets in two threads, and the plan is held once.

Since ipykernel 7 what a browser sends to a widget is handled beside the cells, in a thread of its own. Whoever reads
and changes what is held of the plan, or what is shown of it, has the turn for so long; who has it may ask again.
"""

import threading
from types import TracebackType


class Turn:
    """The turn of this kernel, and what is known only to whoever has it.

    Attributes:
        saves: how many changes a store has said to be on the disk. Nothing else says that something was saved.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self.saves = 0

    def __enter__(self) -> "Turn":
        self._lock.acquire()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._lock.release()


TURN = Turn()
