import pytest

from siegvo.adapters.french.devices import device, network

_MOZILLA = "Mozilla/5.0 "


class TestADevice:
    @pytest.mark.parametrize(
        ("described", "name"),
        [
            ("(Windows NT 10.0; Win64; x64; rv:145.0) Firefox/145.0", "Firefox sous Windows"),
            ("(X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox sous Linux"),
            (
                "(iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile Safari/604.1",
                "Safari sur un iPhone",
            ),
            ("(iPhone; CPU iPhone OS 18_6) CriOS/142.0 Safari/604.1", "Chrome sur un iPhone"),
            (
                "(Linux; Android 10; K) Chrome/142.0.0.0 Mobile Safari/537.36",
                "Chrome sur un appareil Android",
            ),
            (
                "(Linux; Android 10) SamsungBrowser/28.0 Chrome/130.0 Safari/537.36",
                "Samsung Internet sur un appareil Android",
            ),
            ("(Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0", "Edge sous Windows"),
            ("(Macintosh; Intel Mac OS X 10_15_7) Version/18.6 Safari/605", "Safari sur un Mac"),
        ],
    )
    def test_is_named_as_its_owner_would(self, described: str, name: str) -> None:
        assert device(_MOZILLA + described) == name

    @pytest.mark.parametrize("described", ["", "curl/8.5.0", "<b>http://exemple.fr</b>"])
    def test_that_says_nothing_known_is_not_repeated(self, described: str) -> None:
        assert device(described) == "Navigateur inconnu"


class TestANetwork:
    @pytest.mark.parametrize(
        ("place", "written"),
        [("203.0.113.0/24", "203.0.113.x"), ("2001:db8:1::/48", "2001:db8:1::"), ("", "")],
    )
    def test_is_written_without_what_is_not_known(self, place: str, written: str) -> None:
        assert network(place) == written
