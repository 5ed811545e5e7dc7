"""YAML from strangers: small, shallow, without aliases, scalars only where scalars are wanted."""

from __future__ import annotations

import yaml

_DEPTH = 4


def load_mapping(text: str, limit: int) -> dict[str, object]:
    """Return the mapping that `text` holds, or raise ValueError with the reason.

    `limit` is the greatest length in characters; aliases and deep nesting are refused before
    anything is built, since a few lines of aliases can stand for gigabytes.
    """
    if len(text) > limit:
        raise ValueError(f"longer than {limit} characters")
    try:
        _check_events(text)
        loaded = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        raise ValueError(" ".join(str(error).split())[:200]) from None
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise ValueError("not a mapping of names to values")
    return {str(key): value for key, value in loaded.items()}


def _check_events(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("aliases are not read")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH:
            raise ValueError(f"nested deeper than {_DEPTH} levels")
