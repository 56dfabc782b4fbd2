"""Django's SQLite backend over SQLCipher: the whole database file is encrypted, raw 32-byte key."""
