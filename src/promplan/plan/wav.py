"""A WAV file on its way into the plan: the sound alone, without what a recorder writes beside it.

A recorder notes the day, the hour, its own number, often the place (`bext`, `iXML`, `LIST`): nothing of that travels
with the plan. A file that holds the sound alone, as the course's own do, is kept byte for byte.
"""

import struct

SOUND = {b"fmt ", b"fact", b"data"}
HEAD = 8  # bytes of a chunk before its content: four letters and its size


def bare(data: bytes) -> bytes:
    """The file with the sound's own chunks; what is no WAV, or ends before it should, is returned as it is."""
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        return data
    kept, at, others = [], 12, False
    while at + HEAD <= len(data):
        name, size = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + HEAD])[0]
        end = at + HEAD + size + size % 2
        if name in SOUND:
            kept.append(data[at:end])
        else:
            others = True
        at = end
    if not (others or at < len(data)) or not any(one.startswith(b"data") for one in kept):
        return data
    body = b"WAVE" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
