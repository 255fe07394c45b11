"""Letters to republishers: drafts for a person to read, sign and send.  Nothing here sends anything."""
