"""Recognition: the protocol backends speak, their registry, the persistent queue and the dispatcher that empties it."""
