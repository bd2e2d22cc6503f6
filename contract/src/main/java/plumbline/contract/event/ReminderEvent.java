package plumbline.contract.event;

/** What stands in {@link KafkaTopic#REMINDERS}. */
public sealed interface ReminderEvent permits Reminder, Withdrawal {}
