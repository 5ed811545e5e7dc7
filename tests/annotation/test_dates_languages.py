"""Dates of languages other than English: days, months, weekdays, and figures in any language."""

from dataclasses import replace

import pytest

from generator.annotation.dates import find_dates
from generator.models import Finding
from tests.annotation.articles import build_article

CASES = [
    ("de", "2025-01-22", "Am Montag, 20. Januar 2025, lief der Frachter aus.", ["2025-01-20"]),
    ("de", "2025-01-22", "Am Freitag wird der Rat neu gewählt.", ["2025-01-24"]),
    ("de", "2025-01-22", "Gestern und im März 2023 war zu.", ["2025-01-21", "2023-03"]),
    ("de", "2025-01-22", "Am frühen Morgen kamen 20 Boote, am 3. Tag mehr.", []),
    ("fr", "2025-02-03", "Le mardi 28 janvier, le pont a cédé.", ["2025-01-28"]),
    ("fr", "2025-02-03", "Aujourd’hui comme hier, rien.", ["2025-02-03", "2025-02-02"]),
    ("fr", "2025-02-03", "Le 1er février 2025 et en 2022.", ["2025-02-01", "2022"]),
    ("es", "2025-08-12", "El lunes 11 de agosto de 2025 ardió el monte.", ["2025-08-11"]),
    ("es", "2025-08-12", "En marzo de 2024 llovió por la mañana.", ["2024-03"]),
    ("ru", "2025-02-14", "В среду, 12 февраля, паром вернулся в порт.", ["2025-02-12"]),
    ("ru", "2025-02-14", "Вчера и в марте 2024 года дорогу закрывали.", ["2025-02-13", "2024-03"]),
    ("uk", "2025-02-14", "У березні 2024 року та 3 лютого.", ["2024-03", "2025-02-03"]),
    ("zh", "2025-07-09", "2025年7月8日，昨天下午，港口关闭。", ["2025-07-08", "2025-07-08"]),
    ("zh", "2025-07-09", "青石镇7日晚停电，30日前修复。", ["2025-07-07"]),
    ("ar", "2025-03-23", "أمس، بعد يوم الخميس 20 مارس 2025.", ["2025-03-22", "2025-03-20"]),
    ("pt", "2025-07-09", "Em 03/04/2025 e 2025-07-01.", ["2025-04-03", "2025-07-01"]),
    ("pt", "2025-07-09", "O porto fechou na segunda-feira.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "day", "sentence", "values"), CASES)
def test_dates_are_read_in_the_article_s_language(language, day, sentence, values):
    article = build_article(["-", sentence], day)
    spoken = replace(article.metadata, language=Finding(language, "given"))
    found = find_dates(replace(article, metadata=spoken))
    assert [mention.value for mention in found] == values
