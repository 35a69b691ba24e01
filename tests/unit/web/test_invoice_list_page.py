from datetime import date

import attrs
import pytest

from siegvo.application.billing.list_invoices import InvoiceList, ListedInvoice
from siegvo.application.billing.offer import Offer, offer_for
from siegvo.application.readers.invoices import InvoiceGroup, InvoiceKey
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice, InvoiceKind
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.situation import situation_of
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.entrypoints.web.billing.list_page import ListPage, list_page
from siegvo.entrypoints.web.billing.query import InvoiceQuery
from tests.support.builders.billing import a_collection, an_invoice
from tests.support.builders.contracts import CONTRACT
from tests.support.pages import a_held_contract

TODAY = date(2026, 11, 23)
WHOLE = InvoiceQuery(contract=CONTRACT)
SEVERAL = (a_held_contract(), a_held_contract("4001"))
LAST = an_invoice("F-2", due="2026-12-12")


def _listed(invoice: Invoice, *collections: Collection) -> ListedInvoice:
    situation = situation_of(invoice, collections, today=TODAY)
    return ListedInvoice(invoice=invoice, situation=situation)


def _found(*listed: ListedInvoice, latest: int | None = 0, is_open: bool = True) -> InvoiceList:
    last = None if latest is None or not listed else listed[latest]
    return InvoiceList(
        invoices=listed,
        years=(2026, 2025) if listed else (),
        after=None,
        latest=last,
        offer=_offer(last, is_open=is_open) if last else None,
    )


def _offer(listed: ListedInvoice, *, is_open: bool) -> Offer:
    number = listed.invoice.number
    return offer_for(listed.invoice, listed.situation, last=number, is_open=is_open)


def _page(found: InvoiceList, query: InvoiceQuery = WHOLE) -> ListPage:
    return list_page(found, query, contracts=[a_held_contract()], today=TODAY)


class TestTheLastInvoice:
    def test_is_shown_apart(self) -> None:
        page = _page(_found(_listed(LAST), _listed(an_invoice("F-1", left=0))))

        assert page.latest
        assert page.latest.amount == "180,00\u00a0€"
        assert page.latest.state.label == "À payer avant le 12/12/2026"
        assert page.latest.payment.button == "Payer 180,00\u00a0€ en ligne"
        assert page.latest.payment.action == "/factures/F-2/paiement"
        assert page.latest.known == (
            "Situation au 17/11/2026, d’après le service de facturation."
            " Un paiement plus récent peut ne pas y figurer."
        )
        assert [row.number for row in page.rows] == ["F-1"]
        assert page.caption == "Factures précédentes"

    def test_tells_its_volume_when_it_is_known(self) -> None:
        page = _page(_found(_listed(attrs.evolve(LAST, volume_m3=38))))

        assert page.latest
        assert page.latest.subject == (
            "du 22/10/2026, pour 38\u00a0m³ du 10/06/2026 au 10/10/2026."
        )

    def test_tells_its_period_without_a_volume(self) -> None:
        page = _page(_found(_listed(LAST)))

        assert page.latest
        assert page.latest.subject == (
            "du 22/10/2026, pour la période du 10/06/2026 au 10/10/2026."
        )

    def test_tells_what_it_was_beside_what_is_left(self) -> None:
        page = _page(_found(_listed(an_invoice("F-2", total=18000, left=6000))))

        assert page.latest
        assert page.latest.amount == "60,00\u00a0€"
        assert page.latest.subject.startswith("du 22/10/2026, de 180,00\u00a0€ en tout, pour ")

    def test_shows_its_total_once_it_is_paid(self) -> None:
        page = _page(_found(_listed(an_invoice(left=0), a_collection())))

        assert page.latest
        assert page.latest.amount == "180,00\u00a0€"
        assert "plus récent" not in page.latest.known
        assert page.latest.payment.button == page.latest.payment.instead == ""

    def test_says_how_else_to_pay(self) -> None:
        page = _page(_found(_listed(LAST), is_open=False))

        assert page.latest
        assert page.latest.payment.button == ""
        assert page.latest.payment.instead == (
            "Le paiement en ligne n’est pas ouvert sur ce portail."
            " Suivez les moyens de paiement imprimés sur la facture."
        )

    def test_may_be_followed_by_a_credit_note(self) -> None:
        credit = an_invoice("F-3", kind=InvoiceKind.CREDIT_NOTE, total=-3_120, left=0)

        page = _page(_found(_listed(credit), _listed(LAST), latest=1))

        assert page.caption == "Autres factures"
        assert [row.amount for row in page.rows] == ["\N{MINUS SIGN}\u00a031,20\u00a0€"]


