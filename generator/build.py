"""One build, from seeds to pages on disk; the only room that sees every other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import files, pipeline
from generator.dossier import Dossier
from generator.errors import InputError
from generator.models import Article
from generator.project import Project
from generator.publishing.escaping import build_slug
from generator.publishing.layout import build_layout
from generator.publishing.search import Entry
from generator.reading.readers import find_skip_reason
from generator.reading.sidecar import Sidecar, parse_sidecar

SIDECAR = "sources.yml"
_EPOCH = dt.date(1980, 1, 1)  # the earliest day a ZIP file can hold, for dossiers without a date


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    dossier: Dossier
    read: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[str, ...]
    """Each names its file first."""
    entries: tuple[Entry, ...]
    """What a search of the pages finds."""


def build_dossier(project: Project) -> Dossier:
    """Return the dossier of `project`, nothing written."""
    return _build(project, files.read_manifest(project.output))[0]


def write_dossier(project: Project) -> Report:
    """Write the pages of `project` into its output folder and return what that did."""
    manifest = files.read_manifest(project.output)
    dossier, sidecar = _build(project, manifest)
    layout = build_layout(dossier, project.settings)
    written = files.write_files(project.output, layout.files, manifest)
    ours = {name: text for name, text in layout.files.items() if name not in written.refused}
    articles = {
        report.article.path: (report.slug, report.article.sha256) for report in dossier.articles
    }
    files.write_manifest(project.output, ours, articles)
    problems = (
        *_find_exposure(project),
        *_find_problems(dossier, sidecar),
        *map(_describe_refusal, written.refused),
    )
    read = len(dossier.articles)
    return Report(dossier, read, written.written, written.removed, problems, layout.entries)


def newest_day(dossier: Dossier) -> dt.date:
    """Return the latest day any article may have been published, a fixed one if none says."""
    days = [report.article.metadata.published.last_day for report in dossier.articles]
    return max((dt.date.fromisoformat(day) for day in days if day), default=_EPOCH)


def _build(project: Project, manifest: files.Manifest) -> tuple[Dossier, Sidecar]:
    folder = _read_folder(project)
    sidecar = parse_sidecar(files.read_text_file(project.seeds / SIDECAR) or "")
    read = pipeline.read_articles(folder.seeds, project.settings, sidecar.rows)
    empty = [(article.path, " ".join(article.problems)) for article in read if not article.blocks]
    corpus = pipeline.build_corpus([a for a in read if a.blocks], project.settings)
    slugs = assign_slugs(corpus.articles, manifest)
    skipped = sorted((*folder.skipped, *empty))
    return pipeline.build_dossier(corpus, project.settings, slugs, skipped), sidecar


def _read_folder(project: Project) -> files.SeedFolder:
    if not project.seeds.is_dir():
        raise InputError(
            f"{project.seeds}: no such folder; plugins.dossier.seeds names the articles' folder"
        )
    return files.read_seeds(project.seeds, _reject)


def _reject(path: str) -> str | None:
    return "the sidecar" if path == SIDECAR else find_skip_reason(path)


def assign_slugs(articles: Sequence[Article], manifest: files.Manifest) -> Mapping[str, str]:
    """Return a slug for each article path: the one it had, else one from publisher and title.

    Where two would share a slug, all but the first take a few digits of their file's digest, so
    that no other file's coming or going changes it.
    """
    by_digest = {manifest.digests.get(path): slug for path, slug in sorted(manifest.slugs.items())}
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    known = {a.path: manifest.slugs.get(a.path) or by_digest.get(a.sha256) for a in articles}
    for article in sorted(articles, key=lambda a: (known[a.path] is None, a.path)):
        slug = known[article.path] or _propose_slug(article)
        if slug in taken:
            slug = f"{slug}-{article.sha256[:6]}"
        while slug in taken:
            slug += "x"
        slugs[article.path] = slug
        taken.add(slug)
    return slugs


def _propose_slug(article: Article) -> str:
    names = (article.metadata.publisher.value, article.metadata.title.value)
    return build_slug(" ".join(name for name in names if name) or article.path)


def _find_exposure(project: Project) -> list[str]:
    """Return a warning where the pages hold text back and the repository gives it away."""
    settings = project.settings
    if settings.republish == "full" or not files.is_tracked(project.seeds):
        return []
    return [
        f"{settings.seeds}: git keeps the whole articles, so a public repository publishes them "
        f"though plugins.dossier.republish is {settings.republish}; keep the folder out of git"
    ]


def _find_problems(dossier: Dossier, sidecar: Sidecar) -> list[str]:
    problems = [] if dossier.articles else ["no article to read: put .txt, .md or .html files here"]
    problems += [f"{SIDECAR}: {problem}" for problem in sidecar.problems]
    problems += [
        f"{path}: skipped: {reason}" for path, reason in dossier.skipped if path != SIDECAR
    ]
    known = {report.article.path for report in dossier.articles}
    problems += [
        f"{SIDECAR}: {path}: no such article" for path in sidecar.rows if path not in known
    ]
    for report in dossier.articles:
        problems += [f"{report.article.path}: {problem}" for problem in report.article.problems]
    return problems


def _describe_refusal(name: str) -> str:
    return (
        f"{name}: not written: a file of that name stands there that the generator did not write; "
        "move it, or set plugins.dossier.output to a subfolder"
    )
