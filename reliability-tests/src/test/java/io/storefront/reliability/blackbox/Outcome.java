package io.storefront.reliability.blackbox;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What came of a run.
 *
 * @param answers how often each kind of answer came
 * @param verified the exit code of {@code verify}, run as a command
 * @param verdict what it printed, but for what holds
 */
record Outcome(
    Plan plan,
    Evidence evidence,
    List<Nemesis.Blow> blows,
    Settling.Quiet quiet,
    SortedMap<String, LongAdder> answers,
    long deadlocks,
    int verified,
    String verdict) {}
