package io.storefront.wiring;

import io.storefront.app.access.Scope;
import io.storefront.app.access.StorefrontQueue;
import io.storefront.orders.StorefrontId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link Variable#INTAKE_QUEUES}. */
final class QueueList {
  private static final Pattern ENTRY =
      Pattern.compile(
          "([a-z0-9][a-z0-9-]{0,62})(\\+"
              + Pattern.quote(Scope.ORDERS_PRICE.text())
              + ")?=(https?://[\\w.:-]+(?:/[\\w-]+)*/[\\w-]{1,80})");

  private QueueList() {}

  /** What is given; complains of entries that cannot be used, and of queues that come twice. */
  static List<StorefrontQueue> read(Environment env) {
    List<StorefrontQueue> queues = new ArrayList<>();
    for (String entry : env.text(Variable.INTAKE_QUEUES).orElse("").split(",", -1)) {
      if (!entry.isBlank()) {
        read(entry.strip())
            .ifPresentOrElse(
                queues::add, () -> env.complainOf(Variable.INTAKE_QUEUES, entry.strip()));
      }
    }
    if (queues.stream().map(StorefrontQueue::name).distinct().count() < queues.size()) {
      env.complain(Variable.INTAKE_QUEUES, "two queues have the same name");
    }
    return List.copyOf(queues);
  }

  private static Optional<StorefrontQueue> read(String entry) {
    Matcher matcher = ENTRY.matcher(entry);
    return matcher.matches() && URI.create(matcher.group(3)).getHost() != null
        ? Optional.of(
            new StorefrontQueue(
                URI.create(matcher.group(3)),
                new StorefrontId(matcher.group(1)),
                matcher.group(2) != null))
        : Optional.empty();
  }
}
