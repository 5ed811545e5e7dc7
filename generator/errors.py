"""The errors a user can meet, each with where, what, and what to do.

DossierError
├── SettingsError   mkdocs.yml or the sidecar says something we cannot follow (exit code 2)
└── InputError      a path given on the command line cannot be read (exit code 2)

A bad article raises nothing: it is reported in its `problems`.
"""


class DossierError(Exception):
    """Base of every error this program raises on purpose."""


class SettingsError(DossierError):
    """A setting is unknown, of the wrong type or out of range."""


class InputError(DossierError):
    """A file or folder named by the user cannot be used."""
