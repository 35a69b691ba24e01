"""Why the system refuses a file, said to staff."""

import errno
from collections.abc import Mapping
from typing import Final

_REASONS: Final[Mapping[int, str]] = {
    errno.ENOENT: "n’existe pas",
    errno.EACCES: "accès refusé",
    errno.EPERM: "accès refusé",
    errno.EROFS: "disque en lecture seule",
    errno.ENOSPC: "plus de place sur le disque",
    errno.EDQUOT: "plus de place sur le disque",
    errno.EEXIST: "un fichier porte déjà ce nom",
    errno.EISDIR: "c’est un dossier",
    errno.ENOTDIR: "son dossier n’en est pas un",
    errno.ENAMETOOLONG: "nom trop long",
}


def reason(trouble: OSError) -> str:
    """Say why, in French; of what is rare, only the name the system gives it."""
    name = errno.errorcode.get(trouble.errno or 0, type(trouble).__name__)
    return _REASONS.get(trouble.errno or 0, f"erreur {name}")
