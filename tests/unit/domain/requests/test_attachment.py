import pytest
from hypothesis import given
from hypothesis.strategies import text

from siegvo.domain.requests.attachment import AttachmentKind, AttachmentName

PDF, JPEG = AttachmentKind.PDF, AttachmentKind.JPEG


class TestTheNameOfAnAttachment:
    @pytest.mark.parametrize(
        ("given_name", "kind", "kept"),
        [
            ("photo-tranchée.PNG", JPEG, "photo-tranchée.jpg"),
            ("../../etc/passwd", PDF, "passwd.pdf"),
            (r"C:\Users\me\facture n°3.pdf", PDF, "facture n°3.pdf"),
            ("facture.pdf.exe", PDF, "facture.pdf.pdf"),
            ('"><script>.pdf', PDF, "script.pdf"),
            ("re\u202efdp.exe", JPEG, "refdp.jpg"),
            ("a\r\nSet-Cookie: x.pdf", PDF, "a Set-Cookie x.pdf"),
            (".htaccess", PDF, "document.pdf"),
            ("", JPEG, "document.jpg"),
            ("x" * 300, PDF, "x" * 80 + ".pdf"),
            ("un_deux__trois.pdf", PDF, "un deux trois.pdf"),
        ],
    )
    def test_keeps_what_is_harmless(self, given_name: str, kind: AttachmentKind, kept: str) -> None:
        cleaned = AttachmentName.clean(given_name, kind).text

        assert cleaned == kept.replace("°", " ").replace("  ", " ")

    @given(text())
    def test_is_harmless_whatever_is_given(self, anything: str) -> None:
        name = AttachmentName.clean(anything, PDF).text

        assert name.endswith(".pdf")
        assert 4 < len(name) <= 84
        assert not set(name) & set('/\\<>"\r\n\x00:;%\u202e')
        assert not name.startswith(".")
        assert AttachmentName.clean(name, PDF).text == name
