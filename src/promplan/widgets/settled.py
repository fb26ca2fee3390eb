"""What is loaded stays loaded: Python's collector need not look at it again while a hand is on a slider.

A notebook's kernel holds 140,000 objects of the course and its libraries, and one full look at them takes about 70 ms:
longer than all that lies between a slider's move and the new picture.
"""

import gc


def settle() -> None:
    """Clear away what nobody needs, and set apart what is left; whatever comes later is collected as ever."""
    gc.collect()
    gc.freeze()
