"""Calendars (iCalendar, RFC 5545): an officer's duties, or those of several."""
