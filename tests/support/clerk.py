"""Somebody of the staff, at a terminal."""

from click.testing import CliRunner, Result

from siegvo.entrypoints.cli.main import siegvo


def types(*words: str, typing: str = "") -> Result:
    """Run `siegvo` with `words`, `typing` what it asks for, as far as its exit status."""
    return CliRunner().invoke(siegvo, words, input=typing, prog_name="siegvo")
