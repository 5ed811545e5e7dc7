"""The command line: `dossier build | inspect | summarize | explain | verify | evaluate`.

Exit codes: 0 done, 1 problems under --strict or a check failed, 2 wrong use or settings. What a
command needs is imported inside it, so that `dossier --help` does not wait for numpy.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.config import RANKERS, Budget
from generator.errors import DossierError

if TYPE_CHECKING:
    from generator.build import Report
    from generator.desk import Answer

SETTINGS_FILE = "mkdocs.yml"
settings_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path(SETTINGS_FILE),
    show_default=True,
    help="The project's settings.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a machine.")


class _Commands(click.Group):
    """Turns our errors into a message and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DossierError as error:
            click.echo(str(error), err=True)
            ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Turn a folder of news articles into a site in which every sentence is cited."""


@main.command()
@settings_option
@click.option("--strict", is_flag=True, help="Exit with 1 if there is any problem.")
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
@click.option("-v", "--verbose", is_flag=True, help="Name every file written or removed.")
@json_option
def build(config_file: Path, strict: bool, quiet: bool, verbose: bool, as_json: bool) -> None:
    """Write the pages into docs/; `mkdocs build` makes the site of them."""
    from generator.build import write_dossier
    from generator.project import open_project

    report = write_dossier(open_project(config_file))
    if as_json:
        _print_json(
            {
                "read": report.read,
                "written": report.written,
                "removed": report.removed,
                "problems": report.problems,
            }
        )
    else:
        _print_report(report, quiet, verbose)
    sys.exit(1 if strict and report.problems else 0)


def _print_report(report: Report, quiet: bool, verbose: bool) -> None:
    if verbose:
        for label, names in (("wrote", report.written), ("removed", report.removed)):
            for name in names:
                click.echo(f"{label} {name}")
    if not quiet:
        click.echo(
            f"{report.read} articles read, {len(report.written)} files written, "
            f"{len(report.removed)} removed, {len(report.problems)} problems"
        )
    for problem in report.problems:
        click.echo(problem, err=True)


@main.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@settings_option
@click.option("--alone", is_flag=True, help="Do not look at the other articles of its folder.")
@json_option
def inspect(file: Path, config_file: Path, alone: bool, as_json: bool) -> None:
    """Show how one article is read: its blocks, sentences, metadata and what is found in them."""
    from generator.desk import inspect_file

    _print_answer(inspect_file(file, config_file, alone), as_json)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--topic", help="Terms the summary is to be about, separated by commas.")
@click.option("--topic-slug", help="A topic of the project's settings.")
@settings_option
@click.option("--sentences", type=click.IntRange(1, 1000), help="Longest summary, in sentences.")
@click.option("--words", type=click.IntRange(1, 100_000), help="Longest summary, in words.")
@click.option("--ranker", type=click.Choice(RANKERS), help="How sentences are chosen.")
@json_option
def summarize(
    paths: tuple[Path, ...],
    topic: str | None,
    topic_slug: str | None,
    config_file: Path,
    sentences: int | None,
    words: int | None,
    ranker: str | None,
    as_json: bool,
) -> None:
    """Print a cited summary of any articles; no site and no settings are needed."""
    if topic is not None and topic_slug is not None:
        raise click.UsageError("give --topic or --topic-slug, not both")
    if sentences is not None and words is not None:
        raise click.UsageError("give --sentences or --words, not both")
    from generator.desk import Request, summarize_paths

    budget = Budget.model_construct(sentences=sentences or (None if words else 5), words=words)
    request = Request(paths, budget, topic, topic_slug, config_file, ranker)
    _print_answer(summarize_paths(request), as_json)


@main.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def verify(arguments: tuple[str, ...]) -> None:
    """Prove that everything printed is verbatim: --site site --seeds seeds."""
    from generator import verify as verifier

    sys.exit(verifier.main(list(arguments)))


@main.command()
@click.argument("what")
@settings_option
@json_option
def explain(what: str, config_file: Path, as_json: bool) -> None:
    """Say why: WHAT is a topic's slug or a sentence's id (its first six digits are enough)."""
    from generator.desk import explain_subject

    _print_answer(explain_subject(what, config_file), as_json)


@main.command()
@click.argument("data", type=click.Path(path_type=Path, exists=True))
@click.option("--words", type=click.IntRange(1, 100_000), default=220, help="Longest summary.")
@click.option("--rankers", help="Names separated by commas; by default all.")
@click.option("--language", default="en", help="Language of the clusters.")
@json_option
def evaluate(data: Path, words: int, rankers: str | None, language: str, as_json: bool) -> None:
    """Compare rankers on DATA: clusters of articles with reference summaries, as JSON Lines."""
    from generator.desk import Answer
    from generator.evaluation.report import evaluate_folder, render_evaluation

    names = [name.strip() for name in (rankers or "").split(",") if name.strip()]
    found = evaluate_folder(data, words, names, language)
    _print_answer(Answer(found.shape(), render_evaluation(found)), as_json)


def _print_answer(answer: Answer, as_json: bool) -> None:
    if as_json:
        _print_json(answer.data)
    else:
        click.echo(answer.text)


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
