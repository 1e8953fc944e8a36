error-people-broken = The file people.toml of this workspace cannot be read ({ $reason }). Nothing has changed and nobody is given rights now. Mend the file, or put an earlier version back.
menu-discuss = Disc&ussion
menu-market = &Market
menu-settle = Se&ttle
