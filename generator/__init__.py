"""Dossier: a folder of news articles becomes a site in which every sentence is cited."""

__version__ = "0.1.0"
