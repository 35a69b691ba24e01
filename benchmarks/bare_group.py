"""The least a command line made with click can be."""

import click


@click.group()
def bare() -> None:
    """Do nothing."""


if __name__ == "__main__":
    bare()
