# Het overleg: opmerkingen en vragen bij het document en zijn bepalingen.
inspector-discussion = Overleg
discussion-threads = Opmerkingen en vragen
discussion-count = { $count ->
    [0] Hier is nog niets gezegd.
    [one] Eén bericht.
   *[other] { $count } berichten.
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
