from siegvo.domain.kernel.actor import Actor, ActorKind
from tests.support.builders.accounts import ALICE


class TestAnActor:
    def test_is_an_account_by_its_identity(self) -> None:
        assert Actor.subscriber(ALICE) == Actor(kind=ActorKind.SUBSCRIBER, name=str(ALICE))

    def test_is_a_clerk_by_name(self) -> None:
        assert Actor.staff("odile") == Actor(kind=ActorKind.STAFF, name="odile")

    def test_is_the_portal_or_a_stranger_without_a_name(self) -> None:
        assert Actor.portal() == Actor(kind=ActorKind.PORTAL)
        assert Actor.stranger() == Actor(kind=ActorKind.STRANGER)
