# Profielen: hoe lijsten van een soort gelezen worden
cli-profiles = toon de profielen: hoe de kolommen van lijsten worden gelezen
profile-kept = Onthouden: { $path }. Een volgende lijst met deze kolommen wordt zo gelezen.
profile-used = Gelezen volgens het profiel „{ $name }”.
profiles-folder = { $count ->
    [0] Er zijn nog geen profielen. Bewaar er een met import --save-profile; ze komen in { $path }
    [one] 1 profiel in { $path }
   *[other] { $count } profielen in { $path }
}
error-profile-unknown = { $names ->
    [none] Er is geen profiel „{ $name }”, en er zijn nog geen andere. Bewaar er een met --save-profile, of noem een bestand dat op .toml eindigt.
   *[other] Er is geen profiel „{ $name }”. Wel: { $names }. Of noem een bestand dat op .toml eindigt.
}
error-profile-unfit = { $path } is geen profiel dat te lezen is: { $reason }. Bewaar het profiel opnieuw met --save-profile.
error-profile-no-name = Geef het profiel een naam met letters of cijfers.
error-profile-no-headings = De kolommen van dit bestand hebben geen koppen. Zonder koppen is een volgend bestand niet te herkennen. Zet boven elke kolom wat erin staat.
error-profile-no-sheet = { $path } is geen rekenblad of CSV. Een profiel zegt wat er in kolommen staat en past alleen daarbij.
error-profile-not-of = Het profiel „{ $name }” past niet bij { $path }: de kolommen heten anders. Lees het bestand in zonder --profile, of kies een ander profiel.
