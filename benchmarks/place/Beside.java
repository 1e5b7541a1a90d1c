package place;

import common.Postgres;
import common.Proc;
import java.util.List;

/** Orders that pgbench writes, while another pgbench relays their events. */
final class Beside {
  private static final int WARM_UP_SECONDS = 5;

  private final Postgres postgres;
  private final Least pgbench;
  private final int seconds;
  private final List<Measured> all;

  Beside(Postgres postgres, Least pgbench, int seconds, List<Measured> all) {
    this.postgres = postgres;
    this.pgbench = pgbench;
    this.seconds = seconds;
    this.all = all;
  }

  Rows at(String who, int... connections) throws Exception {
    postgres.copyTo(who);
    long placed;
    try (Least.Relay relay = pgbench.relay()) {
      System.out.printf("warming up, %d s%n", WARM_UP_SECONDS);
      placed = pgbench.place(connections[connections.length - 1], WARM_UP_SECONDS).micros().length;
      for (int each : connections) {
        placed += measure(who, relay, each);
      }
      Placing.drain(postgres, who);
    }
    return Rows.of(postgres, who, placed);
  }

  private long measure(String who, Least.Relay relay, int connections) throws Exception {
    Placing.drain(postgres, who);
    long self = ProcessHandle.current().pid();
    Meter meter = new Meter(postgres, who, () -> Proc.microsOfEnded(self), relay::micros);
    Least.Run run = pgbench.place(connections, seconds);
    long[] micros = run.micros();
    Measured measured =
        new Measured(
            who,
            "3 lines",
            connections,
            run.perSecond(),
            micros[micros.length / 2] / 1e3,
            micros[(int) (micros.length * 0.99)] / 1e3,
            0,
            meter.of(micros.length),
            Placing.unrelayed(postgres, who));
    all.add(measured);
    System.out.println(measured);
    return micros.length;
  }
}
