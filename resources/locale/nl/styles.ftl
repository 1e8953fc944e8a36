# House styles: what an export looks like.
cli-styles = toon de huisstijlen: hoe een export eruitziet
styles-workspace = werkruimte
styles-person = van u
styles-shipped = meegeleverd
styles-folder-place = in deze map
styles-usual = de gewone stijl hier
styles-folder = Eigen huisstijlen: een map met een style.toml in { $path }, of in de map styles van de werkruimte.
export-dialog-style = Huisstijl
export-dialog-style-help = Lettertypen, kleuren, logo, voorblad en wat boven en onder elke bladzijde staat. Geldt voor Word, OpenDocument, PDF en webpagina.
error-style-unknown = Een huisstijl „{ $name }” is er niet. Kies uit: { $known }.
error-style-unfit = De huisstijl in { $path } kan niet worden gelezen: { $reason }. Herstel het bestand; er is niets weggeschreven.
error-style-newer = De huisstijl in { $path } is voor een nieuwere versie van dit programma (vorm { $format }). Werk het programma bij.
error-style-unknown-key = { $path }: „{ $key }” is geen onderdeel van een huisstijl. Hier mag staan: { $known }.
error-style-not-table = { $path }: „{ $key }” moet een onderdeel tussen rechte haken zijn, zoals [{ $key }].
error-style-not-text = { $path }: bij „{ $key }” moet een korte tekst staan, of een tekst per taal: nl = "…", en = "…".
error-style-not-font = { $path }: bij „{ $key }” moet de naam van een lettertype staan, zoals "Arial"; er staat „{ $value }”.
error-style-not-colour = { $path }: bij „{ $key }” moet een kleur staan als "#154273" (rood, groen, blauw); er staat „{ $value }”.
error-style-contrast = { $path }: de kleur { $value } bij „{ $key }” is niet goed te lezen: het contrast is { $ratio } en moet minstens 4,5 zijn. Kies een donkerdere kleur (of, achter een tabelkop, een lichtere).
error-style-not-number = { $path }: bij „{ $key }” moet een aantal millimeters staan van { $least } tot en met { $most }; er staat „{ $value }”.
error-style-not-yes-no = { $path }: bij „{ $key }” moet true (ja) of false (nee) staan; er staat „{ $value }”.
error-style-placeholder = { $path }: bij „{ $key }” staat { $value }, en dat kan hier niet worden ingevuld. Hier mag staan: { $known }.
error-style-no-title = { $path }: bij „{ $key }” moet één regel de titel noemen; zet { $known } in een regel, of laat het voorblad weg met show = false.
error-style-no-alt = { $path }: bij „{ $key }” moet in woorden staan wat het logo toont, voor wie het niet ziet.
error-style-logo-missing = Het logo { $path } is er niet. Zet het bestand naast style.toml, of verbeter de naam bij logo.file.
error-style-logo-large = Het logo { $path } is te groot. Een logo mag { $limit } MB zijn; sla het kleiner op.
error-style-logo-unfit = Het logo { $path } kan niet worden gebruikt. Neem een PNG, een JPEG in kleur of grijs, of een SVG zonder scripts, verwijzingen en ingesloten foto's, in een gewone verhouding.

# Pictures of a text that cannot be shown in a file.
picture-remote = De afbeelding { $target } staat op internet en komt niet in het bestand; de omschrijving staat er met een verwijzing. Zet de afbeelding in de werkruimte om haar te tonen.
picture-outside = De afbeelding { $target } ligt buiten de werkruimte en komt niet in het bestand; de omschrijving staat er. Zet de afbeelding naast de tekst.
picture-missing = De afbeelding { $target } is er niet; in het bestand staat de omschrijving. Zet de afbeelding naast de tekst, of verbeter de naam.
picture-large = De afbeelding { $target } is te groot; in het bestand staat de omschrijving. Sla de afbeelding kleiner op (tot 8 MB, samen tot 64 MB).
picture-unfit = De afbeelding { $target } kan niet worden getoond; in het bestand staat de omschrijving. Neem een PNG, een JPEG of een SVG zonder scripts en verwijzingen.
picture-more = En nog { $count } afbeeldingen.

# A new house style.
cli-new-style = maak een huisstijl om aan te passen, ook uit een Word-sjabloon
style-made = De huisstijl staat in { $path }. Pas style.toml daar aan; er staat uitleg in.
style-taken-fonts = Overgenomen uit het sjabloon: lettertypen { $said }.
style-taken-colours = Overgenomen uit het sjabloon: kleuren { $said }.
style-taken-margins = Overgenomen uit het sjabloon: marges in millimeters { $said }.
style-taken-logo = Overgenomen uit het sjabloon: een afbeelding als logo. Zet bij logo.alt in woorden wat het toont.
style-left-colour = De kleur { $colour } uit het sjabloon is als tekst niet goed te lezen op wit en is niet overgenomen.
error-style-name = „{ $name }” kan geen naam van een huisstijl zijn. Gebruik kleine letters, cijfers en streepjes, zoals { $fit }.
error-style-exists = { $path } is er al. Kies een andere naam, of haal die map eerst weg.
