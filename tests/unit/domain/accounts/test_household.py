from siegvo.domain.accounts.household import household_words


class TestHouseholdWords:
    def test_are_short_of_case_and_of_small_words(self) -> None:
        assert household_words(["M. Jean LE GOFF", "12 rue de la Côte"]) == (
            "cote",
            "côte",
            "goff",
            "jean",
            "rue",
        )

    def test_are_said_once(self) -> None:
        assert household_words(["Weber", "weber", "WEBER Odile"]) == ("odile", "weber")
