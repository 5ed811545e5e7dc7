"""Questions asked of articles from the command line: how is this read, what does it say, why.

Each returns an `Answer`, as data for a machine and as text for a person; nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import files, pipeline
from generator.build import SIDECAR, build_dossier
from generator.config import Budget, Settings, Term, Topic
from generator.errors import InputError
from generator.models import Seed
from generator.project import open_project
from generator.publishing.explanations import build_explanation_shape, render_explanation
from generator.publishing.inspection import render_inspection
from generator.publishing.plain import render_summary
from generator.publishing.shapes import build_inspection_shape, build_summary_shape
from generator.reading.readers import find_skip_reason
from generator.reading.sidecar import parse_sidecar


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command prints."""

    data: Mapping[str, Any]
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """What a summary is wanted of."""

    paths: tuple[Path, ...]
    budget: Budget
    terms: str | None = None
    """Terms separated by commas, None for a summary of the whole."""
    topic_slug: str | None = None
    config_file: Path | None = None
    ranker: str | None = None


def inspect_file(file: Path, config_file: Path, alone: bool) -> Answer:
    """Return how `file` is read, with what the other articles of its folder tell about it."""
    settings, root = _find_context(file, config_file)
    name = f"{root.as_posix()}/{file.resolve().relative_to(root).as_posix()}"
    seeds, rows = _gather([root])
    wanted = [seed for seed in seeds if seed.path == name]
    if not wanted:
        raise InputError(f"{file}: {find_skip_reason(name) or 'cannot be read'}")
    corpus = pipeline.read_corpus(wanted if alone else seeds, settings, rows)
    article = next(article for article in corpus.articles if article.path == name)
    homes = {member: family.id for family in corpus.families for member in family.members}
    found = corpus.annotations[name]
    shape = build_inspection_shape(article, found, homes)
    text = render_inspection(replace(article, path=str(file)), found, colour=True)
    return Answer({**shape, "path": str(file)}, text)


def summarize_paths(request: Request) -> Answer:
    """Return a cited summary of the articles at the paths of `request`."""
    settings, topic = _find_topic(request)
    seeds, rows = _gather(request.paths)
    if not seeds:
        raise InputError(f"{', '.join(map(str, request.paths))}: no article to read here")
    settings = settings.model_copy(update={"topics": (topic,) if topic else ()})
    corpus = pipeline.read_corpus(seeds, settings, rows)
    ranker = request.ranker or settings.ranker
    summary = pipeline.summarize_corpus(corpus, settings, request.budget, ranker)
    articles = {article.path: article for article in corpus.articles}
    return Answer(build_summary_shape(summary, articles), render_summary(summary, articles))


def explain_subject(what: str, config_file: Path) -> Answer:
    """Return why the topic or sentence named `what` is where it is."""
    project = open_project(config_file)
    dossier = build_dossier(project)
    shape = build_explanation_shape(dossier, what, project.settings.language)
    if shape is None:
        slugs = ", ".join(report.topic.slug for report in dossier.topics)
        raise InputError(f"{what}: neither a topic ({slugs}) nor the first digits of a sentence id")
    return Answer(shape, render_explanation(shape))


def _find_context(file: Path, config_file: Path) -> tuple[Settings, Path]:
    """Return the settings in force for `file` and the folder whose articles stand beside it."""
    if config_file.is_file():
        project = open_project(config_file)
        seeds = project.seeds.resolve()
        beside = seeds if file.resolve().is_relative_to(seeds) else file.resolve().parent
        return project.settings, beside
    return Settings(), file.resolve().parent


def _find_topic(request: Request) -> tuple[Settings, Topic | None]:
    if request.topic_slug is not None:
        settings = open_project(request.config_file or Path("mkdocs.yml")).settings
        found = [topic for topic in settings.topics if topic.slug == request.topic_slug]
        if not found:
            known = ", ".join(topic.slug for topic in settings.topics)
            raise InputError(f"--topic-slug {request.topic_slug}: no such topic; known: {known}")
        return settings, found[0]
    terms = [term.strip() for term in (request.terms or "").split(",") if term.strip()]
    if request.terms is not None and not terms:
        raise InputError("--topic: name at least one term")
    if not terms:
        return Settings(), None
    asked = Topic(slug="asked", title=", ".join(terms), terms=tuple(Term(term=t) for t in terms))
    return Settings(), asked


def _gather(paths: Iterable[Path]) -> tuple[list[Seed], dict[str, Mapping[str, str]]]:
    """Return the articles at `paths`, known by the paths as given, and their sidecar rows."""
    seeds: dict[Path, Seed] = {}
    rows: dict[str, Mapping[str, str]] = {}
    for path in paths:
        folder = path if path.is_dir() else path.parent
        sidecar = parse_sidecar(files.read_text_file(folder / SIDECAR) or "")
        for name, row in sidecar.rows.items():
            rows[(folder / name).as_posix()] = row
        for file, seed in _open_seeds(path):
            seeds.setdefault(file.resolve(), seed)
    return list(seeds.values()), rows


def _open_seeds(path: Path) -> list[tuple[Path, Seed]]:
    if not path.is_dir():
        reason = find_skip_reason(path.name)
        if reason:
            raise InputError(f"{path}: {reason}")
        return [(path, files.open_seed(path, path.as_posix()))]
    found = files.read_seeds(path, find_skip_reason).seeds
    return [(path / s.path, replace(s, path=(path / s.path).as_posix())) for s in found]
