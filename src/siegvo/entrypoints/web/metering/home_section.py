"""Litres a day, for the home and for each of those who live there, ready to print."""

from collections.abc import Mapping
from typing import Final

import attrs
from werkzeug.datastructures import MultiDict
from wtforms import Form

from siegvo.adapters.french.values import cubic_metres, say
from siegvo.domain.metering.home import HomeUse, NoHomeUse, Persons, Standing
from siegvo.domain.policy import NATIONAL_LITRES_A_PERSON, NATIONAL_LITRES_YEAR
from siegvo.entrypoints.web.fields import Parsed
from siegvo.entrypoints.web.metering.consumption_query import ConsumptionQuery
from siegvo.entrypoints.web.metering.period_rows import litres

_AVERAGE: Final = (
    f"En France, une personne consomme en moyenne {litres(NATIONAL_LITRES_A_PERSON)}"
    f" d’eau potable par jour (année {NATIONAL_LITRES_YEAR})."
)
_SOURCE: Final = (
    "Source\u00a0: Observatoire des services publics d’eau et d’assainissement (Office français"
    " de la biodiversité), «\u00a0Panorama des services et de leur performance en 2021\u00a0»,"
    " publié le 20/06/2023."
)
_WIDEST: Final = 99
_WHY_NOT: Final[Mapping[NoHomeUse, str]] = {
    NoHomeUse.SEVERAL_METERS: (
        "Ce contrat a plusieurs compteurs\u00a0: les litres par personne ne sont pas calculés."
    ),
    NoHomeUse.ESTIMATED: (
        "Vos derniers index sont estimés\u00a0: les litres par personne seront calculés"
        " après un vrai relevé. Vous pouvez transmettre le vôtre."
    ),
    NoHomeUse.TOO_SHORT: (
        "Il faut deux relevés à trois mois d’écart au moins pour calculer les litres par personne."
    ),
}
_STANDINGS: Final[Mapping[Standing, str]] = {
    Standing.BELOW: "C’est moins que la moyenne en France.",
    Standing.NEAR: "C’est proche de la moyenne en France.",
    Standing.ABOVE: (
        "C’est plus que la moyenne en France. Un jardin, une piscine, des invités l’expliquent"
        " parfois\u00a0; une fuite aussi\u00a0: robinets fermés, le compteur ne doit pas tourner."
    ),
}


class PersonsForm(Form):
    """A question that changes nothing: answered in the address, and kept nowhere."""

    personnes = Parsed("Combien de personnes vivent dans le logement\u00a0?", Persons.parse)

    @property
    def persons(self) -> Persons | None:
        """Return how many they are, if that could be understood."""
        return None if self.errors else self.personnes.data


@attrs.frozen(kw_only=True)
class Measure:
    """A bar of the drawing.  `width`: `76.4%`; `style`: full for the reader's, else an outline."""

    label: str
    litres: str
    width: str
    style: str


@attrs.frozen(kw_only=True)
class Shares:
    """What each person draws, and how it compares."""

    sentence: str
    standing: str
    measures: tuple[Measure, ...]


@attrs.frozen(kw_only=True)
class HomeSection:
    """`home` tells what the home drew, or why nothing is told; then there is nothing to ask.

    `hidden` are the other words of the address, which the question takes along; `typed` is the
    answer as it was given, `refusal` what is wrong with it.
    """

    home: str
    asks: bool
    hidden: tuple[tuple[str, str], ...] = ()
    typed: str = ""
    refusal: str = ""
    shares: Shares | None = None
    average: str = _AVERAGE
    source: str = _SOURCE


def persons_form(query: ConsumptionQuery) -> PersonsForm | None:
    """Judge how many they say they are; without an answer there is nothing to judge."""
    if query.persons is None:
        return None
    form = PersonsForm(MultiDict({"personnes": query.persons}))
    form.validate()
    return form


def home_section(
    use: HomeUse | NoHomeUse, *, form: PersonsForm | None, query: ConsumptionQuery
) -> HomeSection | None:
    """Write out what the home draws; of what is no home there is nothing to say."""
    if isinstance(use, HomeUse):
        persons = form.persons if form else None
        return HomeSection(
            home=_home(use),
            asks=True,
            hidden=_hidden(query),
            typed=query.persons or "",
            refusal=form.personnes.errors[0] if form and form.errors else "",
            shares=_shares(use, persons) if persons else None,
        )
    return HomeSection(home=_WHY_NOT[use], asks=False) if use in _WHY_NOT else None


def _home(use: HomeUse) -> str:
    return (
        f"Du {say(use.first)} au {say(use.last)}, entre deux vrais relevés,"
        f" votre logement a consommé {cubic_metres(use.cubic_metres)},"
        f" soit {litres(use.litres_a_day)} par jour."
    )


def _hidden(query: ConsumptionQuery) -> tuple[tuple[str, str], ...]:
    words = (("contrat", str(query.contract)), ("vue", str(query.view or "")))
    return tuple((name, word) for name, word in words if word)


def _shares(use: HomeUse, persons: Persons) -> Shares:
    ours, average = use.litres_a_person(persons), NATIONAL_LITRES_A_PERSON
    most = max(ours, average)
    among = "une personne" if persons.count == 1 else f"{persons} personnes"
    return Shares(
        sentence=f"Pour {among}\u00a0: {litres(ours)} par personne et par jour.",
        standing=_STANDINGS[use.standing(persons)],
        measures=(
            _measure("Chez vous", ours, most=most, style="bar"),
            _measure("En France, en moyenne", average, most=most, style="bar-line"),
        ),
    )


def _measure(label: str, volume: int, *, most: int, style: str) -> Measure:
    return Measure(
        label=label,
        litres=litres(volume),
        width=f"{_WIDEST * volume / most:.1f}%",
        style=style,
    )
