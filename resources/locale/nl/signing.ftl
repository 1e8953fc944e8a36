# Ontheffing op vergrendelde bepalingen, ondertekenen, en afwijkingen die aflopen.

# -- fouten ------------------------------------------------------------------
error-not-locked = { $clause } is niet vergrendeld. Een ontheffing is niet nodig: leg de reden van de afwijking vast.
error-risk-missing = Vul in waar de risicoanalyse staat. Zonder risicoanalyse kan niemand advies geven.
error-owner-missing = Vul in wie de afwijking op zijn naam heeft: een functie of een afdeling.
error-until-unfit = De einddatum ({ $date }) ligt niet in de toekomst. Kies een latere dag.
error-no-such-request = Er is geen aanvraag { $request }. Vraag eerst een afwijking aan.
error-request-closed = Over de aanvraag voor { $clause } is al beslist. Vraag opnieuw aan als dat nodig is.
error-request-incomplete = De aanvraag voor { $clause } is niet volledig. Laat hem opnieuw indienen, met alle gegevens.
error-advice-missing = Over { $clause } is nog geen advies gegeven. Vraag eerst de CISO of een andere adviseur om advies.
error-not-granted = Voor { $clause } geldt nu geen ontheffing.
error-not-final = { $count ->
    [one] Dit kan nog niet definitief: bij één vergrendelde bepaling ({ $clauses }) ontbreekt een ontheffing.
   *[other] Dit kan nog niet definitief: bij { $count } vergrendelde bepalingen ({ $clauses }) ontbreekt een ontheffing.
  } Kijk bij Vaststellen, „Kan dit definitief?” wat er per bepaling nodig is.
error-snapshot-damaged = De bewaarde standaard { $standard } is veranderd sinds hij is overgenomen, dus niemand kan zien wat vergrendeld is. Zet een eerdere versie terug, of vraag een collega om een gave kopie van de werkruimte.
error-organ-missing = Vul in namens wie u ondertekent: het college, het dagelijks bestuur of een ander orgaan.
error-function-missing = Vul in welke functie u ondertekent, zoals wethouder. Een naam is niet nodig.
error-mandate-missing = Vul in waar uw bevoegdheid staat: het besluit of het mandaatregister.
error-changed-since-shown = De tekst of een besluit is veranderd sinds u dit zag. Bekijk het stuk opnieuw; er is niets ondertekend.
error-locked-asks-leave = { $clause } is vergrendeld. Langer afwijken kan alleen met een nieuwe ontheffing: vraag de afwijking opnieuw aan.

# -- wat er ontbreekt ----------------------------------------------------------
lack-request = Er is geen ontheffing aangevraagd.
lack-request-do = Vraag een afwijking aan, of neem de tekst van de standaard over.
lack-details = De aanvraag is niet volledig.
lack-details-do = Trek hem in en vraag opnieuw aan, met alle gegevens.
lack-advice = Er is nog geen advies.
lack-advice-do = Vraag de CISO of een andere adviseur om advies.
lack-decision = Er is nog niet beslist.
lack-decision-do = Vraag de bestuurder om een besluit.
lack-refused = De ontheffing is geweigerd.
lack-refused-do = Neem de tekst van de standaard over.
lack-revoked = De ontheffing is ingetrokken.
lack-revoked-do = Neem de tekst van de standaard over.
lack-expired = De ontheffing is verlopen.
lack-expired-do = Neem de tekst van de standaard over, of vraag de afwijking opnieuw aan.
lack-altered = De aanvraag is veranderd na het besluit, dus het besluit geldt niet meer.
lack-altered-do = Vraag de afwijking opnieuw aan.
lack-edited = De tekst is anders dan waarvoor de ontheffing is gegeven of gevraagd, dus die geldt hier niet.
lack-edited-do = Zet de goedgekeurde tekst terug, of vraag voor deze tekst opnieuw aan.
gap-omitted = Deze vergrendelde bepaling is weggelaten.
request-part-reason_class = soort reden
request-part-direction = richting
request-part-reason = reden
request-part-risk = risicoanalyse
request-part-owner = eigenaar
request-part-until = einddatum
request-part-text = gewenste tekst

