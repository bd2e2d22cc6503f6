package plumbline.streams.reference;

/** An upload of one of many wearers on its way into the topology. */
record Delivered(WearerCase wearer, Arrival arrival) {
    /** Whether it comes at another time than it does in clean order. */
    boolean isLate() {
        return wearer.arrivals().stream().noneMatch(clean -> clean.atMillis() == arrival.atMillis());
    }

    /** So long after the wearer's first upload. */
    long sinceBeginMillis() {
        return arrival.atMillis() - wearer.arrivals().get(0).atMillis();
    }
}
