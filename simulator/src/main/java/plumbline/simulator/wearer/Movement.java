package plumbline.simulator.wearer;

/**
 * How a persona changes between sitting and everything else. After anything else it sits down again.
 *
 * @param sitting how long it sits at a stretch
 * @param standing how long it then stands
 * @param takenOff how long the device is then off the body
 * @param standsWeight how often sitting ends by standing, against the other weights
 */
public record Movement(
        Spread sitting,
        Spread standing,
        Spread takenOff,
        double standsWeight,
        double walksWeight,
        double liesWeight,
        double takesOffWeight) {}