class TestARow:
    def test_bears_its_own_date_when_it_is_not_the_usual_one(self) -> None:
        page = _page(
            _found(
                _listed(an_invoice("F-1", left=0)),
                _listed(an_invoice("F-2", left=0)),
                _listed(an_invoice("F-3", left=5_000, as_of="2026-10-30")),
                latest=None,
            )
        )

        assert page.known == "Situation au 17/11/2026, d’après le service de facturation"
        assert [row.note for row in page.rows] == [
            "",
            "",
            "reste 50,00\u00a0€, situation au 30/10/2026",
        ]

    @pytest.mark.parametrize(
        ("first", "words"),
        [("2026-06-10", "10/06 au 10/10/2026"), ("2025-10-10", "10/10/2025 au 10/10/2026")],
    )
    def test_says_its_period_shortly(self, first: str, words: str) -> None:
        listed = _listed(an_invoice(period=(first, "2026-10-10")))

        (row,) = _page(_found(listed, latest=None)).rows

        assert row.period == words


class TestTheNoticeAboutTheTreasury:
    @pytest.mark.parametrize(
        ("listed", "is_shown"),
        [
            (_listed(an_invoice()), True),
            (_listed(an_invoice(left=0)), True),
            (_listed(an_invoice(), a_collection(9_000)), True),
            (_listed(an_invoice(), a_collection()), False),
            (_listed(an_invoice(is_cancelled=True)), False),
            (_listed(an_invoice(total=-1, left=0)), False),
            (_listed(an_invoice(total=0)), False),
        ],
    )
    def test_is_shown_until_what_came_in_covers_all(
        self, listed: ListedInvoice, *, is_shown: bool
    ) -> None:
        assert _page(_found(listed, latest=None)).is_behind is is_shown


class TestWhatIsAskedFor:
    def test_is_kept_from_page_to_page(self) -> None:
        query = InvoiceQuery(contract=CONTRACT, year=2025, group=InvoiceGroup.CREDIT)
        key = InvoiceKey(issued_on=TODAY, number=InvoiceNumber("F-1"))
        found = attrs.evolve(_found(_listed(LAST), latest=None), after=key)

        page = _page(found, query)

        number = CONTRACT.digits
        assert page.older_href == (
            f"/factures?contrat={number}&annee=2025&situation=avoirs&suite=2026-11-23_F-1"
        )
        assert page.newest_href == ""
        assert page.all_href == f"/factures?contrat={number}"
        assert page.subtitle == "2025, avoirs"
        assert [option.label for option in page.years if option.is_chosen] == ["2025"]
        assert [option.label for option in page.groups if option.is_chosen] == ["Avoirs"]
        assert [each.href for each in page.archives] == [
            f"/factures/annee/2025.zip?contrat={number}"
        ]

    def test_may_be_all_contracts(self) -> None:
        query = InvoiceQuery(contract=None)

        page = list_page(_found(_listed(LAST), latest=None), query, contracts=SEVERAL, today=TODAY)

        assert page.shows_every
        assert page.chooser
        assert not any(choice.is_shown for choice in page.chooser.choices)
        assert (page.rows[0].contract, page.contract) == (CONTRACT.digits, "tous")

    def test_may_be_a_contract_that_ended(self) -> None:
        ended = a_held_contract(ended="2026-08-31")

        page = list_page(_found(), WHOLE, contracts=[ended], today=TODAY)

        assert "résilié depuis le 31/08/2026" in page.standing
        assert not page.has_any

    def test_says_that_a_contract_will_end_on_the_dashboard_only(self) -> None:
        ending = a_held_contract(ended="2026-12-31")

        assert list_page(_found(), WHOLE, contracts=[ending], today=TODAY).standing == ""

    def test_says_that_a_contract_is_suspended(self) -> None:
        suspended = attrs.evolve(a_held_contract(), is_suspended=True)

        page = list_page(_found(), WHOLE, contracts=[suspended], today=TODAY)

        assert page.standing.startswith("Ce contrat est suspendu. Ses factures restent à régler")

    def test_is_one_contract_of_several(self) -> None:
        other = InvoiceQuery(contract=ContractNumber("4001"))

        page = list_page(_found(), other, contracts=SEVERAL, today=TODAY)

        assert page.every_href == "/factures?contrat=tous"
        assert page.chooser
        assert [choice.is_shown for choice in page.chooser.choices] == [False, True]
