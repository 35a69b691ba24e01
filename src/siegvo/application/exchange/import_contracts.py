"""The billing system says which contracts there are, and who pays for them."""

from collections.abc import Callable, Mapping, Sequence

import attrs

from siegvo.application.exchange.first_lines import FirstLines
from siegvo.application.exchange.note import note_import
from siegvo.application.exchange.report import ImportReport, Tally, nowhere
from siegvo.application.exchange.survey_contracts import ManyPayersChange, survey
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.feeds import ContractFeed, ContractRow, Refuse, Rejection
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.intake import ContractChange, ContractIntake, KnownTenure
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.key_strength import bits_of
from siegvo.domain.contracts.payer import Payer, PayerCode
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.contracts.succession import succeed
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor

_PURPOSE = "security-key"

Close = Callable[[], int]
"""End the requests of one kind that contracts show as granted; return how many."""


@attrs.frozen(kw_only=True)
class ContractOnLine(Refused):
    """The file says something else of the same contract further up."""

    number: ContractNumber
    line: int


@attrs.frozen(kw_only=True)
class PayerOnLine(Refused):
    """A warning: the file says something else of the same payer further up, which stands."""

    code: PayerCode
    line: int


@attrs.define
class _ReadSoFar:
    """Where this file first speaks of each contract and payer."""

    contracts: FirstLines = attrs.Factory(FirstLines)
    payers: FirstLines = attrs.Factory(FirstLines)


@attrs.frozen(kw_only=True)
class ImportContracts:
    """Keep contracts, payers and tenures as a file tells them.

    A payer is known by code, never by name.  Links are left alone: whoever was
    linked to a payer sees what that payer has now.  Keys are kept as keyed hashes, with the
    bits they have at most; those that staff retired are not brought back.  Whatever was hashed
    under an older secret of ours is hashed anew: the secret may then be forgotten.
    """

    begin: Begin
    look: Look
    clock: Clock
    keyed_hash: KeyedHash
    closings: tuple[Close, ...]

    def __call__(
        self,
        feed: ContractFeed,
        *,
        dry_run: bool = False,
        confirmed: bool = False,
        key_bits: int | None = None,
        refuse: Refuse = nowhere,
        actor: Actor | None = None,
    ) -> ImportReport:
        """Read `feed` to its end, a transaction for each batch; hand faulty rows to `refuse`.

        Keys are taken to be as hard to guess as their length and signs allow, or `key_bits`
        when whoever draws them knows better.

        Raises:
            ManyPayersChange: more contracts change hands than usual, and nobody `confirmed`
                it; of a dry run, a warning.
            DatabaseUnavailable: it cannot be reached, is locked or full; what was kept
                is kept, and importing the file again goes on from there.
        """
        tally, so_far = Tally.of(feed, refuse), _ReadSoFar()
        found = survey(feed, self.look)
        if found.needs_consent and not confirmed:
            doubt = ManyPayersChange(moved=found.moved, known=found.known)
            if not dry_run:
                raise doubt
            tally.warn(doubt)
        strength = _Strength(found.alphabet, key_bits)
        for rows in feed.batches():
            batch = _Batch(self.keyed_hash, strength, so_far, tally)
            if dry_run:
                with self.look() as readers:
                    batch.judge(rows.good, readers.intake.contracts)
            else:
                with self.begin() as work:
                    batch.judge(rows.good, work.intake.contracts)
                    batch.keep(work.intake.contracts)
            tally.reject(rows.bad, batch.rejected)
        closed = 0 if dry_run else sum(close() for close in self.closings)
        report = tally.report(is_dry_run=dry_run, closed=closed)
        note_import(self.begin, report, what="contracts", at=self.clock.now(), actor=actor)
        return report


@attrs.frozen
class _Strength:
    """How hard to guess the keys of this file are, at most."""

    alphabet: int
    declared: int | None

    def of(self, key: SecurityKey) -> int:
        bits = bits_of(key, alphabet=self.alphabet)
        return bits if self.declared is None else min(bits, self.declared)


@attrs.frozen
class _Key:
    """What is kept of a key: its hash, its bits, and the hashes of those it replaced for good."""

    hash: str = attrs.field(repr=False)
    bits: int
    retired: tuple[str, ...] = attrs.field(repr=False)


