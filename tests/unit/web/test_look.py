"""What holds for every template and for the style sheet."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from jinja2 import nodes

from siegvo.entrypoints.web.assets import shipped_assets
from siegvo.entrypoints.web.icons import ICONS
from tests.support.pages import templates

FOLDER = Path(str(files("siegvo.entrypoints.web"))) / "templates"
NAMES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html"))
STYLE = (shipped_assets().folder / "portal.css").read_text()


@pytest.mark.parametrize("name", NAMES)
class TestATemplate:
    def test_compiles(self, name: str) -> None:
        assert templates().get_template(name).name == name

    def test_has_neither_style_nor_script_of_its_own(self, name: str) -> None:
        source = (FOLDER / name).read_text()

        assert not re.search(r"<style|<script|\sstyle=|\son[a-z]+=|javascript:", source)

    def test_escapes_whatever_it_prints(self, name: str) -> None:
        parsed = templates().parse((FOLDER / name).read_text())

        assert "safe" not in {each.name for each in parsed.find_all(nodes.Filter)}
        assert not list(parsed.find_all(nodes.EvalContextModifier))

    def test_names_only_files_and_drawings_that_exist(self, name: str) -> None:
        source = (FOLDER / name).read_text()

        assert set(re.findall(r'asset\("(.+?)"\)', source)) <= shipped_assets().names
        assert set(re.findall(r'icons\["(.+?)"\]', source)) <= ICONS.keys()

    def test_leaves_the_name_of_the_utility_to_its_settings(self, name: str) -> None:
        shown = re.sub(r"{#.*?#}", "", (FOLDER / name).read_text(), flags=re.DOTALL)

        assert "SIEGVO" not in shown

    def test_writes_french_as_the_french_do(self, name: str) -> None:
        shown = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", (FOLDER / name).read_text(), flags=re.DOTALL)
        words = re.sub(r"<[^>]*>", "", shown)

        assert "'" not in words
        assert not re.search(r"[\w)] [:;!?»]|« |[\w)][!?»]", words)


class TestTheHotPages:
    @pytest.mark.parametrize(
        "name",
        [
            "billing/invoice.html",
            "billing/invoices.html",
            "contracts/dashboard.html",
            "metering/consumption.html",
        ],
    )
    def test_find_every_word_ready_to_print(self, name: str) -> None:
        environment = templates()
        page = environment.parse((FOLDER / name).read_text())

        work = [each for loop in page.find_all(nodes.For) for each in loop.find_all(nodes.Filter)]
        assert work == []


class TestTheStyleSheet:
    def test_is_light(self) -> None:
        assert len(STYLE.encode()) <= 12_000

    def test_has_colours_among_its_tokens_only(self) -> None:
        rest = STYLE.split("/* 2 ")[1].split("/* 12 Print */")[0]

        assert set(re.findall(r"#[0-9a-f]{3,8}\b", rest)) <= {"#05161d", "#2b4753", "#fff"}

    def test_refers_to_files_that_exist(self) -> None:
        assert set(re.findall(r'url\("(.+?)"\)', STYLE)) <= shipped_assets().names
