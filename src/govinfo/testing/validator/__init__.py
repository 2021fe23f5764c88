"""What the checks find in reports with wrong cells whose truth is known, and which cells they name."""
