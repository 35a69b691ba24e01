import os
import subprocess
import sys

import pytest

_PROGRAM = "from siegvo.entrypoints.cli.main import siegvo; siegvo(prog_name='siegvo')"


def run(instruction: str, **variables: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={**os.environ, "_SIEGVO_COMPLETE": instruction, **variables},
        capture_output=True,
        check=False,
        text=True,
    )
    assert told.stderr == ""
    return told.stdout


def completed(typed: str) -> list[str]:
    """Return what bash is offered for the last of the words that are typed."""
    words = typed.split(" ")
    told = run("bash_complete", COMP_WORDS=typed, COMP_CWORD=str(len(words) - 1))
    return [line.partition(",")[2] for line in told.split()]


class TestCompletion:
    @pytest.mark.parametrize(
        ("typed", "offered"),
        [
            ("siegvo re", ["requests", "readings"]),
            ("siegvo db re", ["restore"]),
            ("siegvo requests re", ["refuse", "reply"]),
            ("siegvo import invoices --re", ["--reject-file"]),
            ("siegvo requests list --kind re", ["resiliation", "releve"]),
            ("siegvo payments list --state pa", ["paye"]),
        ],
    )
    def test_knows_commands_options_and_choices(self, typed: str, offered: list[str]) -> None:
        assert completed(typed) == offered

    def test_leaves_files_to_the_shell(self) -> None:
        told = run("bash_complete", COMP_WORDS="siegvo import contracts c", COMP_CWORD="3")

        assert told.split() == ["file,c"]

    @pytest.mark.parametrize(("shell", "current"), [("zsh", "1"), ("fish", "do")])
    def test_tells_other_shells_what_each_command_is_for(self, shell: str, current: str) -> None:
        told = run(f"{shell}_complete", COMP_WORDS="siegvo do", COMP_CWORD=current)

        assert "Vérifier l’installation et dire quoi corriger." in told

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_is_installed_by_a_script(self, shell: str) -> None:
        script = run(f"{shell}_source")

        assert f"_SIEGVO_COMPLETE={shell}_complete" in script
        assert "siegvo" in script

    def test_loads_no_command_to_name_them(self) -> None:
        program = f"import sys, atexit; atexit.register(lambda: print(*sys.modules)); {_PROGRAM}"
        told = subprocess.run(
            [sys.executable, "-c", program],
            env={
                **os.environ,
                "_SIEGVO_COMPLETE": "bash_complete",
                "COMP_WORDS": "siegvo db ",
                "COMP_CWORD": "2",
            },
            capture_output=True,
            check=False,
            text=True,
        )

        assert "plain,backup" in told.stdout
        assert {"sqlalchemy", "attrs", "rich"}.isdisjoint(told.stdout.split())
