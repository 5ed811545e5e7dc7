"""The mkdocs door: a thin skin that runs one build before mkdocs looks at docs/."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths

from generator.build import Report, newest_day, write_dossier
from generator.config import Settings, parse_settings
from generator.errors import DossierError, SettingsError
from generator.files import MANIFEST, read_manifest
from generator.project import PLUGIN, Project, name_dossier
from generator.publishing.assets import tighten_script, tighten_style
from generator.publishing.layout import build_navigation, find_navigated
from generator.publishing.policy import read_scripts, write_policy
from generator.publishing.search import WORKER, extend_index, use_worker
from generator.publishing.svg_links import write_svg_links

log = get_plugin_logger(PLUGIN)
THEME = Path(__file__).parent / "theme"
STYLESHEET = "assets/stylesheets/dossier.css"
SITE_STYLESHEET = "assets/stylesheets/dossier-site.css"
"""The look of a whole site; one that has a dossier in a folder keeps its own."""
EMBLEM = "dossier/quotes"
FAVICON = "assets/images/dossier.png"
THEME_FAVICON = "assets/images/favicon.png"
SCRIPT = "assets/javascripts/dossier.js"
ASSETS = (STYLESHEET, SITE_STYLESHEET, SCRIPT, WORKER)


class DossierPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Generates the dossier's pages for `mkdocs build`, `serve` and `gh-deploy`."""

    settings: Settings
    project: Project
    report: Report
    own_paths: set[Path]
    """What the next build would write again."""
    serving: bool = False
    addresses: dict[str, str]
    """Page below the docs folder -> its URL on the site."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the settings by our own rules, which name the key and the fix."""
        try:
            self.settings = parse_settings(options)
        except SettingsError as error:
            return [(PLUGIN, ValidationError(str(error)))], []
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note the command; that it exists also keeps this object over the rebuilds of `serve`."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write the pages, then tell mkdocs of them.

        Here rather than in `on_pre_build`, because the navigation depends on what was written.
        """
        root = Path(config.config_file_path).resolve().parent
        settings = name_dossier(self.settings, config.site_name)
        self.project = Project(settings, root, Path(config.docs_dir))
        try:
            self.report = write_dossier(self.project)
        except DossierError as error:
            raise PluginError(str(error)) from error
        names = (MANIFEST, *read_manifest(self.project.output).files)
        self.own_paths = {self.project.output / name for name in names}
        self._log_report()
        self._add_theme(config)
        self._add_extensions(config)
        # mkdocs stamps the day of the build into sitemap.xml unless it is told another.
        newest = datetime.combine(newest_day(self.report.dossier), time(), UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(newest.timestamp()))
        config.watch.append(str(self.project.seeds))
        return config

    def _log_report(self) -> None:
        report = self.report
        log.info(
            "%d articles read, %d files written, %d removed",
            report.read,
            len(report.written),
            len(report.removed),
        )
        for problem in report.problems:
            log.info(problem)

    def _add_theme(self, config: MkDocsConfig) -> None:
        """Place our theme folder behind the user's own, so that theirs wins."""
        behind = 1 if config.theme.custom_dir else 0
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(behind, str(THEME))
        sheets = [STYLESHEET]
        if self.settings.output == ".":
            sheets.append(SITE_STYLESHEET)
            self._add_emblem(config)
        config.extra_css[:0] = [sheet for sheet in sheets if sheet not in config.extra_css]
        if SCRIPT not in config.extra_javascript:
            config.extra_javascript.insert(0, SCRIPT)

    @staticmethod
    def _add_emblem(config: MkDocsConfig) -> None:
        """Put our quotation marks where the theme would show its own emblem."""
        icon = config.theme.get("icon") or {}
        if isinstance(icon, dict) and not config.theme.get("logo"):
            config.theme["icon"] = {"logo": EMBLEM, **icon}
        if config.theme.get("favicon") == THEME_FAVICON:
            config.theme["favicon"] = FAVICON

    @staticmethod
    def _add_extensions(config: MkDocsConfig) -> None:
        """Switch on what citations and folded tables are written in, and the theme's cards."""
        for extension in ("footnotes", "md_in_html"):
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        DossierPlugin._add_feature(config, "content.footnote.tooltips")

    @staticmethod
    def _add_feature(config: MkDocsConfig, name: str) -> None:
        features = config.theme.get("features")
        if isinstance(features, list) and name not in features:
            features.append(name)

    def _add_navigation(self, config: MkDocsConfig, files: Files) -> None:
        """Put our pages before the user's; of a subfolder, in a section of their own.

        Without a `nav` the user's pages are as mkdocs orders them, and before a subfolder's; the
        topics stand open.
        """
        is_whole = self.settings.output == "."
        pages = build_navigation(self.report.dossier, self.settings)
        pages = pages if is_whole else [{"Dossier": pages}]
        if config.nav is not None:
            config.nav = [*pages, *config.nav]
            return
        if is_whole:
            self._add_feature(config, "navigation.sections")
        listed = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        others = (file.src_uri for file in listed if not self._is_ours(config, file))
        theirs = nest_paths(others)  # type: ignore[no-untyped-call]
        config.nav = [*pages, *theirs] if is_whole else [*theirs, *pages]

    def _is_ours(self, config: MkDocsConfig, file: File) -> bool:
        return Path(config.docs_dir, file.src_uri) in self.own_paths

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Lay out the navigation; articles and later parts of long pages stay out of it.

        With every article in it, each page carries them all: 1,000 articles made 327 MB.
        """
        navigated = find_navigated(self.report.dossier, self.settings)
        for file in files.documentation_pages():
            if self._is_ours(config, file) and file.src_uri not in navigated:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        self._add_navigation(config, files)
        self.addresses = {
            file.src_uri: file.url.removeprefix("./") for file in files.documentation_pages()
        }
        return files

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        """Take the edit link off pages that the next build would write again."""
        if self._is_ours(config, page.file):
            page.edit_url = None
        return page

    @event_priority(-100)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Give the finished page our search, and close it and its drawings to what is not ours."""
        return self._close(use_worker(write_svg_links(output)), config)

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, /, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Do the same to the page of unknown addresses."""
        is_page = template_name == "404.html"
        return self._close(use_worker(output_content), config) if is_page else output_content

    def _close(self, html: str, config: MkDocsConfig) -> str:
        """Add the policy, but not under `serve`, whose live reload writes a script of its own."""
        if self.serving or not self.settings.security_policy:
            return html
        folders = [Path(folder, "partials", "javascripts") for folder in config.theme.dirs]
        templates = [file for folder in folders for file in sorted(folder.glob("*.html"))]
        return write_policy(html, load_scripts(tuple(templates)))

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put our entries into the search index, which its plugin has written just before."""
        site = Path(config.site_dir)
        index = site / "search" / "search_index.json"
        if index.is_file():
            text = extend_index(index.read_text("utf-8"), self.report.entries, self.addresses)
            index.write_text(text, "utf-8")
        for name in ASSETS:
            tighten_asset(THEME / name, site / name)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Watch what people edit and not what we write: else each edit builds twice."""
        server.unwatch(config.docs_dir)
        for path in find_watchable(Path(config.docs_dir), self.own_paths):
            server.watch(str(path))
        return server


@lru_cache(maxsize=4)
def load_scripts(templates: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the patterns of the inline scripts in the theme's `templates`."""
    return read_scripts(template.read_text("utf-8") for template in templates)


def tighten_asset(source: Path, built: Path) -> None:
    """Shorten a built style sheet or script, unless the user put one of theirs in its place."""
    if built.is_file() and built.read_bytes() == source.read_bytes():
        tighten = tighten_style if built.suffix == ".css" else tighten_script
        built.write_text(tighten(built.read_text("utf-8")), "utf-8")


def find_watchable(folder: Path, own: set[Path]) -> list[Path]:
    """Return the paths below `folder` that together hold every file but those of `own`."""
    holders = {parent for path in own for parent in path.parents}
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path in holders:
            found += find_watchable(path, own)
        elif path not in own:
            found.append(path)
    return found
