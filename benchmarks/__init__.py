"""Speed and quality, measured; each figure beside a peer of the same run where there is one."""
