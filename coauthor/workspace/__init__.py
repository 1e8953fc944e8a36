"""What a person can do: one module an activity, for the window and the command line alike."""
