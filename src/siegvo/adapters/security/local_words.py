"""What a guesser tries first around here; zxcvbn's own lists are English."""

from typing import Final

SERVICE: Final = (
    "siegvo eau eaux syndicat abonne abonnes abonnement compteur contrat facture portail "
    "espace client redevable service consommation index releve valleedelorne"
)

PLACES: Final = (
    "gravelotte vallee orne moselle lorraine metz amanvillers ancy dornot ars auboue feves "
    "gandrange moineville mondelange montois montagne moyeuvre grande norroy veneur "
    "plesnois richemont rombas roncourt rosselange saint privat semecourt talange "
    "verneville hagondange maizieres marange silvange pierrevillers bronvaux clouange vitry "
    "joeuf homecourt jussy vaux rozerieulles chatel germain lorry saulny rezonville "
    "vionville gorze"
)

FRENCH: Final = (
    "motdepasse azerty azertyuiop qsdfghjklm wxcvbn bonjour soleil doudou loulou chouchou "
    "marseille jetaime coucou chocolat nicolas camille vanille princesse isabelle thomas "
    "julien maison vacances monamour caramel papillon coeur famille bienvenue secret mot "
    "passe password juillet janvier fevrier mars avril mai juin aout septembre octobre "
    "novembre decembre printemps automne hiver france paris chaton licorne etoile tresor "
    "football liberte citron minou nounours toutou maman papa bebe"
)
