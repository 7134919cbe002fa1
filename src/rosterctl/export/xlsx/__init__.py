"""The workbook for Excel: one file a sheet."""
