import pytest
from flask import Flask, Response

from siegvo.entrypoints.web.file_answer import JPEG, saved_file, shown_file


def _saved(name: str) -> Response:
    with Flask(__name__).test_request_context():
        return saved_file(b"content", name=name, mimetype=JPEG)


class TestAFile:
    @pytest.mark.parametrize(
        ("name", "header"),
        [
            ("facture.pdf", 'attachment; filename="facture.pdf"'),
            (
                "cave \u00e0 vin.jpg",
                "attachment; filename=\"cave a vin.jpg\"; filename*=UTF-8''cave%20%C3%A0%20vin.jpg",
            ),
            (
                "l\u2019\u00e9vier (1).jpg",
                (
                    'attachment; filename="levier (1).jpg";'
                    " filename*=UTF-8''l%E2%80%99%C3%A9vier%20%281%29.jpg"
                ),
            ),
        ],
    )
    def test_has_its_name_whole_and_without_accents(self, name: str, header: str) -> None:
        assert _saved(name).headers["Content-Disposition"] == header

    def test_says_what_it_is_and_nothing_of_the_day(self) -> None:
        answer = _saved("a.jpg")

        assert answer.mimetype == JPEG
        assert "Date" not in answer.headers

    def test_is_given_in_parts(self) -> None:
        with Flask(__name__).test_request_context(headers={"Range": "bytes=1-3"}):
            answer = shown_file(b"content", name="a.pdf")

            assert (answer.status_code, answer.get_data()) == (206, b"ont")
