"""What several formats of pictures share."""
