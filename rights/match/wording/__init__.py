"""What two wordings have in common though their letters differ: spelling, numerals, times and places."""
