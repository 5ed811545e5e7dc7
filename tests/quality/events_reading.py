"""Scraped articles whose dates and outlets are known."""

from __future__ import annotations

import hashlib
import json
import re
import statistics
from pathlib import Path

from generator.models import Article
from tests.quality.figures import Figure
from tests.quality.read import read_bytes

LABELS = Path(__file__).parent / "gold" / "event_dates.json"
_FOREIGN = re.compile(
    r"https?://|www\.|^(?:\S+ ){0,5}on (?:facebook|twitter)\W*\Z|^share (?:this|on)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-Z]{3,}[A-Z ,/]*(?:\([A-Za-z]+\))? ?(?:--|—|–) ")


def measure_events(data: Path) -> list[Figure]:
    """Return figures on publication dates, outlets and foreign lines among the sentences."""
    labels = json.loads(LABELS.read_text("utf-8"))
    dates, hosts, foreign, sentences = [], [], 0, 0
    for manifest in sorted((data / "events").glob("*/manifest.json")):
        for row in json.loads(manifest.read_text("utf-8"))["articles"]:
            raw = (manifest.parent / row["file"]).read_bytes()
            article = read_bytes(row["file"], raw)
            day = row.get("date") or labels.get(hashlib.sha256(raw).hexdigest()[:16])
            if day:
                dates.append(article.metadata.published.value == day)
            hosts.append(article.metadata.publisher.value == row["source"].removeprefix("www."))
            foreign += count_foreign(article)
            sentences += len(article.sentences)
    return [
        Figure("events: publication date", statistics.mean(dates), 0.95, items=len(dates)),
        Figure("events: outlet", statistics.mean(hosts), 0.95, items=len(hosts)),
        Figure(
            "events: sentences with address, dateline or share line", foreign, 0, True, sentences
        ),
    ]


def count_foreign(article: Article) -> int:
    """Return how many sentences hold an address or share line, or begin with a dateline."""
    texts = [article.show(sentence.span) for sentence in article.sentences]
    return sum(bool(_FOREIGN.search(text) or _DATELINE.match(text)) for text in texts)
