"""A notice of abnormal consumption, ready to print."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import attrs

from siegvo.adapters.french.values import cubic_metres, say
from siegvo.domain.metering.leak import AbnormalConsumption, Basis
from siegvo.domain.metering.leak_notice import Claim, LeakNotice, NoticeState
from siegvo.domain.requests.cap_claim import CapWay
from siegvo.entrypoints.web.requests.claims import FOR

_LOOK: Final = (
    "Fermez tous les robinets\u00a0: si le compteur tourne encore, fermez le robinet après le"
    " compteur et appelez une entreprise de plomberie."
)


@attrs.frozen(kw_only=True)
class Way:
    """One of the two ways: `when` it is yours, and the link that leads there."""

    when: str
    words: str
    href: str


@attrs.frozen(kw_only=True)
class LeakCard:
    """Everything a page says of it, in its order.

    `is_warm` while an answer is waited for.  `mean` says with what it was compared, `cap` what
    is billed in the end; `look` is empty once a claim was made, and `ways` once none is left.
    `request` and `request_href` are the number and page of what was claimed, or empty.
    """

    is_warm: bool
    what: str
    mean: str
    look: str
    standing: str
    request: str
    request_href: str
    ways: tuple[Way, ...]
    cap: str


def leak_cards(notices: Sequence[LeakNotice], *, today: date) -> tuple[LeakCard, ...]:
    """Write out those that are still news."""
    return tuple(_card(each, today=today) for each in notices if each.is_shown_on(today))


def _card(notice: LeakNotice, *, today: date) -> LeakCard:
    state, claim = notice.state_on(today), notice.claim
    return LeakCard(
        is_warm=state in {NoticeState.TOLD, NoticeState.TO_POST},
        what=_what(notice),
        mean=_mean(notice.found),
        look="" if claim else _LOOK,
        standing=_standing(notice, state),
        request=str(claim.reference) if claim else "",
        request_href=f"/demarches/{claim.reference}" if claim else "",
        ways=tuple(_ways(notice, today=today)),
        cap=_cap(notice.found),
    )


def _what(notice: LeakNotice) -> str:
    found = notice.found
    told = (
        f" Nous vous en avons informé le {say(notice.told_on)}."
        if notice.by_mail
        else " Le service vous en informe aussi par courrier."
    )
    return (
        f"Du {say(found.first)} au {say(found.last)}, le compteur {found.serial} a compté"
        f" {cubic_metres(found.cubic_metres)}\u00a0: c’est plus du double de la moyenne.{told}"
    )


def _mean(found: AbnormalConsumption) -> str:
    if not found.may_tell_mean:
        return (
            "La moyenne est celle du logement sur trois ans\u00a0: des occupants précédents y ont"
            " part, elle n’est pas montrée."
        )
    whose = (
        "Des logements comparables consomment en moyenne"
        if found.basis is Basis.COMPARABLE
        else "Votre moyenne des trois dernières années est de"
    )
    return f"{whose} {cubic_metres(found.mean_m3)} pour la même durée."


def _standing(notice: LeakNotice, state: NoticeState) -> str:
    if notice.claim:
        return _claimed(notice.claim)
    if notice.claim_by is None:
        return "Pour faire plafonner votre facture, répondez dans le mois qui suit ce courrier."
    if state is NoticeState.EXPIRED:
        return (
            f"Le délai pour faire plafonner votre facture est passé depuis le"
            f" {say(notice.claim_by)}. Une question\u00a0? Écrivez au service."
        )
    return f"Pour faire plafonner votre facture, répondez au plus tard le {say(notice.claim_by)}."


def _claimed(claim: Claim) -> str:
    if claim.way is CapWay.CERTIFICATE:
        return f"Attestation reçue le {say(claim.on)}. Le service s’occupe du plafonnement."
    return (
        f"Vérification du compteur demandée le {say(claim.on)}. Le service vous répond dans le"
        " mois."
    )


def _ways(notice: LeakNotice, *, today: date) -> Iterator[Way]:
    """Yield what may still be claimed: a certificate even after a test of the meter."""
    is_over = notice.claim_by is not None and today > notice.claim_by
    if is_over or (notice.claim and notice.claim.way is CapWay.CERTIFICATE):
        return
    yield Way(
        when="La fuite est réparée, après le compteur\u00a0:",
        words="envoyer l’attestation de l’entreprise de plomberie",
        href=_href(notice, CapWay.CERTIFICATE),
    )
    if notice.claim is None:
        yield Way(
            when="Vous ne trouvez pas de fuite\u00a0:",
            words="demander la vérification du compteur",
            href=_href(notice, CapWay.METER_TEST),
        )


def _href(notice: LeakNotice, way: CapWay) -> str:
    return f"/demarches/nouvelle/fuite?contrat={notice.found.contract}&pour={FOR[way]}"


def _cap(found: AbnormalConsumption) -> str:
    water, sanitation = "le double de la moyenne", "la moyenne"
    if found.may_tell_mean:
        water = f"{cubic_metres(found.water_cap_m3)} ({water})"
        sanitation = f"{cubic_metres(found.sanitation_cap_m3)} ({sanitation})"
    return (
        f"Avec l’attestation, l’eau est facturée jusqu’à {water}, l’assainissement jusqu’à"
        f" {sanitation}\u00a0: code général des collectivités territoriales,"
        " articles L.\u00a02224-12-4 et R.\u00a02224-19-2."
    ).replace("jusqu’à le", "jusqu’au")
