"""What the environment decides."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import attrs

from siegvo.application.ports.utility import Utility
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.secret_file import read_or_make_secret
from siegvo.entrypoints.setting_addresses import PublicUrl, SmtpUrl
from siegvo.entrypoints.setting_utility import read_utility
from siegvo.entrypoints.setting_values import (
    parse_addresses,
    parse_database_url,
    parse_mailbox,
    parse_payfip_client,
    parse_payfip_mode,
    parse_secrets,
    parse_service_url,
    without_password,
)
from siegvo.entrypoints.siegvo_utility import SIEGVO

_LOCAL: Final = PublicUrl.parse("http://localhost:8000")


def _absolute(given: str | Path) -> Path:
    return Path(given).absolute()


def _public_url(given: str | PublicUrl) -> PublicUrl:
    return PublicUrl.parse(given) if isinstance(given, str) else given


def _smtp_url(given: str | SmtpUrl | None) -> SmtpUrl | None:
    return SmtpUrl.parse(given) if isinstance(given, str) else given


def _mail_from(given: str | EmailAddress) -> EmailAddress:
    return parse_mailbox(given) if isinstance(given, str) else given


@attrs.frozen(kw_only=True)
class Settings:
    """How this portal is installed.  Every setting has a name and a default.

    Texts are read as the environment's are: `Settings(public_url="https://...")`.

    Raises:
        InvalidSetting: a value that cannot be.
    """

    utility: Utility = attrs.field(default=SIEGVO, converter=read_utility)
    data_dir: Path = attrs.field(default=Path("siegvo-data"), converter=_absolute)
    database_url: str = attrs.field(
        repr=lambda url: repr(without_password(url)), converter=parse_database_url
    )
    secret_key: tuple[str, ...] = attrs.field(default=(), repr=False, converter=parse_secrets)
    public_url: PublicUrl = attrs.field(default=_LOCAL, converter=_public_url)
    trusted_proxies: frozenset[str] = attrs.field(default=(), converter=parse_addresses)
    smtp_url: SmtpUrl | None = attrs.field(default=None, converter=_smtp_url)
    mail_from: EmailAddress = attrs.field(converter=_mail_from)
    payfip_url: str | None = attrs.field(default=None, converter=parse_service_url)
    payfip_client: str | None = attrs.field(default=None, converter=parse_payfip_client)
    payfip_mode: str = attrs.field(default="T", converter=parse_payfip_mode)

    @database_url.default
    def _in_the_data_folder(self) -> str:
        return f"sqlite:///{self.data_dir / 'siegvo.db'}"

    @mail_from.default
    def _of_the_utility(self) -> str:
        return self.utility.email

    @property
    def payment_origin(self) -> str:
        """Return where payers are sent to, such as `https://www.payfip.gouv.fr`; or nothing."""
        if self.payfip_url is None or self.payfip_client is None:
            return ""
        place = urlsplit(self.payfip_url)
        return f"{place.scheme}://{place.netloc}"

    def secrets(self) -> tuple[str, ...]:
        """Return the secrets, the one that signs first; without any, make one and keep it."""
        return self.secret_key or parse_secrets(read_or_make_secret(self.data_dir))
