"""What of the tables goes into RDF, one file a table; PARTS names them in the order in which they are written."""
