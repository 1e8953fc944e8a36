# Het overleg: opmerkingen en vragen bij het document en zijn bepalingen.
inspector-discussion = Overleg
discussion-threads = Opmerkingen en vragen
discussion-count = { $count ->
    [0] Hier is nog niets gezegd.
    [one] Eén gesprek
   *[other] { $count } gesprekken
  }
thread-open = open
thread-resolved = opgelost
said-comment = merkt op
said-question = vraagt
said-reply = antwoordt
said-resolve = heeft dit opgelost
said-reopen = heeft dit heropend
anchor-here = staat er nog zo
anchor-moved = tekst is intussen veranderd
anchor-unsure = niet zeker waar dit nu staat
anchor-gone = deze tekst staat er niet meer
error-nothing-said = Schrijf eerst wat u wilt zeggen.
error-said-too-long = Dit bericht is langer dan { $limit } tekens. Maak het korter, of zet de tekst in een document en verwijs daarnaar.
error-already-resolved = Dit gesprek is al opgelost, misschien door iemand anders.
error-already-open = Dit gesprek staat al open, misschien door iemand anders.
error-quote-not-there = De woorden „{ $quote }” staan niet precies één keer in deze bepaling. Neem iets meer of iets minder woorden.
error-no-such-thread = Er is geen gesprek met kenmerk { $thread }. Kijk met „coauthor comments” welke er zijn.
cli-comments = toon de opmerkingen en vragen, van alles of van één bepaling
cli-comment = plaats een opmerking of vraag bij een bepaling (nummer), of met „-” bij het hele document
cli-reply = antwoord in een gesprek
cli-resolve = meld dat een gesprek is opgelost
cli-reopen = open een gesprek opnieuw
cli-thread-document = hele document
cli-commented = Geplaatst in gesprek { $thread }. Het gaat mee met de volgende versie.
cli-resolved = Gesprek { $thread } is opgelost.
cli-reopened = Gesprek { $thread } is weer open.
action-place_comment = &Opmerking of vraag plaatsen…
action-comment_document = Opmerking bij het &hele document…
action-next_thread = Volgend open &gesprek
action-previous_thread = Vorig open g&esprek
action-mark_all_read = Alles als ge&lezen aanmerken
discussion-whole = Hele document
discussion-clause-gone = bepaling is weg
discussion-none = Hier is nog niets opgemerkt of gevraagd.
discussion-some = { $shown } van { $count } gesprekken
discussion-list-help = Kies een gesprek met de pijlen om het te lezen.
discussion-nothing-open = Er staat geen gesprek open.
sign-talk = { $count ->
    [one] één open gesprek
   *[other] { $count } open gesprekken
  }
thread-new = nieuw
thread-replies = { $count ->
    [one] 1 reactie
   *[other] { $count } reacties
  }
thread-unread = { $count } ongelezen
thread-lost = Het begin van dit gesprek is hier niet.
thread-left-out = … { $count } berichten hiertussen niet getoond …
thread-cut = (ingekort: dit bericht is te lang om hier te tonen)
thread-mentions = Genoemd: { $names }
thread-quote = Over: „{ $quote }”
thread-go = Toon in de tekst
thread-more = Toon alle berichten
thread-messages = Berichten
thread-resolve = Opgelost
thread-reopen = Heropenen
thread-close = Sluiten
thread-reply-box = Reactie
thread-reply = Reageren
message-help = Uw tekst. Opmaak met Markdown mag. Ctrl+Enter plaatst.
message-call = Noem iemand…
message-call-help = Noem een organisatie of rol: het gesprek komt bij hen onder „van ons”.
message-role = rol: { $role }
message-uncall = Niemand noemen
message-deed-help = Gaat mee met de volgende versie (Ctrl+Enter)
filter-scope = Waar
filter-scope-here = Deze bepaling
filter-scope-whole = Hele document
filter-scope-all = Alle bepalingen
filter-stands = Welke
filter-stands-open = Open
filter-stands-every = Open en opgelost
filter-stands-unread = Ongelezen
filter-stands-mine = Van ons
filter-stands-resolved = Opgelost
filter-organisation = Organisatie
filter-organisation-any = Elke organisatie
filter-role = Rol
filter-role-any = Elke rol
compose-new = Nieuw…
compose-new-help = Een opmerking of vraag plaatsen (Ctrl+Alt+M)
compose-title = Nieuw gesprek
compose-kind = Soort
compose-comment = Opmerking
compose-question = Vraag
compose-target = Waarover
compose-target-help = De hele bepaling, de woorden die u koos, of een van de zinnen.
compose-clause = Hele bepaling { $name }
compose-document = Hele document
compose-picked = Gekozen: „{ $words }”
compose-box = Bericht
compose-deed = Plaatsen
compose-cancel = Annuleren
link-title = Adres openen
link-question = Dit adres staat in een bericht van iemand anders:

    { $address }

    Wilt u het openen in de browser?
error-no-clause-to-discuss = Kies eerst een bepaling. Over het document als geheel plaatst u een opmerking met „Opmerking bij het hele document”.
inspector-unread = Overleg ({ $count })
compose-go-on = Verder met concept…
