"""Every figure the service decided on, in one place.

They come from the card of `docs/security.md`; changing one is a decision.
"""

from datetime import timedelta
from typing import Final

# Passwords: CNIL deliberation 2022-100, case 2 (50 bits and a throttle).
PASSWORD_SHORTEST: Final = 12
PASSWORD_LONGEST: Final = 128
PASSWORD_LEAST_BITS: Final = 50

# Sessions.
SESSION_IDLE: Final = timedelta(minutes=30)
SESSION_LONGEST: Final = timedelta(hours=12)
REMEMBERED_FOR: Final = timedelta(days=30)
SESSIONS_AT_ONCE: Final = 10
SEEN_EVERY: Final = timedelta(minutes=1)
SESSION_OVERLAP: Final = timedelta(seconds=60)
PROOF_LASTS: Final = timedelta(minutes=10)

# Devices an account is known by: no longer than a browser keeps a cookie.
DEVICE_KEPT: Final = timedelta(days=400)

# Links in mails.
ACTIVATION_LASTS: Final = timedelta(hours=24)
REGISTRATION_KEPT: Final = timedelta(days=7)
PASSWORD_RESET_LASTS: Final = timedelta(minutes=30)
ADDRESS_CHANGE_LASTS: Final = timedelta(hours=1)
CANCELLATION_LASTS: Final = timedelta(hours=72)
# A cancellation is signed when its letter leaves, which may take more than a day.
ADDRESS_CHANGE_KEPT: Final = timedelta(days=7)

# Failed sign-ins: how many in how long, then wait.  CNIL deliberation 2022-100 asks for
# more than a minute after five, and at most twenty-five in a day.
SIGN_IN_PAUSE_AFTER: Final = 5
SIGN_IN_PAUSE: Final = timedelta(seconds=61)
SIGN_IN_PAUSE_LONGEST: Final = timedelta(hours=1)
SIGN_INS_OF_ACCOUNT: Final = (25, timedelta(hours=24))
SIGN_INS_OF_PAIR: Final = (5, timedelta(minutes=15))
SIGN_INS_FROM_PLACE: Final = (30, timedelta(minutes=15))
SIGN_INS_OF_DEVICE: Final = (10, timedelta(minutes=15))
SIGN_INS_EVERYWHERE: Final = (300, timedelta(minutes=5))
FAILURES_TOLD: Final = (5, timedelta(hours=24))

# What makes the portal write to a mailbox nobody has proved yet.
REGISTRATIONS_OF_MAILBOX: Final = (10, timedelta(hours=24))
RESENDS_TO_MAILBOX: Final = (3, timedelta(hours=6))
REGISTRATIONS_FROM_PLACE: Final = (10, timedelta(hours=1))
RESETS_OF_MAILBOX: Final = ((3, timedelta(hours=1)), (5, timedelta(hours=24)))
ADDRESS_CHANGES_OF_ACCOUNT: Final = (5, timedelta(hours=24))

# The password asked again of somebody signed in: nobody else can use these up.
PROOFS_OF_ACCOUNT: Final = ((5, timedelta(minutes=15)), (25, timedelta(hours=24)))

# Failed links: contract number and key.
LINKS_OF_ACCOUNT: Final = ((5, timedelta(hours=1)), (10, timedelta(hours=24)))
LINKS_OF_CONTRACT: Final = ((5, timedelta(hours=1)), (10, timedelta(hours=24)))
LINKS_FROM_PLACE: Final = (20, timedelta(hours=1))

# Beyond so many failed links in all, every link waits for staff, and none is refused for it.
LINKS_EVERYWHERE: Final = (201, timedelta(hours=24))

# So do they when there are so many times more than on the median day of the week before; a
# quiet week has a low median, and no handful of misread invoices is a rain.
LINKS_UNUSUAL: Final = (51, timedelta(hours=24))
LINKS_UNUSUAL_TIMES: Final = 3
LINKS_USUAL_DAYS: Final = 7

# Links between accounts and payers.
CONTRACTS_LINKED_AT_ONCE: Final = 10
ACCOUNTS_PER_PAYER: Final = 5

# Security keys, in bits: what links at once, and what links on line at all.
KEY_ENOUGH_BITS: Final = 40
KEY_LEAST_BITS: Final = 20

# Contracts that change hands by one file: so many in a hundred, but a few at any rate.
MOVES_IN_A_HUNDRED: Final = 1
MOVES_AT_ANY_RATE: Final = 5

# Forms with a field that is not theirs, written down for one account: a trail nobody can fill.
STRANGE_FORMS_NOTED: Final = (20, timedelta(hours=24))

# Submission ids are remembered for as long as a form may lie open.
SUBMISSION_KEPT: Final = timedelta(days=30)

# Failed attempts are counted over a day at the most.
ATTEMPT_KEPT: Final = timedelta(days=2)

# But for failed links in all, which tell what a usual day is.
LINKS_EVERYWHERE_KEPT: Final = timedelta(days=8)

# Letters: nine tries over some 29 hours.  A claim outlasts the longest conversation with
# a mail server.  What became of a letter is kept three months, what it said is not.
MAIL_WAITS: Final = (
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=8),
    timedelta(hours=12),
)
MAIL_CLAIMED_FOR: Final = timedelta(minutes=3)
MAIL_KEPT: Final = timedelta(days=90)

# What came in so many days before the day of a balance may not be in it: the treasury tells
# the billing system later.
BALANCE_MAY_MISS: Final = timedelta(days=10)

# On-line payments: what PayFiP takes, in cents (1 euro to less than 100 000).
ONLINE_PAYMENT_LEAST_CENTS: Final = 100
ONLINE_PAYMENT_MOST_CENTS: Final = 9_999_999

