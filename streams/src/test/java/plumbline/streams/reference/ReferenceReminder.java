package plumbline.streams.reference;

import java.util.List;
import plumbline.contract.event.PostureIssue;

/** One reminder as the rules have it. */
record ReferenceReminder(String id, long raisedAtMillis, List<PostureIssue> issues, int level) {}