@attrs.define
class _Batch:
    """What some rows that follow one another change."""

    keyed_hash: KeyedHash
    strength: _Strength
    so_far: _ReadSoFar
    tally: Tally
    payers: list[Payer] = attrs.Factory(list)
    changes: list[ContractChange] = attrs.Factory(list)
    rejected: list[Rejection] = attrs.Factory(list)

    def judge(self, rows: Sequence[ContractRow], intake: ContractIntake) -> None:
        histories = intake.histories({row.tenure.contract for row in rows})
        payers = intake.payers({row.payer.code for row in rows})
        for row in rows:
            try:
                self._judge(row, histories.get(row.tenure.contract, ()), payers)
            except Refused as reason:
                self.rejected.append(Rejection(row.line, reason))

    def keep(self, intake: ContractIntake) -> None:
        if self.payers:
            intake.keep_payers(self.payers)
        if self.changes:
            intake.keep(self.changes)

    def _judge(
        self,
        row: ContractRow,
        history: Sequence[KnownTenure],
        payers: Mapping[PayerCode, Payer],
    ) -> None:
        number, said = row.tenure.contract, (row.tenure, row.payer, row.key.text)
        if first := self.so_far.contracts.of(number.digits):
            if not self.so_far.contracts.agrees(number.digits, said):
                raise ContractOnLine(number=number, line=first)
            self.tally.count("unchanged")
            return
        succession = succeed([known.tenure for known in history], row.tenure)
        self.so_far.contracts.note(number.digits, line=row.line, fact=said)
        key = self._key(row, history)
        told = KnownTenure(row.tenure, key.hash, key.bits, key.retired)
        is_told_before = bool(history) and history[-1] == told
        if not is_told_before:
            self.changes.append(
                ContractChange(
                    succession=succession,
                    key_hash=key.hash,
                    key_bits=key.bits,
                    retired=key.retired,
                )
            )
        payer_changed = self._payer_changes(row, payers)
        if not history:
            self.tally.count("created")
        else:
            unchanged = is_told_before and not payer_changed
            self.tally.count("unchanged" if unchanged else "updated")

    def _key(self, row: ContractRow, history: Sequence[KnownTenure]) -> _Key:
        """Hash the key, unless the payer's is known to be the same one, or was taken back."""
        bound = (row.tenure.contract.digits, row.payer.code.text, row.key.text)
        theirs = [known for known in history if known.tenure.payer == row.payer.code]
        if not theirs:
            return _Key(self.keyed_hash.of(_PURPOSE, *bound), self.strength.of(row.key), ())
        last = theirs[-1]
        retired = tuple(self._fresh(each, bound) for each in last.retired)
        if any(self.keyed_hash.matches(each, _PURPOSE, *bound) for each in retired):
            return _Key(last.key_hash, last.key_bits, retired)
        is_same = self.keyed_hash.matches(last.key_hash, _PURPOSE, *bound)
        key_hash = (
            self._fresh(last.key_hash, bound) if is_same else self.keyed_hash.of(_PURPOSE, *bound)
        )
        return _Key(key_hash, self.strength.of(row.key), retired)

    def _fresh(self, stored: str, bound: tuple[str, ...]) -> str:
        """Return the hash under the current secret, if this is one of what is `bound`."""
        is_old = not self.keyed_hash.is_current(stored)
        if is_old and self.keyed_hash.matches(stored, _PURPOSE, *bound):
            return self.keyed_hash.of(_PURPOSE, *bound)
        return stored

    def _payer_changes(self, row: ContractRow, known: Mapping[PayerCode, Payer]) -> bool:
        """Keep the payer if this is new; of two descriptions in a file, the first stands."""
        code, so_far = row.payer.code, self.so_far.payers
        known_by = row.payer.code.text
        if first := so_far.of(known_by):
            if not so_far.agrees(known_by, row.payer):
                self.tally.warn(PayerOnLine(code=code, line=first), line=row.line)
            return False
        so_far.note(known_by, line=row.line, fact=row.payer)
        if known.get(code) == row.payer:
            return False
        self.payers.append(row.payer)
        return True
