# Versions as people see them: timeline, comparing, going back, naming, freezing.
error-history-damaged = Something is missing in the history of { $path } ({ $version }). The text as it is now is whole. Fetch the workspace again from a colleague to restore the history.
