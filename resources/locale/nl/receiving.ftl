# Ophalen: wat anderen schreven komt erbij; wat open is, wordt gevraagd.
received-nothing = Er is niets nieuws op de gedeelde plek.
received-first = { $versions ->
    [one] Eén versie opgehaald.
   *[other] { $versions } versies opgehaald.
  }
received-taken = { $count ->
    [0] Wat anderen zeiden of besloten is overgenomen; de tekst bleef gelijk
    [one] 1 wijziging van { $whom } overgenomen
   *[other] { $count } wijzigingen van { $whom } overgenomen
  }
received-look = { $count } om te bekijken
received-decide = { $count } om te beslissen
received-and = { $first } en { $last }
received-others = anderen
received-mixed = { $path } werd ondertussen door een ander programma veranderd. Beide teksten staan er nu in.
received-undone = Het ophalen is teruggedraaid.
version-own = Eigen werk, bewaard vóór het ophalen
version-received = Opgehaald en samengevoegd
version-decided = Beslist wat bij het ophalen openstond
version-since-received = Eigen werk sinds het ophalen dat is teruggedraaid
transaction-decide = beslissing
transaction-nod = akkoord
transaction-reopen = vraag opnieuw
transaction-receive = ophalen
question-reason-overlap = Beide schreven iets anders op dezelfde plek.
question-reason-same-sentence = Beide veranderden dezelfde zin.
question-reason-deleted-edited = De een haalde weg waar de ander in schreef.
question-reason-both-added = Beide voegden hier iets toe.
question-reason-moved-edited = De een verplaatste wat de ander veranderde.
question-reason-locked = Deze bepaling is vergrendeld.
question-reason-attribute = Beide kozen een andere waarde.
question-reason-code = Beide gebruikten hetzelfde nummer.
question-reason-rewritten-edited = De een herschreef een zin waarin de ander iets veranderde.
question-reason-added-deleted = De een voegde iets toe waar de ander iets weghaalde.
question-reason-added-beside = De een voegde iets toe vlak naast wat de ander veranderde.
question-reason-remembered = Hierover is eerder beslist.
choice-ours = van ons
choice-theirs = van hen
choice-merged = samengevoegd
choice-both = allebei, eerst van ons
choice-both-reversed = allebei, eerst van hen
choice-base = zoals het was
choice-neither = geen van beide
choice-nod = akkoord
cli-receive = haal op wat anderen schreven en voeg het samen
cli-questions = toon wat na het ophalen nog te beslissen of te bekijken is
cli-decide = beslis over één vraag (ours, theirs, both, base, …) of geef akkoord (nod)
cli-take-back = draai het laatste ophalen terug
cli-question = { $question }  { $path }, regel { $line }: { $reason }
cli-question-whole = { $question }  { $path }: { $reason }
cli-question-look = { $question }  { $path }, regel { $line }: om te bekijken
cli-decided = Beslist.
cli-no-questions = Er is niets te beslissen en niets te bekijken.
error-decisions-open = { $count ->
    [one] Er is nog één beslissing open. Neem die eerst; daarna kunt u delen.
   *[other] Er zijn nog { $count } beslissingen open. Neem die eerst; daarna kunt u delen.
  }
error-no-such-question = Deze vraag is er niet (meer): { $question }. Kijk met „coauthor questions” wat er open is.
error-no-such-choice = „{ $choice }” kan hier niet. Kies uit: { $known }.
error-not-a-look = Over { $question } moet worden beslist; alleen akkoord geven kan hier niet.
error-not-same-workspace = Wat daar staat is een andere werkruimte: beide hebben geen enkele versie gemeen. Er is niets veranderd. Kies een andere plek.
error-unsafe-path = Wat daar staat bevat een bestand dat niet veilig kan worden geschreven: { $path }. Er is niets overgenomen. Vraag de ander om dat bestand weg te halen.
error-receiving-now = Er wordt nu opgehaald. Uw tekst is veilig. Probeer het zo nog eens.
error-nothing-received = Er is niets opgehaald dat u kunt terugdraaien.
error-already-sent = Wat u ophaalde is al samen met uw werk gedeeld. Terugdraaien kan niet meer; zet zo nodig een eerdere tekst terug.
notice-receive-unfinished = Het ophalen dat eerder werd afgebroken kon nog niet worden afgemaakt ({ $reason }). Er is niets verloren. Coauthor probeert het opnieuw als u ophaalt.
error-receiving-elsewhere = Een ander venster of programma is hier aan het ophalen. Probeer het over een minuut opnieuw.
