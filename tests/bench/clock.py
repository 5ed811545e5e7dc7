"""How long something takes, in seconds of this process."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from typing import Any

from generator.language import load_normalizer, load_stemmer


def time_once(action: Callable[[], Any]) -> float:
    """Return the processor time of `action`, with no stem remembered from before."""
    load_stemmer.cache_clear()
    load_normalizer.cache_clear()
    start = time.process_time()
    action()
    return time.process_time() - start


def find_exponent(seconds: Mapping[int, float]) -> float:
    """Return the exponent by which time grows with size, between the ends.

    >>> find_exponent({10: 1.0, 100: 10.0})
    1.0
    """
    (small, first), (large, last) = min(seconds.items()), max(seconds.items())
    return round(math.log(last / first) / math.log(large / small), 6)
