package plumbline.streams.timeline;

import org.junit.jupiter.api.Test;

/** Days on which the clock or the wearer jumps, to be read as the wearer would. */
class TimelinesTest {
    /** Works at night on weekends, is silent from before midnight to half past two, and eats at four. */
    private static Timeline nightWorker(String zone, String begin) {
        return Timeline.in(
                zone,
                begin,
                "work.days=sat,sun",
                "work.from=18:00",
                "work.to=06:00",
                "lunch.from=04:00",
                "lunch.to=04:30",
                "quiet.from=23:00",
                "quiet.to=02:30",
                "cap.day=5");
    }

    /** An office week with an hour of lunch and quiet nights. */
    private static Timeline officeWorker(String zone, String begin) {
        return Timeline.in(
                zone,
                begin,
                "work.days=mon-fri",
                "work.from=09:00",
                "work.to=17:00",
                "lunch.from=12:00",
                "lunch.to=13:00",
                "cap.day=4");
    }

    @Test
    void clocksArePutForwardInBerlin() {
        nightWorker("Europe/Berlin", "2026-03-28T17:30")
                .halfHours(25)
                .sleepsUntil("22:00")
                .halfHours(4)
                .matches("berlin-forward");
    }

    @Test
    void clocksArePutBackInBerlin() {
        nightWorker("Europe/Berlin", "2026-10-24T17:30")
                .halfHours(27)
                .sleepsUntil("22:00")
                .halfHours(4)
                .matches("berlin-back");
    }

    @Test
    void clocksArePutForwardInNewYork() {
        nightWorker("America/New_York", "2026-03-07T21:30").halfHours(17).matches("new-york-forward");
    }

    @Test
    void clocksArePutBackInNewYork() {
        nightWorker("America/New_York", "2026-10-31T21:30").halfHours(19).matches("new-york-back");
    }

    @Test
    void midnightBetweenAFridayAndASaturdayWithAReminderOfEach() {
        Timeline.in("Europe/Berlin", "2026-03-06T22:00", "quiet.from=04:00", "quiet.to=07:00", "cap.day=3")
                .halfHours(12)
                .matches("midnight");
    }

    @Test
    void aFridayAtTheOfficeAndTheWeekendAfterIt() {
        officeWorker("Europe/Berlin", "2026-03-06T08:30")
                .halfHours(18)
                .sleepsUntil("10:00")
                .halfHours(2)
                .sleepsUntil("10:00")
                .halfHours(1)
                .sleepsUntil("08:30")
                .halfHours(2)
                .matches("office");
    }

    @Test
    void nineZonesWestwardAfterMidnight() {
        officeWorker("Europe/Berlin", "2026-05-12T13:00")
                .halfHours(7)
                .sleepsUntil("00:00")
                .halfHours(1)
                .fliesTo("America/Los_Angeles")
                .halfHours(4)
                .sleepsUntil("09:00")
                .halfHours(6)
                .sleepsUntil("09:00")
                .halfHours(2)
                .matches("westward");
    }

    @Test
    void nineZonesEastward() {
        officeWorker("America/Los_Angeles", "2026-05-12T13:00")
                .halfHours(6)
                .fliesTo("Europe/Berlin")
                .halfHours(2)
                .sleepsUntil("09:00")
                .halfHours(6)
                .matches("eastward");
    }

    @Test
    void toTokyoAndBackWithinADay() {
        officeWorker("Europe/Berlin", "2026-03-04T13:00")
                .halfHours(6)
                .fliesTo("Asia/Tokyo")
                .halfHours(2)
                .sleepsUntil("09:00")
                .halfHours(5)
                .fliesTo("Europe/Berlin")
                .halfHours(2)
                .sleepsUntil("09:00")
                .halfHours(2)
                .matches("tokyo-and-back");
    }
}
