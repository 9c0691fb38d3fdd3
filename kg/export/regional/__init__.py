"""What a report tells of regions: gathering it from the tables, and drawing its charts."""