# -- een ontheffing in woorden --------------------------------------------------
direction-omitted = Weggelaten
leave-role-expert = vakdeskundige
leave-role-analyst = analist van een leverancier
leave-role-steward = beheerder
leave-role-it = IT-adviseur
leave-role-adviser = adviseur (CISO, FG of jurist)
leave-role-executive = bestuurder
leave-role-reader = lezer
leave-state = Stand
leave-direction = Richting
leave-reason-class = Soort reden
leave-reason = Reden
leave-risk = Risicoanalyse
leave-owner = Eigenaar
leave-cost = Kosten
leave-asked = Aangevraagd
leave-until = Einddatum
leave-advice = Advies
leave-decision = Besluit
leave-mandate = mandaat: { $mandate }
leave-given-until = tot { $date }
leave-holds = Ontheffing geldt tot en met { $date }.
advice-positive = Akkoord
advice-conditions = Akkoord onder voorwaarden
advice-negative = Niet akkoord
leave-grant = Ontheffing gegeven
leave-refuse = Geweigerd
leave-revoke = Ingetrokken
waiver-state-asked = wacht op advies
waiver-state-advised = wacht op besluit
waiver-state-granted = ontheffing gegeven
waiver-state-refused = geweigerd
waiver-state-withdrawn = ingetrokken
waiver-state-expired = verlopen
waiver-state-altered = niet meer geldig
annex-deviations = Afwijkingen
annex-deviations-about = Vergrendelde bepalingen gelden overal gelijk. Hier staat waar deze tekst ervan afwijkt, waarom, en wie daarover heeft geadviseerd en beslist.

# -- ondertekening in woorden ----------------------------------------------------
annex-signatures = Ondertekening
annex-signatures-about = Een ondertekening geldt voor precies de tekst met dit kenmerk. Verandert er één teken, dan staat dat hier.
signed-state = Stand
signed-function = Functie
signed-mandate = Mandaat
signed-on = Ondertekend op
signed-until = Akkoord tot en met
signed-remark = Opmerking
signed-deviations = Aanvaarde afwijkingen
signed-key = Sleutel
signed-text = Tekst
signed-seal = Zegel
signed-stands = De ondertekening geldt: de tekst is precies wat is ondertekend.
signed-broken = De ondertekening geldt niet meer.
signed-returned = Teruggegeven: niet akkoord met deze tekst.
break-text = Veranderd sindsdien in { $document }: { $clauses }.
break-other-text = Veranderd sindsdien in { $document }: tekst buiten de bepalingen.
break-document-came = Sindsdien bijgekomen: { $document }.
break-document-left = Sindsdien verdwenen: { $document }.
break-standard = De standaard bij { $document } is nu een andere: { $detail }.
break-decision = Een aanvaarde ontheffing geldt niet meer of is veranderd: { $clauses }.
break-over = Het akkoord liep tot { $detail }.

# -- besluit op één A4 ------------------------------------------------------------
page-page = Besluit op één A4
page-seal = zegel { $seal }
page-what = U beslist over de tekst van dit programma van eisen, precies zoals hij nu is. Wat er afwijkt van de gezamenlijke standaard staat hieronder.
page-share = { $standard } van de { $active } bepalingen zijn gelijk aan de standaard ({ $release }).
page-omitted = { $count ->
    [one] Eén bepaling van de standaard is weggelaten.
   *[other] { $count } bepalingen van de standaard zijn weggelaten.
  }
page-lacking = { $count ->
    [one] Bij één afwijking ontbreekt nog een geldige ontheffing. Ondertekenen kan pas als die er is.
   *[other] Bij { $count } afwijkingen ontbreekt nog een geldige ontheffing. Ondertekenen kan pas als die er is.
  }
page-locked = { $count ->
    [one] Eén afwijking raakt een vergrendelde bepaling: informatiebeveiliging, gegevensuitwisseling of een standaardproces.
   *[other] { $count } afwijkingen raken een vergrendelde bepaling: informatiebeveiliging, gegevensuitwisseling of een standaardproces.
  }
page-standard-says = De standaard zegt
page-here-says = Hier staat
page-no-locked = Van de vergrendelde bepalingen (informatiebeveiliging, gegevensuitwisseling, standaardproces) wijkt niets af.
page-if-no = Zegt u nee, dan geldt de tekst van de standaard.
page-others = { $count ->
    [one] Eén andere afwijking
   *[other] { $count } andere afwijkingen
  }
page-until = tot { $date }
page-more = en nog { $count }
page-no-standard = Deze tekst is van geen standaard afgeleid; hij telt { $count } bepalingen.
page-digest = Kenmerk van de precieze tekst: { $digest }
page-responsible = Het bestuursorgaan is verantwoordelijk en keurt goed; wie ondertekent doet dat namens het orgaan.

