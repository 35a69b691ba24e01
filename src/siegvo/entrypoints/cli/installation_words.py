"""What is wrong with the installation, told to staff."""

from functools import singledispatch

from siegvo.entrypoints.cli.setting_words import told
from siegvo.entrypoints.data_folder import DataFolderUnusable
from siegvo.entrypoints.extras import ExtraNotInstalled
from siegvo.entrypoints.misinstalled import Misinstalled
from siegvo.entrypoints.secret_file import SecretsExposed
from siegvo.entrypoints.settings_loading import SettingsFileUnreadable, SettingsRefused


@singledispatch
def tell(error: Misinstalled) -> str:
    """Say what is wrong, and how to mend it."""
    message = f"nothing to say of {type(error).__name__}"
    raise NotImplementedError(message)


@tell.register
def _settings(error: SettingsRefused) -> str:
    lines = [told(problem.name, problem.fault) for problem in error.problems]
    return "\n".join(["Des réglages sont à corriger.", *lines])


@tell.register
def _file(error: SettingsFileUnreadable) -> str:
    return f"Le fichier de réglages {error.path} ne peut pas être lu, ou n’est pas du TOML."


@tell.register
def _folder(error: DataFolderUnusable) -> str:
    return (
        f"Le portail ne peut pas utiliser le dossier {error.path}. Donnez-lui ce dossier,"
        " ou choisissez-en un autre par SIEGVO_DATA_DIR."
    )


@tell.register
def _secrets(error: SecretsExposed) -> str:
    return f"D’autres peuvent lire les secrets du portail. Corrigez\u00a0: chmod 600 {error.path}"


@tell.register
def _extra(error: ExtraNotInstalled) -> str:
    return f"Il manque un complément. Installez-le\u00a0: {error}"
