# Het nummer van de volgende uitgave.
release-dialog = Uitgave maken
release-dialog-help = Een uitgave is de tekst waarvan anderen afleiden. Zij blijft voorgoed zoals zij nu is.
release-dialog-accept = Uitgeven
release-nothing = Er is niets veranderd sinds uitgave { $previous }. Er is dus geen nieuwe uitgave te maken.
bump-first = Dit wordt de eerste uitgave. Voorstel: { $number }.
bump-fits = Passend nummer na { $previous }: { $number } ({ $level }). Dit is waarom:
bump-judge = Woorden alleen zeggen niet zeker of een eis strenger is geworden. De beheerder oordeelt.
bump-level-none = niets veranderd
bump-level-patch = alleen bewoording
bump-level-minor = oude antwoorden voldoen nog
bump-level-major = oude antwoorden voldoen misschien niet meer
bump-withdrawn = vervallen
bump-new-wish = nieuwe wens of informatie
bump-new-demand = nieuwe eis
bump-rearranged = bestaande eisen anders ingedeeld
bump-freedom-removed = de invulling „{ $detail }” is weg
bump-freedom-added = nieuwe invulling „{ $detail }”
bump-default-changed = andere voorinvulling bij „{ $detail }”
bump-proof-changed = andere toetsing of norm
bump-explained = andere uitleg
bump-kind-up = is nu een eis
bump-kind-down = is geen eis meer
bump-priority-up = hogere prioriteit
bump-priority-down = lagere prioriteit
bump-locked = is nu vergrendeld
bump-unlocked = is niet meer vergrendeld
bump-theme-changed = ander thema
bump-wording = alleen bewoording
bump-wish-changed = andere wens { $detail }
bump-demand-changed = de eis is anders: { $detail }
bump-demand-shorter = de eis vraagt minder
bump-demand-longer = de eis vraagt meer of anders
bump-text-changed = koppen of tekst veranderd
bump-order-changed = andere volgorde
error-release-not-newer = Uitgave { $release } komt niet na uitgave { $previous }. Kies een hoger nummer.
error-release-too-low = Nummer { $release } is te laag voor wat er veranderde, bijvoorbeeld bij { $cause }. Passend is { $number } ({ $level ->
    [major] oude antwoorden voldoen misschien niet meer
    [minor] oude antwoorden voldoen nog
   *[other] alleen bewoording
  }). Kies dat nummer, of bevestig dat u toch { $release } wilt.
bump-more = en nog { $count } andere
release-anyway = { $reason }

    Toch uitgeven als { $release }?
