"""Tables of mentions to candidate pairs, scores and clusters; holds ids and intervals, never names."""
