# Voorstellen: een wijziging die wordt aangeboden in plaats van gemaakt.
transaction-accept-suggestion = voorstel overgenomen
transaction-reject-suggestion = voorstel afgewezen
error-nothing-to-suggest = U stelt voor { $clause } niets anders voor dan er al staat.
error-no-such-suggestion = Er is niet precies één voorstel „{ $suggestion }”. Kijk met „coauthor suggestions” welke er zijn.
error-no-such-change = Dit voorstel heeft geen wijziging { $number }.
error-suggestion-decided = Over dit voorstel voor { $clause } is al beslist.
error-suggestion-clause-gone = { $clause } staat niet meer in het document. Zet de bepaling terug om het voorstel te kunnen overnemen.
error-suggestion-collides = In { $clause } zijn dezelfde woorden intussen anders geworden. Kies welke tekst er moet staan.
error-suggestion-not-ours = Alleen { $organisation } kan dit voorstel intrekken. U kunt het afwijzen.
