"""`dossier evaluate`: how near each ranker comes to summaries written by people."""
