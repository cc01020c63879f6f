"""What the ledger holds, for other programs: tables, events, entities, annotations, calendars, citations."""

from memcon.export.formats import FORMATS, Format
from memcon.export.readings import read_readings
from memcon.export.selection import Selection

__all__ = ["FORMATS", "Format", "Selection", "read_readings"]
