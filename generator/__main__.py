"""`python -m generator` is `dossier`."""

from generator.cli import main

if __name__ == "__main__":
    main(prog_name="dossier")
