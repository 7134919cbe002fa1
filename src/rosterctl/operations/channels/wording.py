"""What went wrong with a channel, in words that go after "… was not told:". No address is ever quoted."""

from __future__ import annotations

NO_ANSWER_WITHIN = "no answer within {seconds:g} seconds"
ANSWERED = "it answered {status}"
CERTIFICATE_NOT_VALID = "its certificate is not valid ({why})"
NO_SECURE_CONNECTION = "no secure connection could be made"
NAME_UNKNOWN = "its name cannot be looked up"
CLOSED = "it closed the connection without an answer"
NO_WEB_SERVER = "it did not answer as a web server does"
UNREACHABLE = "it cannot be reached"
CANNOT_BE_STARTED = "it cannot be started: {why}"
ENDED_AFTER = "it was ended after {seconds:g} seconds"
KILLED_BY = "it was killed by {signal}"
EXITED = "it exited {code}"
NO_METRICS = "the metrics were not written to {file}: {why}"
METRICS = {
    "run_exit_code": "How the last run ended: 0 and 6 are fine.",
    "run_end_timestamp_seconds": "When the last run ended.",
    "run_duration_seconds": "How long the last run took.",
    "last_success_timestamp_seconds": "When a run of this kind last ended with 0 or 6.",
    "published_version": "The version that a run published last.",
    "officers": "Officers of the bureau.",
    "duties": "Duties of the published roster.",
    "changed_duties": "Published duties that the run changed.",
    "new_gaps": "Gaps at posts that are new, or worse than they were published.",
    "short_heads": "Heads short of legal minima, of the plan or of strength targets, over all gaps to come.",
}
"""What each of the metrics is."""
