package plumbline.standalone.verify;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.simulator.wearer.Chance;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.settings.RuleSettings;

/** Runs the wearers of a plan, several at a time. */
final class Verification {
    private Verification() {}

    /**
     * What was found of each wearer, in their order.
     *
     * @param checked hears of each that is through, from any thread
     */
    static List<Tally> run(VerifyPlan plan, Runnable checked) {
        Chance chance = Chance.ofSeed(plan.seed());
        List<Chance> chances =
                Stream.generate(chance::fork).limit(plan.wearers()).toList();
        return IntStream.range(0, plan.wearers())
                .parallel()
                .mapToObj(index -> {
                    Tally tally = one(plan, index, chances.get(index));
                    checked.run();
                    return tally;
                })
                .toList();
    }

    private static Tally one(VerifyPlan plan, int index, Chance chance) {
        DeviceMachine machine = new DeviceMachine(RuleSettings.DEFAULTS);
        WearerLog log = WearerRun.of(plan, index, chance, machine);
        Tally tally = new Tally();
        tally.wearer(log);
        tally.add(EpisodeCheck.of(plan.name(index), log));
        tally.add(DayCheck.of(plan.name(index), log, plan.zone(index)));
        return tally;
    }
}
