"""What Alembic runs: the steps that a ledger still lacks, on the connection that it is handed."""

from alembic import context

from memcon.ledger.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
