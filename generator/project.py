"""A project on disk: mkdocs.yml, read without starting mkdocs, and the folders it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.config import Settings, parse_settings
from generator.errors import InputError, SettingsError

PLUGIN = "dossier"


@dataclass(frozen=True, slots=True)
class Project:
    """Where a dossier's articles are and where its pages go."""

    settings: Settings
    root: Path
    """Folder of mkdocs.yml."""
    docs: Path

    @property
    def seeds(self) -> Path:
        """Return the folder of the articles."""
        return self.root / self.settings.seeds

    @property
    def output(self) -> Path:
        """Return the folder that generated pages go to."""
        return self.docs / self.settings.output


def open_project(config_file: Path) -> Project:
    """Return the project of `config_file`; its `INHERIT` and `!ENV` mean what mkdocs means."""
    if not config_file.is_file():
        raise InputError(
            f"{config_file}: no such file; name one with -f, or run where mkdocs.yml is"
        )
    config = _load_mapping(config_file)
    settings = parse_settings(find_options(config, config_file), f"{config_file}: plugins.{PLUGIN}")
    root = config_file.resolve().parent
    named = name_dossier(settings, str(config.get("site_name", "")))
    return Project(named, root, root / str(config.get("docs_dir", "docs")))


def name_dossier(settings: Settings, site_name: str) -> Settings:
    """Return `settings` with the site's name as title where they give none."""
    return settings if settings.title else settings.model_copy(update={"title": site_name})


def _load_mapping(config_file: Path) -> dict[str, Any]:
    try:
        with config_file.open("rb") as source:
            config = yaml_load(source, get_yaml_loader())
    except (yaml.YAMLError, MkDocsException, UnicodeDecodeError) as error:
        raise SettingsError(f"{config_file}: not readable as YAML: {error}") from error
    if not isinstance(config, dict):
        raise SettingsError(f"{config_file}: expected keys and values at the top level")
    return config


def find_options(config: Mapping[str, Any], config_file: Path) -> Mapping[str, Any]:
    """Return the mapping under the plugin's entry in `config`."""
    plugins = config.get("plugins") or []
    entries = [plugins] if isinstance(plugins, dict) else plugins
    for entry in entries:
        if isinstance(entry, dict) and PLUGIN in entry:
            return entry[PLUGIN] or {}
        if entry == PLUGIN:
            return {}
    raise SettingsError(f"{config_file}: plugins: no entry '{PLUGIN}'; add one with its topics")