# The treasury's service: how long it may take, and for how long nobody asks again.
TREASURY_ANSWERS_WITHIN: Final = timedelta(seconds=10)
TREASURY_PAUSE_AFTER: Final = 5
TREASURY_PAUSE: Final = timedelta(seconds=60)

# Documents for everybody.
DOCUMENT_TITLE_LONGEST: Final = 120

# What the service announces to its subscribers.
HEADLINE_LONGEST: Final = 120
ANNOUNCEMENT_LONGEST: Final = 2_000
COMMUNE_LONGEST: Final = 60

# Requests: how many an account may send, how much it may attach, and in how long a word of
# staff is due before the mediator may be turned to (Code de la consommation, L612-1).
REQUESTS_OF_ACCOUNT: Final = (10, timedelta(hours=24))
REPLIES_OF_ACCOUNT: Final = (30, timedelta(hours=24))
ATTACHED_MOST_MIB: Final = 50
MEDIATION_AFTER: Final = timedelta(days=30)

# The days people may give: moving in or out, a leak, and the ages of those who subscribe.
MOVE_AHEAD: Final = timedelta(days=180)
MOVE_BACK: Final = timedelta(days=365)
LEAK_BACK: Final = timedelta(days=3 * 365)
YOUNGEST: Final = 16
OLDEST: Final = 120

# On-line payments: the life of a PayFiP operation.  Its page takes a payment
# for 15 minutes; what is still unknown after two hours will not come; what is said to be
# abandoned within two minutes may not be; 20 minutes lie between two payments of one invoice.
PAYMENT_PAGE_LASTS: Final = timedelta(minutes=15)
PAYMENT_WAITED_FOR: Final = timedelta(minutes=120)
PAYMENT_ABANDONED_AFTER: Final = timedelta(minutes=2)
PAYMENTS_APART: Final = timedelta(minutes=20)

# Whoever asks for a page has it, or has failed, well within a minute.
PAYMENT_OPENS_WITHIN: Final = timedelta(minutes=1)

# When the treasury is asked: soon after a payment was begun, then every five minutes for a
# day, then every hour for a week.
PAYMENT_LOOKS_SOON: Final = (
    timedelta(seconds=30),
    timedelta(minutes=1),
    timedelta(minutes=2),
    timedelta(minutes=3),
    timedelta(minutes=4),
    timedelta(minutes=5),
)
PAYMENT_LOOK_EVERY: Final = timedelta(minutes=5)
PAYMENT_LOOKS_LATER_AFTER: Final = timedelta(hours=24)
PAYMENT_LOOK_LATER_EVERY: Final = timedelta(hours=1)
PAYMENT_LOOKED_FOR: Final = timedelta(days=7)

# One worker asks at a time; a hint makes it ask at once, though not all the time.
PAYMENT_CLAIMED_FOR: Final = timedelta(minutes=1)
PAYMENT_LOOKS_APART: Final = timedelta(seconds=10)
PAYMENT_PUT_OFF: Final = timedelta(minutes=1)

# The form for anybody: it writes to the service, and a copy to a mailbox nobody has proved.
CONTACTS_FROM_PLACE: Final = ((5, timedelta(hours=1)), (20, timedelta(hours=24)))
CONTACTS_OF_MAILBOX: Final = ((3, timedelta(hours=1)), (5, timedelta(hours=24)))

# Bank details and payment modes: confirmed by mail, then a delay for whoever did not ask.
CHANGE_CONFIRMED_WITHIN: Final = timedelta(hours=24)
CHANGE_DELAY: Final = timedelta(hours=72)
# Whoever did not ask reads their mail once a day.
LEAST_CHANGE_DELAY: Final = timedelta(hours=24)
CHANGE_LINK_LASTS: Final = timedelta(hours=1)
ACCESS_FRESH_FOR: Final = timedelta(days=7)
TYPED_ACCOUNT_LASTS: Final = timedelta(minutes=30)
PAYERS_PER_BANK_ACCOUNT: Final = 2
PAYMENT_CHANGES_OF_ACCOUNT: Final = (10, timedelta(hours=24))
DEBIT_CUT_OFF: Final = timedelta(days=10)
MANDATE_TEXT: Final = "2026-11"
MANDATE_LAPSES_AFTER_MONTHS: Final = 36

# Invoices by mail: one imported later than this after its day is no news; and for how long
# after the end of a contract its last invoice may still come.
INVOICE_IS_NEWS: Final = timedelta(days=60)
LAST_INVOICE_WITHIN: Final = timedelta(days=365)
E_INVOICE_WISHES_OF_ACCOUNT: Final = (20, timedelta(hours=24))

# Attestations: for how long one is checked, and how many times somebody may try a code.
ATTESTATION_LASTS_MONTHS: Final = 3
ATTESTATION_CHECKS_FROM_PLACE: Final = (60, timedelta(hours=1))

# Abnormal consumption: a month to have the bill capped (CGCT, L2224-12-4, III bis).  A reading
# older than this when it is looked at is no news, its invoice has left; how long a notice stays
# on the pages, and in the list of staff.
LEAK_CLAIM_MONTHS: Final = 1
LEAK_IS_NEWS: Final = timedelta(days=125)
LEAK_NOTICE_SHOWN: Final = timedelta(days=180)
LEAK_NOTICES_LISTED: Final = timedelta(days=365)

# What a person in France draws a day on average: 148 litres in 2021, 54 m3 a year.  Office
# francais de la biodiversite, Observatoire des services publics d'eau et d'assainissement,
# "Panorama des services et de leur performance en 2021", 20 June 2023; told by
# www.eaufrance.fr/chiffres-cles/volume-deau-potable-consomme-par-habitant-par-jour-en-2021.
NATIONAL_LITRES_A_PERSON: Final = 148
NATIONAL_LITRES_YEAR: Final = 2021
