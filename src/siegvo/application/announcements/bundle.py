"""The use cases about what the service announces."""

from typing import Self

import attrs

from siegvo.application.announcements.list_announcements import ListAnnouncements
from siegvo.application.announcements.publish_announcement import PublishAnnouncement
from siegvo.application.announcements.show_announcements import ShowAnnouncements
from siegvo.application.announcements.withdraw_announcement import WithdrawAnnouncement
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Announcements:
    list_announcements: ListAnnouncements
    publish_announcement: PublishAnnouncement
    show_announcements: ShowAnnouncements
    withdraw_announcement: WithdrawAnnouncement

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        begin, look, clock = outside.begin, outside.look, outside.clock
        return cls(
            list_announcements=ListAnnouncements(look),
            publish_announcement=PublishAnnouncement(begin=begin, clock=clock),
            show_announcements=ShowAnnouncements(glance=outside.glance, clock=clock),
            withdraw_announcement=WithdrawAnnouncement(begin=begin, clock=clock),
        )
