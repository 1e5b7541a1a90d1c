package io.storefront.inventory.port;

import io.storefront.inventory.Shortage;
import java.util.List;

/** What storage says to a claim. */
public sealed interface ClaimAnswer {

  /** The claim stands, or a later one of the same owner does. */
  record Held() implements ClaimAnswer {}

  /** Every product that is short, in byte order; nothing changed. */
  record Short(List<Shortage> shortages) implements ClaimAnswer {
    public Short {
      shortages = List.copyOf(shortages);
    }
  }
}
