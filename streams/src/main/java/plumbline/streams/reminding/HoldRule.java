package plumbline.streams.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;

/** The rules that hold a due reminder back. */
public enum HoldRule {
    STALE("the readings are too old to act on") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            long underWay = moment.arrivalMillis() - moment.nowMillis();
            long unmeasured = moment.nowMillis() - due.episode().newestMillis();
            return holdIf(moment.historical() || Math.max(underWay, unmeasured) > rules.fresh(due.issue()));
        }
    },
    PAUSED("reminders are paused") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return holdUntil(rules.pausedUntil(), moment);
        }
    },
    SNOOZED("snoozed") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return holdUntil(ledger.snoozedUntil(), moment);
        }
    },
    QUIET_HOURS("quiet hours") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return rules.quiet().endAt(moment.now(), rules.zone()).map(end -> new Hold(this, end));
        }
    },
    CAP_DAY("enough reminders for today") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return holdIf(ledger.raisedToday() >= rules.capDay() + extra(due, rules));
        }
    },
    CAP_ISSUE("enough reminders of this for today") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return holdIf(due.ledger().raisedToday() >= rules.capIssue() + extra(due, rules));
        }
    },
    COOLDOWN_SAME("a reminder of this came a short while ago", ", quiet") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return holdUntil(after(due.ledger().lastRaised(), rules.cooldownSame()), moment);
        }
    },
    COOLDOWN_ANY("a reminder came a short while ago", ", quiet") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return holdUntil(after(ledger.lastRaised(), rules.cooldownAny()), moment);
        }
    },
    OFF_WORK("outside working hours") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return rules.work().beginsAfter(moment.now(), rules.zone()).map(begin -> new Hold(this, begin));
        }
    },
    LUNCH("lunch") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return rules.lunch().endAt(moment.now(), rules.zone()).map(end -> new Hold(this, end));
        }
    },
    VACATION("on vacation") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            Profile.Vacation vacation = rules.vacation();
            return vacation == null || moment.nowMillis() < begin(vacation.from(), rules)
                    ? Optional.empty()
                    : holdUntil(begin(vacation.to().plusDays(1), rules), moment);
        }
    },
    OWN_MOVEMENT("the position was changed a short while ago", ", quiet") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            long moved = Math.max(
                    due.ledger().movedAt(),
                    ledger.issue(PostureIssue.PROLONGED_SITTING).movedAt());
            return holdUntil(after(moved, rules.movement().quiet()), moment);
        }
    },
    BACK_OFF("the last reminders did not suit, so fewer of them") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            int ignored = ledger.ignoredInARow();
            long same = after(due.ledger().lastRaised(), rules.backOff().lengthen(rules.cooldownSame(), ignored));
            long any = after(ledger.lastRaised(), rules.backOff().lengthen(rules.cooldownAny(), ignored));
            return holdUntil(Math.max(same, any), moment);
        }
    },
    RECALIBRATE("the sensor seems to have moved", "; please sit upright and calibrate again") {
        @Override
        Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
            return holdIf(due.suspect());
        }
    };

    /** From the plainest to the finest; the order above is that of the state's format. */
    static final List<HoldRule> ORDER = List.of(
            STALE,
            RECALIBRATE,
            PAUSED,
            VACATION,
            SNOOZED,
            QUIET_HOURS,
            OFF_WORK,
            LUNCH,
            CAP_DAY,
            CAP_ISSUE,
            OWN_MOVEMENT,
            COOLDOWN_SAME,
            COOLDOWN_ANY,
            BACK_OFF);

    private final String reason;
    private final String sequel;

    HoldRule(String reason) {
        this(reason, "");
    }

    /** @param sequel what follows from it for now */
    HoldRule(String reason, String sequel) {
        this.reason = reason;
        this.sequel = sequel;
    }

    /** Whether this rule holds the reminder back at this moment. */
    abstract Optional<Hold> check(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules);

    /** The rule of that word; throws IllegalArgumentException where there is none. */
    public static HoldRule ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The first rule that holds the reminder back, or nothing where it may go out. */
    static Optional<Hold> first(Due due, Moment moment, ReminderLedger ledger, ReminderRules rules) {
        for (HoldRule rule : ORDER) {
            Optional<Hold> hold = rule.check(due, moment, ledger, rules);
            if (hold.isPresent()) {
                return hold;
            }
        }
        return Optional.empty();
    }

    /** As it stands in decisions: {@code quiet_hours}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why, for people to read: of a rule by its word, which may be one of another version. */
    public static String reason(String word) {
        return Arrays.stream(values())
                .filter(rule -> rule.word().equals(word))
                .findFirst()
                .map(rule -> rule.reason)
                .orElse(word.replace('_', ' '));
    }

    String meaning() {
        return reason + sequel;
    }

    private static int extra(Due due, ReminderRules rules) {
        return due.episode().level() == 3 ? rules.capExtra() : 0;
    }

    /** The end of a pause that begins at a time; none begins at 0, which stands for never. */
    private static long after(long atMillis, long pauseMillis) {
        return atMillis == 0 ? 0 : atMillis + pauseMillis;
    }

    private static long begin(LocalDate day, ReminderRules rules) {
        return day.atStartOfDay(rules.zone()).toInstant().toEpochMilli();
    }

    Optional<Hold> holdIf(boolean held) {
        return held ? Optional.of(new Hold(this, null)) : Optional.empty();
    }

    Optional<Hold> holdUntil(long untilMillis, Moment moment) {
        return moment.nowMillis() < untilMillis
                ? Optional.of(new Hold(this, Instant.ofEpochMilli(untilMillis)))
                : Optional.empty();
    }
}
