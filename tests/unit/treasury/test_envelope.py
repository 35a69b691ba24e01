import pytest

from siegvo.adapters.treasury.envelope import Breakdown, Refusal, Unreadable, returned, written

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
SERVICE = (
    "http://securite.service.tpa.cp.finances.gouv.fr"
    "/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService"
)
OPERATION = "creerPaiementSecurise"


def envelope(body: str, *, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f'<soapenv:Envelope xmlns:soapenv="{SOAP}" xmlns:ns1="{SERVICE}">'
        f"<soapenv:Header/><soapenv:Body>{body}</soapenv:Body></soapenv:Envelope>"
    ).encode()


def fault(detail: str) -> bytes:
    return envelope(
        "<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>x</faultstring>"
        f"<detail>{detail}</detail></soapenv:Fault>"
    )


def answer(fields: str) -> bytes:
    return envelope(f"<ns1:{OPERATION}Response><return>{fields}</return></ns1:{OPERATION}Response>")


class TestARequest:
    def test_is_written_as_the_service_reads_it(self) -> None:
        assert written(OPERATION, {"exer": "2026", "mel": "a&b@exemple.fr"}).decode() == (
            "<?xml version='1.0' encoding='UTF-8'?>\n"
            f'<soapenv:Envelope xmlns:soapenv="{SOAP}" xmlns:pai="{SERVICE}">'
            f"<soapenv:Body><pai:{OPERATION}>"
            "<arg0><exer>2026</exer><mel>a&amp;b@exemple.fr</mel></arg0>"
            f"</pai:{OPERATION}></soapenv:Body></soapenv:Envelope>"
        )


class TestAnAnswer:
    def test_gives_its_fields(self) -> None:
        assert returned(answer("<idOp> 1 </idOp><numauto/>"), by=OPERATION) == {
            "idop": "1",
            "numauto": "",
        }

    def test_may_write_its_fields_in_another_namespace(self) -> None:
        content = answer('<r:idop xmlns:r="urn:reponse">1</r:idop>')

        assert returned(content, by=OPERATION) == {"idop": "1"}

    def test_is_that_of_the_operation_that_was_asked_for(self) -> None:
        with pytest.raises(Unreadable):
            returned(answer("<idOp>1</idOp>"), by="recupererDetailClient")

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"\x00",
            b"<html><body>Maintenance</body></html>",
            b"<Envelope><Body/></Envelope>",
            envelope(""),
            envelope("<!-- nothing -->"),
            envelope(f"<ns1:{OPERATION}Response/>"),
            answer("<idOp>1</idOp>")[:-20],
            answer("<idOp>1</idOp>") * 2,
        ],
    )
    def test_is_an_envelope_or_nothing(self, content: bytes) -> None:
        with pytest.raises(Unreadable):
            returned(content, by=OPERATION)


class TestAFault:
    def test_of_the_trade_is_a_refusal(self) -> None:
        content = fault(
            "<ns1:FonctionnelleErreur><code>P5</code><descriptif/>"
            "<libelle>odile@exemple.fr</libelle><severite>2</severite></ns1:FonctionnelleErreur>"
        )

        with pytest.raises(Refusal) as refusal:
            returned(content, by=OPERATION)

        assert refusal.value.code == "P5"
        assert "odile" not in repr(refusal.value)

    @pytest.mark.parametrize(
        "detail",
        [
            "<ns1:TechDysfonctionnementErreur><code>999</code></ns1:TechDysfonctionnementErreur>",
            "<ns1:TechIndisponibiliteErreur><code>998</code></ns1:TechIndisponibiliteErreur>",
            "<ns1:TechProtocolaireErreur><code>997</code></ns1:TechProtocolaireErreur>",
            "<ns1:FonctionnelleErreur/>",
            "<ns1:FonctionnelleErreur><code>not a code</code></ns1:FonctionnelleErreur>",
            "",
        ],
    )
    def test_of_the_service_is_a_breakdown(self, detail: str) -> None:
        with pytest.raises(Breakdown):
            returned(fault(detail), by=OPERATION)


class TestAHostileAnswer:
    def test_names_no_file(self) -> None:
        content = envelope(
            f"<ns1:{OPERATION}Response><return><idOp>&file;</idOp></return>"
            f"</ns1:{OPERATION}Response>",
            before='<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>',
        )

        with pytest.raises(Unreadable):
            returned(content, by=OPERATION)

    @pytest.mark.parametrize("where", ["<idOp>&j;</idOp>", '<idOp a="&j;"/>'])
    def test_does_not_grow(self, where: str) -> None:
        entities = "".join(
            f'<!ENTITY {name} "{f"&{before};" * 10}">'
            for before, name in zip("abcdefghi", "bcdefghij", strict=True)
        )
        content = envelope(
            f"<ns1:{OPERATION}Response><return>{where}</return></ns1:{OPERATION}Response>",
            before=f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{entities}]>',
        )

        with pytest.raises(Unreadable):
            returned(content, by=OPERATION)