# -- aflopende afwijkingen ---------------------------------------------------------
due-over = Verlopen sinds { $date }
due-days = { $days ->
    [0] { $date }, vandaag
    [one] { $date }, nog 1 dag
   *[other] { $date }, nog { $days } dagen
  }
due-counted = gerekend, niet vastgelegd
due-locked = vergrendeld
due-until = Einddatum
due-document = Document
due-clause = Bepaling
due-kind = Soort
due-reason = Reden
due-owner = Eigenaar
due-cost = Kosten
due-list = Afwijkingen en hun einddatum
due-list-about = Stand op { $date }: { $count ->
    [one] één afwijking
   *[other] { $count } afwijkingen
  }. Een afwijking zonder vastgelegde einddatum eindigt 24 maanden nadat zij voor het eerst in een versie stond.

# -- de opdrachtregel ----------------------------------------------------------------
cli-waivers = toon de afwijkingen op vergrendelde bepalingen en wat er ontbreekt
cli-waive = vraag een ontheffing aan, geef advies, beslis, trek in, of voer uit
cli-sign = onderteken precies deze teksten, of schrijf eerst het stuk op één A4 weg
cli-signoffs = toon wie heeft ondertekend en of dat nog geldt
cli-due = toon welke afwijkingen aflopen
cli-reconfirm = houd een afwijking langer aan
cli-waivers-found = Afwijkingen op vergrendelde bepalingen: { $count }. Aanvragen die wachten: { $waiting }.
cli-waive-ask = Aangevraagd voor { $clause } ({ $request }). Nu zijn advies en een besluit nodig.
cli-waive-advise = Advies over { $clause } vastgelegd.
cli-waive-grant = Ontheffing voor { $clause } gegeven.
cli-waive-refuse = Ontheffing voor { $clause } geweigerd.
cli-waive-revoke = Ontheffing voor { $clause } ingetrokken.
cli-waive-withdraw = Aanvraag voor { $clause } ingetrokken.
cli-waive-apply = De goedgekeurde tekst van { $clause } staat nu in het document.
cli-signed-stands = ✓ { $organ }, { $when }: geldt (zegel { $seal }).
cli-signed-broken = ⚠ { $organ }, { $when }: geldt niet meer. { $why }
cli-signed-returned = ↩ { $organ }, { $when }: teruggegeven.
cli-no-signatures = Er is nog niets ondertekend.
cli-due-found = { $count } van de { $all } afwijkingen lopen binnen { $days } dagen af of zijn verlopen.
cli-reconfirmed = { $clause } blijft afwijken tot { $date }.
version-signed = Ondertekend
version-returned = Teruggegeven
export-final = definitief
transaction-waived = goedgekeurde afwijking overgenomen
transaction-reconfirmed = afwijking langer aangehouden

# -- bij een nieuwe uitgave -------------------------------------------------------
upgrade-why-deviates-ending = U wijkt hier af van de standaard. Die afwijking loopt tot { $detail }. Is zij nog nodig?
upgrade-why-local-ending = Deze bepaling is van uzelf en loopt tot { $detail }. Is zij nog nodig? De standaard volgen haalt haar weg.
upgrade-why-omitted-ending = U hebt deze bepaling weggelaten, tot { $detail }. Hoort zij er nu weer bij?

