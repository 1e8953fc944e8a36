error-not-allowed = { $act ->
    [edit] De tekst van dit document veranderen hoort niet bij uw rol in deze werkruimte. Doe een voorstel bij het onderdeel; wie schrijft kan dat overnemen.
    [comment] Reageren hoort niet bij uw rol in deze werkruimte. Vraag de beheerder van de werkruimte om een andere rol.
    [suggest] Tekst voorstellen hoort niet bij uw rol in deze werkruimte. Vraag de beheerder van de werkruimte om een andere rol.
    [respond] Antwoord geven namens een leverancier hoort niet bij uw rol in deze werkruimte. Vraag de beheerder van de werkruimte om een andere rol.
    [vote] Een standpunt innemen hoort niet bij uw rol in deze werkruimte. Vraag de beheerder van de werkruimte om een andere rol.
    [release] Een uitgave vaststellen hoort niet bij uw rol in deze werkruimte. Dat doet de beheerder.
    [upgrade] Een nieuwe uitgave van de standaard overnemen hoort niet bij uw rol in deze werkruimte. Dat doet de beheerder of de IT-adviseur.
    [change-people] Mensen en rollen veranderen hoort niet bij uw rol in deze werkruimte. Dat doet de beheerder.
    [advise] Advies geven bij een ontheffing hoort niet bij uw rol in deze werkruimte. Dat doet een adviseur.
    [waive] Een ontheffing geven hoort niet bij uw rol in deze werkruimte. Dat doet een bestuurder.
    [sign] Ondertekenen hoort niet bij uw rol in deze werkruimte. Dat doet een bestuurder.
    [publish-room] Een werkruimte voor anderen openstellen hoort niet bij uw rol. Dat doet de beheerder.
    [memo-publish] Een nota van inlichtingen publiceren hoort niet bij uw rol. Dat doet de beheerder.
   *[other] Dit hoort niet bij uw rol in deze werkruimte ({ $act }).
}
error-key-unfit = Het bestand { $path } is geen sleutel waarmee dit programma kan ondertekenen. Kies een ed25519-sleutel, of laat het programma er een voor u maken.
error-key-locked = Uw sleutel ({ $path }) is vergrendeld met een wachtzin die niet bekend is of niet klopt. Ontgrendel hem bij Mensen en rollen, Mijn sleutel.
