"""Nothing, and very much of it."""

import zlib
from functools import cache


@cache
def zeros(mebibytes: int) -> bytes:
    """Return so many MiB of zeros, compressed a thousand times, without ever having them all."""
    packer, block = zlib.compressobj(6), bytes(2**20)
    packed = [packer.compress(block) for _ in range(mebibytes)]
    return b"".join((*packed, packer.flush()))
