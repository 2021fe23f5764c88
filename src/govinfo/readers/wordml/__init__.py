"""WordprocessingML, the markup inside docx files (ISO/IEC 29500-1, part 17)."""
