"""The tests the declaration of accessibility stands on: whoever renames one renames it here."""

from typing import Final

from siegvo.entrypoints.web.home.declaration import Proof

_BROWSER: Final = "tests/integration/browser/portal/"
_JOURNEYS: Final = "tests/integration/journeys/"

SEEN: Final = Proof(
    sees="Dans Chromium, chaque page, en clair et en sombre, à 390, 820 et 1\u00a0280 pixels de "
    "large\u00a0: axe-core n’y trouve aucun défaut. Rien ne déborde à 320 pixels, ni avec des "
    "lettres deux fois plus grandes.",
    test=f"{_BROWSER}test_every_page.py::test_every_page_fits_and_can_be_read_by_all",
)
BUILT: Final = Proof(
    sees="Sur chaque page où mène un lien\u00a0: langue, titres, zones, lien d’évitement, "
    "étiquettes, erreurs, tableaux, images et liens.",
    test=f"{_JOURNEYS}test_every_page.py::TestEveryPage::test_leads_somewhere_for_a_subscriber",
)
VALID: Final = Proof(
    sees="Le vérificateur HTML du W3C (Nu) ne trouve aucune erreur.",
    test=f"{_JOURNEYS}test_valid_html.py::test_every_page_is_valid_html",
)
TYPED: Final = Proof(
    sees="Du premier lien à la déconnexion, au clavier seul\u00a0; on voit toujours où l’on est.",
    test=f"{_BROWSER}test_the_whole_story.py::TestTheWholeStory::test_is_lived_on_a_telephone",
)
SKIPPED: Final = Proof(
    sees="La première touche Tab mène au lien d’évitement, qui mène au contenu.",
    test=f"{_BROWSER}test_the_whole_story.py::TestTheFirstTab::test_skips_to_the_content",
)
CORRECTED: Final = Proof(
    sees="Avant de signer, on revient en arrière et on corrige, sans rien retaper.",
    test=f"{_JOURNEYS}test_changing_how_one_pays.py::TestAFaultyAnswer"
    "::test_keeps_the_account_when_one_goes_back",
)
MAPPED: Final = Proof(
    sees="Le plan du site, au pied de chaque page, mène à chaque rubrique du menu et à chaque page "
    "ouverte à tous.",
    test=f"{_JOURNEYS}test_site_map.py::TestTheSiteMap::test_leads_wherever_the_frame_does",
)
LASTING: Final = Proof(
    sees="La page de connexion dit quand la session se ferme et comment la prolonger de trente "
    "jours\u00a0; la case le fait.",
    test=f"{_JOURNEYS}test_time_limits.py::TestTheEndOfASession::test_is_put_off_by_a_box",
)
ROOMS: Final = {
    "accueil": "l’accueil, l’aide, les mentions, le contact et la vérification d’une attestation",
    "comptes": "l’inscription, la connexion, le mot de passe et le compte",
    "contrats": "les contrats et le tableau de bord",
    "consommations": "les consommations et les relevés",
    "factures": "les factures, leur paiement et la e-facture",
    "reglement": "le mode de règlement et les coordonnées bancaires",
    "demarches": "les démarches, page par page",
    "erreurs": "les pages d’erreur",
}
"""What is looked at, by the names that the tests give it."""
