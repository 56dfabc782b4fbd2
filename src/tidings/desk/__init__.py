"""The web desk for staff: server-rendered, on localhost, nothing kept in the browser."""
