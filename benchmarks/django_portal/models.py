"""The same rows as the portal's, as Django's ORM likes them."""

from django.conf import settings
from django.db import models


class Payer(models.Model):
    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=200)
    street = models.CharField(max_length=200)
    postcode = models.CharField(max_length=10)
    town = models.CharField(max_length=100)
    accounts = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="payers")

    def __str__(self) -> str:
        return self.name


class Contract(models.Model):
    number = models.CharField(max_length=14, unique=True)
    street = models.CharField(max_length=200)
    postcode = models.CharField(max_length=10)
    town = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.number


class Tenure(models.Model):
    class Category(models.TextChoices):
        HOUSEHOLD = "household", "Particulier"
        BUSINESS = "business", "Professionnel"
        PUBLIC_BODY = "public_body", "Collectivité"

    class PaymentMode(models.TextChoices):
        ON_INVOICE = "on_invoice", "À réception de la facture"
        DIRECT_DEBIT = "direct_debit", "Prélèvement à l’échéance"
        MONTHLY = "monthly", "Mensualisation"

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="tenures")
    payer = models.ForeignKey(Payer, models.PROTECT, related_name="tenures")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    suspended = models.BooleanField(default=False)
    category = models.CharField(max_length=12, choices=Category)
    payment_mode = models.CharField(max_length=12, choices=PaymentMode)
    e_invoice = models.BooleanField()
    occupant = models.CharField(max_length=200, default="")
    masked_iban = models.CharField(max_length=42, default="")

    class Meta:
        ordering = ("ended_on", "contract__number")

    def __str__(self) -> str:
        return f"{self.contract_id} {self.started_on}"


class Meter(models.Model):
    serial = models.CharField(max_length=30, unique=True)
    contract = models.ForeignKey(Contract, models.PROTECT, related_name="meters")
    dials = models.IntegerField()
    fitted_on = models.DateField()
    fitted_m3 = models.IntegerField()
    removed_on = models.DateField(null=True)
    removed_m3 = models.IntegerField(null=True)
    make = models.CharField(max_length=60)
    year = models.IntegerField()
    remote_read = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.serial


class Reading(models.Model):
    class Source(models.TextChoices):
        AGENT = "agent", "Relevé par un agent"
        SUBSCRIBER = "subscriber", "Transmis par vous"
        ESTIMATE = "estimate", "Estimé"
        REMOTE = "remote", "Télérelevé"

    meter = models.ForeignKey(Meter, models.PROTECT, related_name="readings")
    taken_on = models.DateField()
    index_m3 = models.IntegerField()
    source = models.CharField(max_length=10, choices=Source)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("meter", "taken_on"), name="one_reading_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.taken_on}: {self.index_m3}"


class SentReading(models.Model):
    reference = models.CharField(max_length=16, unique=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    meter = models.ForeignKey(Meter, models.PROTECT, related_name="sent_readings")
    taken_on = models.DateField()
    index_m3 = models.IntegerField()
    state = models.CharField(max_length=20)
    seen_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.reference
