-- The name of the file that a page without an address was read from: what its article is called where it names no outlet.
ALTER TABLE document ADD COLUMN file TEXT;
