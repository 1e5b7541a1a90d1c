package start;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Two candidates, started in turns under each set-up. */
record Comparison(Candidate bare, Candidate ours) {

  private record Pair(Candidate.Times bare, Candidate.Times ours) {}

  void run(int runs) throws Exception {
    for (Setup setup : Setup.ALL) {
      if (setup.isCached()) {
        System.out.println("making the AOT caches for " + setup);
        bare.train(setup);
        ours.train(setup);
      }
    }
    Map<Setup, List<Pair>> seen = new HashMap<>();
    for (int run = 0; run <= runs; run++) {
      for (Setup setup : Setup.ALL) {
        Pair pair = new Pair(bare.times(setup), ours.times(setup));
        // The first ones fill the file cache.
        if (run > 0) {
          seen.computeIfAbsent(setup, each -> new ArrayList<>()).add(pair);
        }
      }
      System.out.printf("run %d of %d%n", run, runs);
    }
    System.out.printf(
        "%nmedians             | first answer, to bare | first order, to bare's answer | bare |"
            + " ours | order | the next order%n");
    Setup.ALL.forEach(setup -> print(setup, seen.get(setup)));
  }

  private static void print(Setup setup, List<Pair> pairs) {
    System.out.printf(
        "%s | %21.2f | %29.2f | %4.0f | %4.0f | %5.0f | %4.0f%n",
        setup,
        median(pairs, pair -> pair.ours().first() / pair.bare().first()),
        median(pairs, pair -> pair.ours().order() / pair.bare().first()),
        median(pairs, pair -> pair.bare().first()),
        median(pairs, pair -> pair.ours().first()),
        median(pairs, pair -> pair.ours().order()),
        median(pairs, pair -> pair.ours().next()));
  }

  private static double median(List<Pair> pairs, ToDoubleFunction<Pair> value) {
    double[] sorted = pairs.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
