package place;

import common.Cleanup;
import common.Postgres;
import common.Proc;
import common.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import load.Answers;
import load.Load;

/**
 * Where the time of an order goes at 32 connections: samples of the warm host's threads, and of
 * what PostgreSQL's backends are at. Run it with benchmarks/profile.sh.
 */
final class Profile {
  private static final int CONNECTIONS = 32;
  private static final String WHO = "server";

  private Profile() {}

  /** The folder of the host, and the seconds of the measurement. */
  public static void main(String[] args) throws Exception {
    Cleanup cleanup = Cleanup.atTheEnd();
    Path work = cleanup.folder("profile-benchmark");
    Postgres postgres = cleanup.add(Postgres.open(work.resolve("data")));
    System.out.println(postgres.settings());
    List<String> host = new ArrayList<>(Service.host(Path.of(args[0]).toAbsolutePath()));
    postgres.openShop(host, work);
    postgres.copyTo(WHO);
    Path recording = work.resolve("host.jfr");
    host.addAll(host.indexOf("-jar"), List.of(HostSamples.flag()));
    BackendSamples backends = new BackendSamples(postgres, WHO);
    Path log = work.resolve("host.log");
    try (Service service = cleanup.add(Service.start(host, postgres.environment(WHO), log))) {
      Load load = new Load(service.address(), Placing.KEY, 3, Load.PRODUCTS);
      Placing.warmUp(load, WHO, CONNECTIONS);
      Placing.drain(postgres, WHO);
      long self = ProcessHandle.current().pid();
      Meter meter = new Meter(postgres, WHO, () -> Proc.micros(self), service::micros);
      HostSamples.begin(service);
      backends.begin();
      Answers answers = load.run(CONNECTIONS, Duration.ofSeconds(Long.parseLong(args[1])));
      backends.end();
      Measured.Cost cost = meter.of(answers.placed());
      HostSamples samples = HostSamples.end(service, recording);
      System.out.printf("%n%s%n%s%n%n%s%n%s%n", answers, text(cost), backends, samples);
    }
  }

  private static String text(Measured.Cost cost) {
    return "us of CPU for an order: host %.0f, PostgreSQL %.0f, load %.0f; %.1f KiB of log"
        .formatted(cost.service(), cost.postgres(), cost.load(), cost.walKib());
  }
}
