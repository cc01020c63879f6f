"""What the ledger's rows say together: mechanisms and their sessions."""
