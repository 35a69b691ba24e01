import pytest

from siegvo.domain.kernel.place import place_of, vicinity_of


class TestAPlace:
    @pytest.mark.parametrize(
        ("address", "place"),
        [
            ("203.0.113.7", "203.0.113.7"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
            ("fe80::1%eth0", "fe80::/64"),
        ],
    )
    def test_is_what_a_household_cannot_change_at_will(self, address: str, place: str) -> None:
        assert place_of(address) == place

    @pytest.mark.parametrize("text", ["", "a counter", "203.0.113.700"])
    def test_is_the_text_itself_when_it_is_no_address(self, text: str) -> None:
        assert place_of(text) == text


class TestAVicinity:
    @pytest.mark.parametrize(
        ("address", "vicinity"),
        [
            ("203.0.113.7", "203.0.113.0/24"),
            ("::ffff:203.0.113.7", "203.0.113.0/24"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
            ("fe80::1%eth0", "fe80::/48"),
        ],
    )
    def test_says_where_and_not_who(self, address: str, vicinity: str) -> None:
        assert vicinity_of(address) == vicinity

    @pytest.mark.parametrize("text", ["", "a counter", "203.0.113.700"])
    def test_is_nowhere_when_it_is_no_address(self, text: str) -> None:
        assert vicinity_of(text) == ""
