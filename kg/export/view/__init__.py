"""What the page of a graph is made of: a slice of the build, communities, positions, details, a search index."""