# -- het venster ----------------------------------------------------------------------
action-show_waivers = &Ontheffingen…
action-show_due = Aflopende af&wijkingen…
action-check_final = Kan dit &definitief?
action-export_final = Definitief &exporteren…
action-show_dossier = Onderte&kenen…
waivers-title = Ontheffingen
waivers-help = Vergrendelde bepalingen gelden overal gelijk. Afwijken kan alleen met een ontheffing: iemand vraagt aan, de CISO of een andere adviseur adviseert, de bestuurder beslist.
waivers-none = Geen enkele vergrendelde bepaling wijkt af, en er is niets aangevraagd.
waivers-detail = De aanvraag, met advies en besluit
waivers-go = Ga naar de bepaling
waivers-ask = Afwijking aanvragen…
waivers-advise = Advies geven…
waivers-grant = Toestaan…
waivers-refuse = Weigeren…
waivers-revoke = Ontheffing intrekken…
waivers-withdraw = Aanvraag intrekken
waivers-apply = Goedgekeurde tekst overnemen
ask-wanted = Gewenste tekst
ask-wanted-help = De tekst zoals die moet worden. De ontheffing geldt straks voor precies deze tekst.
ask-needed = nodig voor advies
advice-dialog = Advies geven
advice-dialog-help = Uw advies gaat mee naar de bestuurder, die beslist. Het blijft bij de aanvraag staan.
advice-dialog-accept = Advies vastleggen
advice-verdict = Advies
advice-body = Toelichting
advice-body-help = Welk risico blijft er, en onder welke voorwaarden is dat aanvaardbaar?
grant-dialog = Ontheffing geven
grant-dialog-help = De ontheffing geldt voor precies de gevraagde tekst, tot en met de einddatum. Het bestuursorgaan is verantwoordelijk.
grant-dialog-accept = Ontheffing geven
grant-until-help = Eerder dan gevraagd mag, later niet.
refuse-dialog = Ontheffing weigeren
refuse-dialog-help = De tekst van de standaard blijft gelden.
refuse-dialog-accept = Weigeren
revoke-dialog = Ontheffing intrekken
revoke-dialog-help = De tekst van de standaard geldt weer. Wie de tekst schrijft, ziet wat er nog moet gebeuren.
revoke-dialog-accept = Intrekken
decide-body = Toelichting
decide-body-help = Waarom, of onder welke voorwaarden.
function-help = Bijvoorbeeld: wethouder. Een naam is niet nodig.
mandate-help = Het besluit of de plaats in het mandaatregister
organ-help = Bijvoorbeeld: college van B&W
remark-help = Mag leeg blijven. Bij teruggeven: wat er anders moet.
reconfirm-dialog = Afwijking langer aanhouden
reconfirm-dialog-help = De afwijking blijft nog een tijd staan. Uw reden en de nieuwe einddatum worden vastgelegd.
reconfirm-dialog-accept = Aanhouden
reconfirm-reason = Waarom nog nodig
unfit-title = Kan dit definitief?
unfit-help = { $count ->
    [0] Nog niet.
    [one] Nog niet: bij één vergrendelde bepaling ontbreekt iets.
   *[other] Nog niet: bij { $count } vergrendelde bepalingen ontbreekt iets.
  }
unfit-list = Wat er ontbreekt, en wat u kunt doen
unfit-go = Ga naar de bepaling
due-title = Aflopende afwijkingen
due-help = { $count ->
    [0] Binnen { $days } dagen loopt niets af.
    [one] Eén afwijking is verlopen of loopt binnen { $days } dagen af.
   *[other] { $count } afwijkingen zijn verlopen of lopen binnen { $days } dagen af.
  }
due-none = Er zijn geen afwijkingen.
due-table-help = Sorteren kan met een klik op een kop.
due-do-list = Jaarlijst voor het bestuur…
due-do-list-help = Schrijft alle afwijkingen met hun einddatum weg als één bladzijde.
due-do-keep = Langer aanhouden…
due-do-drop = Standaard volgen
due-do-remove = Eigen bepaling weghalen
dossier-title = Ondertekenen
dossier-page-help = Wat u ondertekent, in gewone taal.
dossier-binds = U tekent voor precies deze tekst (zegel { $seal }). Verandert er later één teken, dan staat dat er meteen bij.
dossier-organ = Namens
dossier-until = Akkoord tot
dossier-until-wanted = alleen tot en met
dossier-write = Bewaren als A4…
dossier-write-help = Schrijft dit stuk weg als bestand, om te printen of mee te sturen.
dossier-return = Teruggeven
dossier-return-help = Niet akkoord; zeg bij de opmerking wat er anders moet.
dossier-sign = Ondertekenen
signed-look = Bekijk het stuk
leave-not-taken = Ontheffing gegeven tot en met { $date }; de goedgekeurde tekst staat hier nog niet.
notice-waivers-wait = { $count ->
    [one] Eén aanvraag voor een ontheffing wacht op u.
   *[other] { $count } aanvragen voor een ontheffing wachten op u.
  }
notice-leave-given = Voor { $clause } is ontheffing gegeven, tot en met { $date }.
notice-fit = Niets staat in de weg: deze tekst kan definitief.
notice-agreed = Ondertekend. Deel de werkruimte om de ondertekening mee te geven.
notice-returned = Teruggegeven. Deel de werkruimte om het te laten weten.
