from siegvo.entrypoints.web.icons import ICONS
from tests.support.pages import templates


class TestADrawing:
    def test_is_written_when_its_template_is_compiled(self) -> None:
        environment = templates()

        written = environment.preprocess('<p>{{ icons["check"] }} Payée</p>')

        assert written == f"<p>{ICONS['check']} Payée</p>"

    def test_is_looked_up_when_its_name_is_known_later(self) -> None:
        chosen = templates().from_string("{{ icons[name] }}")

        assert chosen.render(name="check") == ICONS["check"]
