# Samenvoegen op de opdrachtregel.
cli-merge-file = voeg drie bestanden samen: BASE is hoe het was, OURS en THEIRS wat er van gemaakt is
cli-merge-driver = laat git in een map Markdown samenvoegen zoals Coauthor dat doet
cli-merged = Samengevoegd: { $settled } vanzelf, { $look } om te bekijken, { $decide } om te beslissen.
cli-merge-place = Te beslissen: regel { $start } tot en met { $end }; onze tekst staat er nog.
cli-driver-installed = Ingeschakeld voor { $path }: git voegt Markdown-bestanden hier voortaan samen per bepaling, zin en woord.
