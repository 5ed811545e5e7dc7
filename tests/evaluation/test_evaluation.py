"""Reading clusters, counting ROUGE, comparing rankers."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rouge_score.rouge_scorer import RougeScorer

from generator.errors import InputError
from generator.evaluation.clusters import load_clusters
from generator.evaluation.comparison import find_interval
from generator.evaluation.report import evaluate_folder, render_evaluation
from generator.evaluation.rouge import score_words, split_words

STORM = (
    "A storm closed the harbour of the northern town on Monday. Forty boats were driven onto the"
    " rocks before noon. The mayor thanked the crews who had worked through the night."
)
AFTER = (
    "Forty boats lay on the rocks after a storm closed the harbour on Monday. Insurers sent three"
    " inspectors to the town. Fish was dear all week in the markets of the coast."
)
CLUSTER = {
    "id": "storm",
    "docs": [{"id": "0", "text": STORM}, {"id": "1", "text": AFTER}],
    "references": ["A storm closed the harbour and drove forty boats onto the rocks."],
}


@pytest.fixture
def folder(tmp_path):
    line = json.dumps(CLUSTER)
    (tmp_path / "a.jsonl").write_text(f"{line}\n\n{line}\n")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    (tmp_path / "notes.txt").write_text("not a cluster")
    return tmp_path


def test_a_folder_of_files_is_read_gzipped_or_not(folder):
    assert [cluster.id for cluster in load_clusters(folder)] == ["storm"] * 3
    assert load_clusters(folder / "b.jsonl.gz")[0].texts == (STORM, AFTER)


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "3", '{"docs": []}', '{"docs": [{"text": "a"}]}', '{"docs": 3, "references": 4}'],
)
def test_what_is_no_cluster_is_named_by_file_and_line(tmp_path, line):
    (tmp_path / "a.jsonl").write_text(json.dumps(CLUSTER) + "\n" + line)
    with pytest.raises(InputError, match=r"a\.jsonl:2"):
        load_clusters(tmp_path)


def test_a_broken_archive_and_an_empty_folder_are_errors_of_input(tmp_path):
    with pytest.raises(InputError, match="no clusters"):
        load_clusters(tmp_path)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"{}" * 99)[:12])
    with pytest.raises(InputError, match="cannot be read"):
        load_clusters(tmp_path)


@settings(deadline=None)
@given(st.text("abc de.fing", max_size=60), st.text("abc de.fing", max_size=60))
def test_rouge_is_that_of_the_rouge_score_package(text, reference):
    scorer = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    expected = scorer.score(reference, text)
    found = score_words(split_words(text), [split_words(reference)])
    assert found.rouge_1 == pytest.approx(expected["rouge1"].fmeasure)
    assert found.rouge_2 == pytest.approx(expected["rouge2"].fmeasure)


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_interval_holds_the_mean_and_is_the_same_twice(values):
    interval = find_interval(values)
    assert interval.low - 1e-6 <= interval.mean <= interval.high + 1e-6
    assert interval == find_interval(values)


def test_the_oracle_is_not_beaten_and_no_summary_is_too_long(folder):
    evaluation = evaluate_folder(folder, words=15)
    rows = {row.ranker: row for row in evaluation.rows}
    assert rows["oracle"].rouge_1.mean == max(row.rouge_1.mean for row in evaluation.rows)
    assert all(row.words <= 15 for row in evaluation.rows)
    assert {"coverage", "lead", "random", "lex-rank", "kl", "as printed"} <= set(rows)
    assert json.dumps(evaluation.shape())


def test_the_table_shows_the_rankers_asked_for(folder):
    table = render_evaluation(evaluate_folder(folder, 15, ["lead", "coverage"])).splitlines()
    assert table[0].startswith("3 clusters, summaries of up to 15 words")
    assert [line.split()[0] for line in table[1:]] == ["ranker", "lead", "coverage"]


def test_an_unknown_ranker_is_named(folder):
    with pytest.raises(InputError, match="pagerank"):
        evaluate_folder(folder, 15, ["pagerank"])
