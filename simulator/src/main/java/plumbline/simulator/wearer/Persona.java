package plumbline.simulator.wearer;

/** A kind of wearer, as distributions to draw one from. */
public record Persona(String name, Movement movement, Holding holding, Answering answering, Coverage coverage) {}
