"""What others get to read: the `Release`, and what is built from it: letters, site, pictures.

Pure: a release in, bytes out. Nothing here can see a registry.
"""
