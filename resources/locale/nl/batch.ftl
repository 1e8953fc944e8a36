# Meer vormen tegelijk.
cli-not-exported = Niet gemaakt: { $format }. { $reason }
error-cannot-make = Dit bestand kon niet worden gemaakt. De andere vormen zijn er niet door geraakt. Meld dit met de tekst erachter: { $reason }
making-begins = Bezig…
making-step = Bezig met { $what } (stap { $done } van { $total })…
making-stopped = { $count ->
    [0] Gestopt. Er is niets weggeschreven.
    [one] Gestopt. Eén bestand was klaar en staat in { $folder }.
   *[other] Gestopt. { $count } bestanden waren klaar en staan in { $folder }.
  }
batch-done = { $count ->
    [one] Eén bestand staat
   *[other] { $count } bestanden staan
  } in { $folder }.
batch-failed = Niet gemaakt: { $format }. { $reason }
batch-open = Openen
batch-folder = Map tonen
batch-checked = Nagekeken voor publicatie: niets gevonden dat er niet in hoort.
batch-found = Nagekeken voor publicatie: { $errors } { $errors ->
    [one] punt
   *[other] punten
  } om eerst op te lossen, { $notes } om naar te kijken.
batch-look = Bekijken…
