"""Questions to a person about places in the text: shown, walked and answered, whoever asks."""
