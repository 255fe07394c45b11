"""A publisher's terms page -> a first policy: what was understood, sentence by sentence, and what was not."""
