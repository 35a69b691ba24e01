"""Somebody of the staff, at a terminal."""

from click.testing import CliRunner, Result

from siegvo.entrypoints.cli.main import siegvo


def types(*words: str) -> Result:
    """Run `siegvo` with `words`, as far as its exit status."""
    return CliRunner().invoke(siegvo, words, prog_name="siegvo")
