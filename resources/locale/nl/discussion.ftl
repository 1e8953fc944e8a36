# Het overleg: opmerkingen en vragen bij het document en zijn bepalingen.
inspector-discussion = Overleg
discussion-threads = Opmerkingen en vragen
discussion-count = { $count ->
    [0] Hier is nog niets gezegd.
    [one] Eén bericht.
   *[other] { $count } berichten.
  }
