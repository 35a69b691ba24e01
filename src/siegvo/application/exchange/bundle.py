"""The use cases about the files of the billing system."""

from typing import Self

import attrs

from siegvo.application.exchange.close_changes import CloseChanges
from siegvo.application.exchange.close_e_invoices import CloseEInvoices
from siegvo.application.exchange.close_fulfilled import CloseFulfilled
from siegvo.application.exchange.close_granted import CloseGranted
from siegvo.application.exchange.export_direct_debits import ExportDirectDebits
from siegvo.application.exchange.export_e_invoices import ExportEInvoices
from siegvo.application.exchange.export_mandates import ExportMandates
from siegvo.application.exchange.export_payment_modes import ExportPaymentModes
from siegvo.application.exchange.export_readings import ExportReadings
from siegvo.application.exchange.export_requests import ExportRequests
from siegvo.application.exchange.import_collections import ImportCollections
from siegvo.application.exchange.import_contracts import ImportContracts
from siegvo.application.exchange.import_invoice_lines import ImportInvoiceLines
from siegvo.application.exchange.import_invoices import ImportInvoices
from siegvo.application.exchange.import_meters import ImportMeters
from siegvo.application.exchange.import_readings import ImportReadings
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Exchange:
    import_contracts: ImportContracts
    import_meters: ImportMeters
    import_readings: ImportReadings
    import_invoices: ImportInvoices
    import_invoice_lines: ImportInvoiceLines
    import_collections: ImportCollections
    export_readings: ExportReadings
    export_requests: ExportRequests
    export_mandates: ExportMandates
    export_direct_debits: ExportDirectDebits
    export_e_invoices: ExportEInvoices
    export_payment_modes: ExportPaymentModes

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        begin, look, clock = outside.begin, outside.look, outside.clock
        return cls(
            import_contracts=ImportContracts(
                begin=begin,
                look=look,
                clock=clock,
                keyed_hash=outside.keyed_hash,
                closings=(
                    CloseGranted(begin=begin, look=look, clock=clock),
                    CloseEInvoices(begin=begin, look=look, clock=clock),
                    CloseChanges(begin=begin, look=look, clock=clock, vault=outside.vault),
                ),
            ),
            import_meters=ImportMeters(begin=begin, look=look, clock=clock),
            import_readings=ImportReadings(
                begin=begin,
                open_bench=outside.open_reading_bench,
                clock=clock,
                close_fulfilled=CloseFulfilled(begin=begin, look=look, clock=clock),
            ),
            import_invoices=ImportInvoices(
                begin=begin, look=look, clock=clock, files=outside.invoice_files
            ),
            import_invoice_lines=ImportInvoiceLines(
                begin=begin, open_bench=outside.open_invoice_line_bench, clock=clock
            ),
            import_collections=ImportCollections(begin=begin, look=look, clock=clock),
            export_readings=ExportReadings(begin=begin, look=look, clock=clock),
            export_requests=ExportRequests(begin=begin, look=look, clock=clock),
            export_mandates=ExportMandates(
                begin=begin, look=look, clock=clock, vault=outside.vault
            ),
            export_direct_debits=ExportDirectDebits(
                begin=begin,
                look=look,
                clock=clock,
                utility=outside.utility,
                vault=outside.vault,
            ),
            export_e_invoices=ExportEInvoices(begin=begin, look=look, clock=clock),
            export_payment_modes=ExportPaymentModes(begin=begin, look=look, clock=clock),
        )
