"""What may be made public under the Wet open overheid (Woo), and what was left out of it."""
