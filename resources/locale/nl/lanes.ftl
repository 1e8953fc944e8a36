# De kolommen: ons document naast de standaard en eerdere versies.
lanes-name = Tekst, kolommen naast elkaar
lanes-widths = Breedte van de kolommen
lanes-gap = nog in te vullen
lanes-omitted = Weggelaten: { $name }
lanes-omitted-because = Weggelaten: { $name } – { $reason }
lanes-withdrawn = Vervallen: { $name }
lanes-moved-to = Vervallen: { $name } – verplaatst
lanes-split-into = Vervallen: { $name } – gesplitst
lanes-joined-into = Vervallen: { $name } – samengevoegd
lanes-adapted = aangepast, { $direction }
lanes-no-reason = reden ontbreekt
lanes-reason = reden gegeven
lanes-not-ours = staat niet in ons document
lanes-not-there = staat niet in: { $lane }
lanes-same = gelijk aan ons document
lanes-heading = Kop niveau { $level }: { $title }
lanes-changes = { $count ->
    [one] één verschil in woorden
   *[other] { $count } verschillen in woorden
  }
lanes-take = Neem over
lanes-take-name = Neem deze woorden van de standaard over
lanes-edit-title = Titel van { $name }
lanes-edit-body = Tekst van { $name }
lanes-edit-heading = Tekst van de kop
lanes-edit-prose = Tekst
lanes-edit-slot = Invulling: { $name }
lanes-new-clause = nieuwe bepaling
lanes-title-hint = Titel
lanes-body-hint = Schrijf hier de tekst
lanes-new-heading = Nieuwe kop
lanes-new-prose = Nieuwe tekst
lanes-divider = Grens tussen { $left } en { $right }
