import pytest
from flask import Flask
from jinja2 import DictLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from siegvo.entrypoints.web.templating import Templates, printed

PARTS = {
    "layout": "<title>{% block title %}{% endblock %}</title>{% block content %}{% endblock %}",
    "page": (
        '{% extends "layout" %}{% block title %}{{ title }}{% endblock %}'
        '{% block content %}{% for each in rows %}{% include "row" %}{% endfor %}'
        "{% endblock %}"
    ),
    "row": "<p>{{ each }}</p>",
    "macro": "{% macro strong(word) %}<b>{{ word }}</b>{% endmacro %}{{ strong(word) }}",
    "call": (
        "{% macro boxed() %}<p>{{ caller() }}</p>{% endmacro %}"
        "{% call boxed() %}{{ word }}{% endcall %}"
    ),
    "attribute": "{{ word.length }}",
    "name": "{{ nothing_of_the_sort }}",
    "shared": "{{ everywhere }}",
}


@pytest.fixture
def templates() -> Templates:
    return Templates(
        Flask("pages"), loader=DictLoader(PARTS), autoescape=True, undefined=StrictUndefined
    )


class TestPrinted:
    @pytest.mark.parametrize(
        ("value", "text"),
        [
            ("l’eau", "l’eau"),
            ("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"),
            (Markup("<b>"), "<b>"),
            (12, "12"),
            (None, "None"),
        ],
    )
    def test_escapes_all_but_markup(self, value: object, text: str) -> None:
        assert printed(value) == text


class TestTemplates:
    def test_print_blocks_loops_and_what_is_included(self, templates: Templates) -> None:
        page = templates.get_template("page").render(title="<eau>", rows=["a", "<b>", Markup("&")])

        assert page == "<title>&lt;eau&gt;</title><p>a</p><p>&lt;b&gt;</p><p>&</p>"

    @pytest.mark.parametrize(("name", "tag"), [("macro", "b"), ("call", "p")])
    def test_escape_what_a_macro_prints_once(
        self, templates: Templates, name: str, tag: str
    ) -> None:
        page = templates.get_template(name).render(word="<&>")

        assert page == f"<{tag}>&lt;&amp;&gt;</{tag}>"

    def test_refuse_an_attribute_that_is_not_there(self, templates: Templates) -> None:
        with pytest.raises(AttributeError):
            templates.get_template("attribute").render(word={"length": 3})

    def test_refuse_a_name_that_was_not_given(self, templates: Templates) -> None:
        with pytest.raises(UndefinedError):
            templates.get_template("name").render()

    def test_know_what_is_given_to_all_of_them(self, templates: Templates) -> None:
        templates.globals["everywhere"] = "<eau>"

        assert templates.get_template("shared").render() == "&lt;eau&gt;"

    def test_hand_over_a_page_in_one_piece(self, templates: Templates) -> None:
        pieces = templates.get_template("page").generate(title="", rows=["a"])

        assert len(list(filter(None, pieces))) == 1
