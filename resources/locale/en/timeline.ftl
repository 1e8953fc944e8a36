# Versions as people see them: timeline, comparing, going back, naming, freezing.
error-history-damaged = Something is missing in the history of { $path } ({ $version }). The text as it is now is whole. Fetch the workspace again from a colleague to restore the history.
transaction-restore-document = document restored
error-nothing-to-name = There is no version to name yet. Save a version first.
error-not-saved-yet = Some text is in no version yet. Save a version first, then give it the name “{ $name }”.
