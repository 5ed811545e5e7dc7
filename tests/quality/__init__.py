"""The quality gate: figures measured on labelled text, each with a floor that is kept."""
