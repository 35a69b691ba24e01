"""How a form asks, and how it says what to correct."""

from wtforms import BooleanField, Form, HiddenField, RadioField, StringField

from tests.support.pages import templates


class AForm(Form):
    submission = HiddenField()
    index = StringField("Index", description="En m³.", render_kw={"class": "code"})
    meter = RadioField("Quel compteur\u00a0?", choices={"A": "Le premier", "B": "Le second"})
    confirm = BooleanField("Je confirme")


def printed(macro: str, *args: object, **options: object) -> str:
    """Print what one macro of `components/forms.html` makes of these."""
    environment = templates()
    module = environment.get_template("components/forms.html").make_module()
    return str(getattr(module, macro)(*args, **options))


class TestAQuestion:
    def test_ties_its_hint_to_its_input(self) -> None:
        shown = printed("ask", AForm().index)

        assert '<label for="index">Index</label>' in shown
        assert '<p class="hint" id="index-hint">En m³.</p>' in shown
        assert 'aria-describedby="index-hint"' in shown
        assert 'class="code"' in shown

    def test_adds_what_is_known_today_to_its_hint(self) -> None:
        shown = printed("ask", AForm().index, more="Hier\u00a0: 12.")

        assert ">En m³. Hier\u00a0: 12.</p>" in shown

    def test_says_beside_its_input_what_was_refused(self) -> None:
        form = AForm(data={"index": "douze"})
        form.index.errors = ("Saisissez des chiffres.",)

        shown = printed("ask", form.index)

        assert 'aria-describedby="index-hint index-error"' in shown
        assert 'aria-invalid="true"' in shown
        assert 'value="douze"' in shown

    def test_describes_nothing_when_there_is_nothing_to_say(self) -> None:
        assert "aria-describedby" not in printed("ask_check", AForm().confirm)

    def test_labels_every_choice(self) -> None:
        shown = printed("ask_choice", AForm(data={"meter": "B"}).meter)

        assert '<label class="check" for="meter"><input type="radio" id="meter"' in shown
        assert 'value="B" checked>' in shown

    def test_lets_nobody_write_html_through_it(self) -> None:
        form = AForm(data={"index": '"><script>'})
        form.index.errors = ("<b>non</b>",)

        assert "<script>" not in printed("ask", form.index)
        assert "<b>non</b>" not in printed("ask", form.index)


class TestTheSummary:
    def test_is_not_there_when_nothing_was_refused(self) -> None:
        assert printed("problems", AForm()).strip() == ""

    def test_counts_what_to_correct_and_leads_there(self) -> None:
        form = AForm()
        form.index.errors = ("Saisissez des chiffres.",)
        form.meter.errors = ("Choisissez.",)

        shown = printed("problems", form)

        assert "2 réponses sont à corriger" in shown
        assert '<a href="#index">Index&nbsp;: Saisissez des chiffres.</a>' in shown
        assert '<a href="#meter">Quel compteur&nbsp;: Choisissez.</a>' in shown

    def test_speaks_of_one_in_the_singular(self) -> None:
        form = AForm()
        form.index.errors = ("Saisissez des chiffres.",)

        assert "1 réponse est à corriger" in printed("problems", form)

    def test_says_what_is_wrong_with_the_whole(self) -> None:
        form = AForm()
        form.form_errors = ["L’un ne va pas avec l’autre."]

        shown = printed("problems", form)

        assert "Votre demande n’a pas abouti" in shown
        assert "<li>L’un ne va pas avec l’autre.</li>" in shown

    def test_leads_nowhere_for_what_is_not_shown(self) -> None:
        form = AForm()
        form.submission.errors = ("Ce formulaire a déjà servi.",)

        assert "<li>Ce formulaire a déjà servi.</li>" in printed("problems", form)
