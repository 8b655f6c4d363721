"""A body's ledger as the files an office keeps: 任务分解表 (docx), calendar (ics), 督办函 (docx). Workbook and CSV: app/sheet.py."""
