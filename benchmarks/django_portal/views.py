"""The dashboard, as the manual teaches it."""

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from benchmarks.django_portal.models import Meter, Tenure


@login_required
def dashboard(request: HttpRequest) -> HttpResponse:
    tenures = list(
        Tenure.objects.filter(payer__accounts=request.user).select_related("contract", "payer")
    )
    wanted = request.GET.get("contrat")
    shown = next((tenure for tenure in tenures if wanted in {None, tenure.contract.number}), None)
    if shown is None:
        raise Http404
    return render(
        request,
        "dashboard.html",
        {
            "tenures": tenures,
            "shown": shown,
            "meters": [_card(meter, shown, request.user) for meter in _in_service(shown)],
            "today": timezone.localdate(),
        },
    )


def _in_service(tenure: Tenure) -> QuerySet[Meter]:
    return tenure.contract.meters.filter(removed_on=None)


def _card(meter: Meter, tenure: Tenure, user: AbstractBaseUser) -> dict[str, object]:
    readings = meter.readings.filter(taken_on__gte=tenure.started_on).order_by("-taken_on")
    return {
        "meter": meter,
        "last": (last := readings.first()),
        "dials": f"{last.index_m3:0{meter.dials}}" if last else "",
        "last_actual": readings.exclude(source="estimate").first(),
        "sent": meter.sent_readings.filter(account=user, seen_at=None),
    }
