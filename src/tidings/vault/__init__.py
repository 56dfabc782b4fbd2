"""Keys and their slots, sealed blobs, the Merkle tree: nothing here knows what it guards."""
