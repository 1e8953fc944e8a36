# Lezen van Word- en ODT-bestanden

intake-cut-rows = Rijen van tabellen met eisen
import-note-text-contents = De inhoudsopgave is weggelaten ({ $count ->
    [one] 1 regel
   *[other] { $count } regels
}); de koppen zelf staan in de tekst.
import-note-text-edge = Weggelaten, want dit staat boven- of onderaan elke pagina: { $words }
import-note-text-ours = Dit bestand is met Coauthor gemaakt. Titelblad, bijlagen en wat de export zelf bij de bepalingen zette zijn weggelaten.
import-note-text-picture = { $count ->
    [one] Hier staat een afbeelding. Die
   *[other] Hier staan { $count } afbeeldingen. Die
} kwam niet mee; de tekst eromheen wel.
import-note-text-footnotes = { $count ->
    [one] De voetnoot staat
   *[other] De { $count } voetnoten staan
} tussen vierkante haken in de tekst, op de plaats van het nootteken.
import-note-text-hidden = Hier staat verborgen tekst. Die is meegenomen; kijk of dat de bedoeling is.
import-note-text-raised = Hier staat een getal iets hoger of lager dan de tekst, zoals de 2 in m². Het staat nu gewoon op de regel; verbeter het zo nodig.
import-note-text-symbol = Hier staat een teken uit een bijzonder lettertype dat niet te lezen is. Er staat nu „□”.
import-note-text-inserted-file = Hier is een ander bestand ingevoegd. Dat kwam niet mee; lees het zelf in.
import-said = In het bestand: { $remarks ->
    [one] 1 opmerking
   *[other] { $remarks } opmerkingen
} en { $offers ->
    [one] 1 tekstvoorstel
   *[other] { $offers } tekstvoorstellen
}. Ze staan bij het overleg, zonder namen tenzij u daarom vraagt.
