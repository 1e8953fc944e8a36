"""What somebody tries who does not mean well; and what comes of it: nothing."""
