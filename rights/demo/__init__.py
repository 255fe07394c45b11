"""The demonstration: a publisher and eight republishers on loopback, and the whole main job run on them."""
