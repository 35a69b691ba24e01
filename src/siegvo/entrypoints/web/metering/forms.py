"""Questions about readings."""

from datetime import date

from flask_wtf.file import FileField
from wtforms import BooleanField, RadioField
from wtforms.widgets import DateInput

from siegvo.adapters.french.days import parse_day
from siegvo.adapters.french.explain import explain
from siegvo.application.readers.contracts import ContractSheet
from siegvo.domain.errors import DomainError
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.entrypoints.web.fields import Once, Parsed
from siegvo.entrypoints.web.form_shape import StrictForm
from siegvo.entrypoints.web.metering.reading_page import meter_choices


class ReadingForm(StrictForm):
    submission = Once()
    meter = RadioField("Quel compteur avez-vous relevé\u00a0?", validate_choice=False)
    index = Parsed(
        "Chiffres noirs du compteur",
        MeterIndex.parse,
        description="En m³, sans les chiffres rouges.",
        render_kw={
            "class": "code",
            "inputmode": "numeric",
            "autocomplete": "off",
            "required": True,
        },
    )
    read_on = Parsed("Date du relevé", parse_day, widget=DateInput(), render_kw={"required": True})
    photo = FileField(
        "Photo du compteur",
        description="Utile si le service a un doute. JPEG ou PNG, 5\u00a0Mo au plus.",
        render_kw={"accept": "image/jpeg,image/png"},
    )
    confirm = BooleanField("J’ai relu mon compteur, cet index est exact")

    @property
    def chosen_meter(self) -> str | None:
        """Return the serial that was picked, if there was anything to pick."""
        return (self.meter.data or None) if "meter" in self else None

    @property
    def sent_photo(self) -> bytes | None:
        return self.photo.data.read() if self.photo.data else None

    def refuse_meter(self, error: DomainError) -> None:
        """Say it beside the question, or above the form when only one meter can be read."""
        if "meter" in self:
            self.meter.errors = (*self.meter.errors, explain(error))
        else:
            self.form_errors.append(explain(error))

    def refuse_photo(self, error: DomainError) -> None:
        self.photo.errors = (*self.photo.errors, explain(error))


def reading_form(sheet: ContractSheet, *, today: date) -> ReadingForm:
    """Ask for a reading: of today unless said otherwise, of which meter only if in doubt."""
    form = ReadingForm()
    choices = meter_choices(sheet)
    if len(choices) > 1:
        form.meter.choices = choices
    else:
        del form.meter
    if not form.is_submitted():
        form.read_on.data = today
    return form
