# Het archiefpakket.
cli-archive = maak een archiefpakket van een document (--set SLEUTEL=TEKST voor wat het archief wil weten)
cli-verify-archive = controleer of een archiefpakket nog hetzelfde is en dezelfde tekst teruggeeft
archive-made = Archiefpakket gemaakt: { $path } ({ $files } bestanden).
archive-restored = De controlegetallen kloppen en de werkruimte in het pakket geeft dezelfde tekst terug.
archive-lacks = Nog niet bekend, en daarom niet in de metagegevens: { $what }.
archive-lacks-appraisal = de waardering: blijvend te bewaren (B) of te vernietigen (V)
archive-lacks-retention = de bewaartermijn, bijvoorbeeld P20Y voor twintig jaar
archive-lacks-restriction = de beperking van het gebruik, ook als die er niet is (bijvoorbeeld Openbaar)
archive-lacks-restriction-list = de begrippenlijst waaruit de beperking komt
archive-lacks-retention-from-list = de begrippenlijst waaruit de gebeurtenis komt waarmee de termijn begint
archive-lacks-category-list = de selectielijst waaruit de categorie komt
archive-lacks-classification-list = het ordeningsplan waaruit de classificatie komt
archive-lacks-identification-source = het systeem dat het kenmerk gaf
archive-lacks-maker = de archiefvormer
archive-sound = Het pakket is zoals het is overgedragen: { $files } bestanden kloppen en de werkruimte geeft dezelfde tekst terug ({ $digest }).
archive-metadata-lacks = De metagegevens missen een verplicht gegeven: { $path }
archive-folder = werkruimte
archive-history = Werkruimte „{ $title }”, met alle versies
archive-history-about = De hele werkruimte met haar geschiedenis, als één bestand: een zip-bestand met een git-bundle.
archive-about = Versie: { $version }. Kenmerk van de tekst: { $digest }.
archive-readme-name = LEESMIJ.txt
archive-readme =
    Archiefpakket van „{ $title }”, versie { $version }.

    data/dossier/          het document en de werkruimte, elk met hun metagegevens (MDTO 1.0.1)
      naam.pdf             PDF/A-2a
      naam.odt, .xlsx, .html   hetzelfde document als tekst, als werkboek en als pagina
      naam.md              de tekst zelf (Markdown)
      naam.coauthor        de werkruimte met alle versies
      naam.mdto.xml        metagegevens van een dossier of archiefstuk
      naam.bestand.mdto.xml  metagegevens van een bestand
    manifest-sha256.txt    de controlegetallen van alle bestanden (BagIt, RFC 8493)

    Controleren zonder Coauthor: sha256sum -c manifest-sha256.txt
    Controleren met Coauthor: coauthor verify-archive PAKKET
    De werkruimte terugzetten met Coauthor: coauthor join BESTAND.coauthor MAP
    Zonder Coauthor: pak het .coauthor-bestand uit (het is een zip-bestand) en gebruik
    git clone versions.bundle
making-step-history = de werkruimte
making-step-metadata = de metagegevens
making-step-checksums = de controlegetallen
making-step-check = het pakket wordt gecontroleerd
bag-fault-declaration = { $path } zegt niet dat dit een pakket volgens BagIt 1.0 is.
bag-fault-line = { $path } heeft een regel die geen controlegetal is: { $detail }
bag-fault-missing = Dit bestand is er niet meer: { $path }
bag-fault-changed = Dit bestand is veranderd: { $path }
bag-fault-extra = Dit bestand hoort er niet bij: { $path }
bag-fault-oxum = { $path } noemt een andere hoeveelheid dan er is ({ $detail }).
bag-fault-metadata = De metagegevens in { $path } zijn niet geldig: { $detail }
bag-fault-described = Dit bestand is anders dan zijn metagegevens zeggen: { $path }
bag-fault-no-workspace = Het pakket zegt niet welke tekst erin zit, of heeft niet precies één werkruimte.
bag-fault-text = { $path } is niet de tekst die het pakket noemt.
bag-fault-restore = De werkruimte in { $path } kan niet worden teruggezet ({ $detail }).
bag-fault-restored-text = De werkruimte in { $path } geeft een andere tekst terug.
error-archive-unsaved = In „{ $document }” staat tekst die nog in geen versie zit. Bewaar eerst een versie, of kies een versie met --version.
error-archive-unknown-key = „{ $key }” is geen gegeven voor het archief. Kies uit: { $known }.
error-archive-unfit = „{ $value }” past niet bij { $key }. Een waardering is B of V, een termijn bijvoorbeeld P20Y, een datum bijvoorbeeld 2026-11-27.
error-archive-no-value = Schrijf „{ $said }” als SLEUTEL=TEKST.
error-archive-not-sound = Het archiefpakket bleek bij controle niet gelijk aan wat erin moest ({ $kind }) en is daarom niet gemaakt. Probeer het opnieuw en meld het als het terugkomt.
error-mdto-unfit = { $path } is geen bestand met MDTO-metagegevens.
error-bag-unfit = { $path } is geen archiefpakket: het mist bagit.txt of manifest-sha256.txt. Kies het zip-bestand of de map die Coauthor maakte.
error-bag-unsafe = { $path } is niet gelezen: het verwijst buiten zichzelf of is groter dan een archiefpakket kan zijn.
error-bag-unreadable = { $path } kan niet worden gelezen; het pakket is beschadigd. Neem een andere kopie.
action-archive_document = Archiefpakket &maken…
action-verify_archive = Archiefpakket &controleren…
version-archived = Gearchiveerd
archive-file = archief
archive-files = Archiefpakket (*.zip)
archive-verify-choose = Archiefpakket controleren
archive-verifying = { $path } wordt gecontroleerd…
archive-not-same = { $path } is niet meer wat is overgedragen:
archive-dialog = Archiefpakket
archive-dialog-help = Het document als PDF/A, OpenDocument, werkboek en pagina, de werkruimte met alle versies, metagegevens (MDTO) en controlegetallen, in één zip-bestand. Wat u niet weet laat u leeg: het komt dan niet in de metagegevens.
archive-dialog-accept = Pakket maken
archive-dialog-file = Bestand
archive-dialog-version = Versie
archive-dialog-newest = De tekst van nu
archive-dialog-appraisal = Waardering
archive-appraisal-unknown = nog niet bekend
archive-appraisal-B = blijvend te bewaren
archive-appraisal-V = te vernietigen na de bewaartermijn
archive-dialog-retention = Bewaartermijn in jaren
archive-dialog-restriction = Beperking van het gebruik
archive-dialog-restriction-help = bijvoorbeeld Openbaar
archive-dialog-restriction-list = Uit welke lijst
archive-dialog-restriction-list-help = de begrippenlijst van uw organisatie
archive-dialog-category = Categorie
archive-dialog-category-help = uit de selectielijst
archive-dialog-category-list = Welke selectielijst
archive-dialog-category-list-help = bijvoorbeeld Selectielijst gemeenten 2020
archive-dialog-identification = Kenmerk
archive-dialog-identification-help = bijvoorbeeld het zaaknummer
archive-dialog-identification-source = Uit welk systeem
archive-dialog-identification-source-help = bijvoorbeeld Zaaksysteem
archive-dialog-keep = Deze antwoorden bewaren voor deze werkruimte
