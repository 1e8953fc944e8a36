# House styles: what an export looks like.
cli-styles = show the house styles: what an export looks like
styles-workspace = workspace
styles-person = yours
styles-shipped = shipped
styles-folder-place = in this folder
styles-usual = the usual style here
styles-folder = House styles of your own: a folder with a style.toml in { $path }, or in the folder styles of the workspace.
export-dialog-style = House style
export-dialog-style-help = Fonts, colours, logo, cover, and what stands above and under each page. Holds for Word, OpenDocument, PDF and the web page.
error-style-unknown = There is no house style “{ $name }”. Choose from: { $known }.
error-style-unfit = The house style in { $path } cannot be read: { $reason }. Mend the file; nothing was written.
error-style-newer = The house style in { $path } is for a newer version of this program (form { $format }). Update the program.
error-style-unknown-key = { $path }: “{ $key }” is no part of a house style. What may stand here: { $known }.
error-style-not-table = { $path }: “{ $key }” must be a part between square brackets, such as [{ $key }].
error-style-not-text = { $path }: “{ $key }” must be a short text, or a text for each language: nl = "…", en = "…".
error-style-not-font = { $path }: “{ $key }” must be the name of a font, such as "Arial"; it says “{ $value }”.
error-style-not-colour = { $path }: “{ $key }” must be a colour such as "#154273" (red, green, blue); it says “{ $value }”.
error-style-contrast = { $path }: the colour { $value } of “{ $key }” is hard to read: its contrast is { $ratio } and must be 4.5 at least. Choose a darker colour (or, behind the head of a table, a lighter one).
error-style-not-number = { $path }: “{ $key }” must be a number of millimetres from { $least } to { $most }; it says “{ $value }”.
error-style-not-yes-no = { $path }: “{ $key }” must be true or false; it says “{ $value }”.
error-style-placeholder = { $path }: “{ $key }” holds { $value }, which cannot be filled in here. What may stand here: { $known }.
error-style-no-title = { $path }: one line of “{ $key }” must name the title; put { $known } in a line, or leave out the cover with show = false.
error-style-no-alt = { $path }: “{ $key }” must say in words what the logo shows, for who does not see it.
error-style-logo-missing = The logo { $path } is not there. Put the file beside style.toml, or mend the name at logo.file.
error-style-logo-large = The logo { $path } is too large. A logo may take { $limit } MB; save it smaller.
error-style-logo-unfit = The logo { $path } cannot be used. Take a PNG, a JPEG in colour or grey, or an SVG without scripts, references and photographs in it, of usual proportions.

# Pictures of a text that cannot be shown in a file.
picture-remote = The picture { $target } is on the internet and does not go into the file; its description stands there with a link. Put the picture in the workspace to show it.
picture-outside = The picture { $target } lies outside the workspace and does not go into the file; its description stands there. Put the picture beside the text.
picture-missing = The picture { $target } is not there; the file has its description. Put the picture beside the text, or mend the name.
picture-large = The picture { $target } is too large; the file has its description. Save the picture smaller (up to 8 MB, 64 MB together).
picture-unfit = The picture { $target } cannot be shown; the file has its description. Take a PNG, a JPEG or an SVG without scripts and references.
picture-more = And { $count } more pictures.

# A new house style.
cli-new-style = make a house style to change, also from a template of Word
style-made = The house style is in { $path }. Change style.toml there; it explains itself.
style-taken-fonts = Taken from the template: fonts { $said }.
style-taken-colours = Taken from the template: colours { $said }.
style-taken-margins = Taken from the template: margins in millimetres { $said }.
style-taken-logo = Taken from the template: a picture as logo. Say in words at logo.alt what it shows.
style-left-colour = The colour { $colour } of the template is hard to read as text on white and was not taken.
error-style-name = “{ $name }” cannot be the name of a house style. Use small letters, digits and hyphens, such as { $fit }.
error-style-exists = { $path } is there already. Choose another name, or remove that folder first.
