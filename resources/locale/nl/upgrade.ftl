# Naar een nieuwe uitgave van de standaard.
cli-upgrade = breng een werkruimte naar een andere uitgave van zijn standaard
cli-upgrade-done = Naar uitgave { $release } gebracht. { $left ->
    [0] Er is niets meer te beslissen.
    [one] Eén vraag wacht op een antwoord.
   *[other] { $left } vragen wachten op een antwoord.
  }
cli-upgrade-dry = Er is niets veranderd: dit was een proef.
version-before-upgrade = Bewaard vóór de nieuwe uitgave
version-upgraded = Naar { $standard }, uitgave { $release }
transaction-upgrade = naar nieuwe uitgave
transaction-upgrade-answer = vraag van de uitgave beantwoord
upgrade-title = { $standard }: van uitgave { $before } naar { $release }
upgrade-summary = { $standard }, van uitgave { $before } naar { $release }: { $follows } volgen vanzelf, { $asked } om te beslissen, { $review } afwijkingen opnieuw te bekijken, { $told } ter kennisneming.
upgrade-type-clause = Bepaling
upgrade-type-heading = Kop
upgrade-type-prose = Tekst
upgrade-type-place = Tekst
upgrade-outcome-follows = volgt vanzelf
upgrade-outcome-told = ter kennisneming
upgrade-outcome-look = graag even kijken
upgrade-outcome-review = wijkt u nog af?
upgrade-outcome-asked = om te beslissen
upgrade-happened-changed = de standaard is veranderd
upgrade-happened-moved = verplaatst
upgrade-happened-added = nieuw in de standaard
upgrade-happened-withdrawn = vervallen
upgrade-happened-split = gesplitst
upgrade-happened-joined = samengevoegd
upgrade-happened-relocated = opgegaan in een andere bepaling
upgrade-happened-adopted = overgenomen in de standaard
upgrade-happened-unchanged = de standaard is hier gelijk gebleven
upgrade-why-combined = Uw wijziging en die van de standaard staan er allebei in.
upgrade-why-both-changed = U week hier af, en de standaard is hier ook veranderd.
upgrade-why-removed-edited = De standaard haalde deze tekst weg, maar u had hem veranderd.
upgrade-why-explanation = U en de standaard veranderden allebei de toelichting. De bepaling zelf volgt de standaard.
upgrade-why-deviates = U wijkt hier af van de standaard. Klopt de reden nog?
upgrade-why-same-now = De standaard zegt nu wat u al zei. Dit is geen afwijking meer.
upgrade-why-omitted = U hebt deze bepaling weggelaten. Dat blijft zo.
upgrade-why-omitted-withdrawn = U had deze bepaling weggelaten. Nu staat zij ook niet meer in de standaard.
upgrade-why-omitted-locked = U hebt een vergrendelde bepaling weggelaten.
upgrade-why-sources-omitted = Deze bepaling komt uit bepalingen die u had weggelaten. Daarom blijft ook zij weg, met dezelfde reden.
upgrade-why-filling-lost = Wat u had ingevuld, heeft geen plaats meer: { $detail }
upgrade-why-adopted = De standaard heeft uw bepaling overgenomen.
upgrade-why-adopted-code = De standaard heeft uw bepaling overgenomen. Zij heette bij u { $detail }.
upgrade-why-adopted-changed = De standaard heeft uw bepaling overgenomen, met andere woorden.
upgrade-why-went-on = De tekst staat nu in { $detail }.
upgrade-why-went-on-adapted = De tekst staat nu in { $detail }, maar u week hier af.
upgrade-why-withdrawn = Deze bepaling is vervallen.
upgrade-why-withdrawn-adapted = Deze bepaling is vervallen, maar u week hier af.
upgrade-why-code-taken = De standaard gebruikt het nummer { $detail } nu zelf. Uw bepaling kreeg een ander nummer.
error-no-standard-here = De werkruimte { $path } is niet van een standaard afgeleid. Er is dus geen uitgave om naartoe te gaan.
error-snapshot-unlike = De kopie van { $standard }, uitgave { $release }, in deze werkruimte is veranderd. Daarom is niet te zien wat de standaard veranderde. Zet een eerdere versie van de map „standards” terug.
error-already-at-release = Deze werkruimte gebruikt uitgave { $release } van { $standard } al.
error-no-such-offer = De keuze „{ $offer }” is hier niet mogelijk.
error-place-gone = De tekst waar het om gaat ({ $place }), staat er niet meer zo. Pas hem met de hand aan, en kies daarna „houden”.
error-step-busy = Een ander programma is deze werkruimte aan het bijwerken ({ $path }). Wacht even en probeer het opnieuw.
error-workspace-occupied = Er is een ander venster open dat in deze werkruimte schrijft ({ $host }). Sluit dat venster en probeer het opnieuw.
action-upgrade_standard = Naar &de nieuwe uitgave…
action-walk_upgrade = Vragen van de uitgave &beantwoorden
upgrade-report-help = Dit gebeurt er als u overgaat. Er is nog niets veranderd. Met Ongedaan maken (Ctrl+Z) gaat u daarna in één stap terug.
upgrade-report-go = Overgaan naar { $release }
upgrade-report-save = Verslag bewaren…
upgrade-report-file = was-wordt-{ $release }.html
upgrade-count-follows = { $count ->
    [one] volgt vanzelf
   *[other] volgen vanzelf
  }
upgrade-count-asked = om te beslissen
upgrade-count-review = { $count ->
    [one] afwijking opnieuw bekijken
   *[other] afwijkingen opnieuw bekijken
  }
upgrade-count-told = ter kennisneming
upgrade-list = Wat er verandert, het belangrijkste eerst
upgrade-detail = Was en wordt
upgrade-was-becomes = Was en wordt
upgrade-was-if-followed = Uw tekst, en wat er komt als u de standaard volgt
upgrade-standard-changed = Wat de standaard veranderde
upgrade-locked = Deze bepaling is vergrendeld: afwijken kan alleen met een ontheffing.
upgrade-offer-follow = De standaard volgen
upgrade-offer-merged = Beide wijzigingen in één tekst
upgrade-offer-keep = Onze tekst houden, met reden
upgrade-offer-both = Beide, eerst de onze
upgrade-offer-both-reversed = Beide, eerst de standaard
upgrade-offer-before = Wat de standaard eerst zei
upgrade-offer-neither = Geen van beide
upgrade-offer-propose = Onze tekst houden en voorstellen aan de standaard
