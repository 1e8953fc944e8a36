error-people-broken = Het bestand people.toml van deze werkruimte is niet te lezen ({ $reason }). Er is niets veranderd en niemand krijgt nu rechten. Herstel het bestand, of zet een eerdere versie terug.
menu-discuss = &Overleg
menu-market = &Markt
menu-settle = &Vaststellen
