# Profiles: how lists of one kind are read
cli-profiles = show the profiles: how the columns of lists are read
profile-kept = Remembered: { $path }. The next list with these columns is read like this.
profile-used = Read by the profile “{ $name }”.
profiles-folder = { $count ->
    [0] There are no profiles yet. Keep one with import --save-profile; they come in { $path }
    [one] 1 profile in { $path }
   *[other] { $count } profiles in { $path }
}
error-profile-unknown = { $names ->
    [none] There is no profile “{ $name }”, and there are no others yet. Keep one with --save-profile, or name a file that ends in .toml.
   *[other] There is no profile “{ $name }”. There are: { $names }. Or name a file that ends in .toml.
}
error-profile-unfit = { $path } is no profile that can be read: { $reason }. Keep the profile anew with --save-profile.
error-profile-no-name = Give the profile a name with letters or digits.
error-profile-no-headings = The columns of this file have no headings. Without headings the next file cannot be known again. Put above each column what it holds.
error-profile-no-sheet = { $path } is no spreadsheet or CSV. A profile says what columns hold and fits only those.
error-profile-not-of = The profile “{ $name }” does not fit { $path }: its columns have other headings. Import the file without --profile, or choose another profile.
