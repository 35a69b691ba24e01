"""What anybody may read, and writing to the service."""

from typing import Final

from tests.look.view import Step, View, anyone, refused, subscriber

HOME: Final[tuple[View, ...]] = (
    anyone("/"),
    anyone("/a-quoi-sert-le-portail"),
    anyone("/plan-du-site"),
    anyone("/mentions-legales"),
    anyone("/donnees-personnelles"),
    anyone("/accessibilite"),
    anyone("/contact"),
    refused(anyone("/contact")),
    anyone("/contact/envoye?numero=D-2026-000001"),
    anyone("/documents/nulle-part", status=404),
    anyone("/verification"),
    refused(anyone("/verification")),
    anyone("/verification").after(
        Step(answers={"code": "{attestation}"}), status=200, called="authentique"
    ),
    subscriber("/a-quoi-sert-le-portail"),
    subscriber("/contact"),
    subscriber("/plan-du-site"),
)
