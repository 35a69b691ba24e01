from django.urls import path

from benchmarks.django_portal import views

urlpatterns = [
    path("tableau-de-bord", views.dashboard, name="dashboard"),
    path("factures", views.dashboard, name="invoices"),
    path("consommations", views.dashboard, name="consumption"),
    path("demarches", views.dashboard, name="requests"),
    path("mon-compte", views.dashboard, name="account"),
    path("contrats/<str:number>/releve", views.dashboard, name="reading"),
]
