"""Seals of an older key are renewed, and what cannot be read is left alone."""

import attrs
import pytest

from siegvo.application.payments.reseal_mandates import ResealMandates
from siegvo.application.sealed_mandates import opened
from tests.support.builders.banking import french_iban
from tests.support.builders.changes import a_kept_mandate
from tests.support.changing import Changing
from tests.support.in_memory.world import World
from tests.support.vault import GlassVault

NEWER = GlassVault(key="k2")


@pytest.fixture
def reseal(world: World, changing: Changing) -> ResealMandates:
    del changing
    return ResealMandates(begin=world.begin, look=world.look, vault=NEWER)


class TestResealing:
    def test_renews_every_seal_in_batches(self, world: World, reseal: ResealMandates) -> None:
        for number in range(120):
            world.kept.mandates.add(a_kept_mandate(number))

        assert reseal() == 120

        kept = world.kept.mandates.kept.values()
        assert all(NEWER.is_current(each.sealed_iban) for each in kept)
        assert all(NEWER.is_current(each.sealed_holder) for each in kept)
        assert [opened(NEWER, each).details.iban for each in kept] == [
            french_iban(number) for number in range(120)
        ]
        assert reseal() == 0

    def test_leaves_what_cannot_be_read(self, world: World, reseal: ResealMandates) -> None:
        broken = attrs.evolve(a_kept_mandate(1), sealed_holder="k1|mandates.holder.OTHER|00")
        world.kept.mandates.add(broken)
        world.kept.mandates.add(a_kept_mandate(2))

        assert reseal() == 1

        assert world.kept.mandates.of(broken.reference) == broken
