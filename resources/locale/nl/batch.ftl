# Meer vormen tegelijk.
cli-not-exported = Niet gemaakt: { $format }. { $reason }
error-cannot-make = Dit bestand kon niet worden gemaakt. De andere vormen zijn er niet door geraakt. Meld dit met de tekst erachter: { $reason }
making-begins = Bezig…
making-step = Bezig met { $what } (stap { $done } van { $total })…
batch-done = { $count ->
    [one] Eén bestand staat
   *[other] { $count } bestanden staan
  } in { $folder }.
batch-failed = Niet gemaakt: { $format }. { $reason }
batch-check = Controleren voor publicatie
