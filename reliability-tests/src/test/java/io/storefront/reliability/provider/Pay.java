package io.storefront.reliability.provider;

import java.util.List;
import java.util.stream.Collectors;

/** What the provider makes of a token. */
public enum Pay {
  /** Approved. */
  APPROVE,
  /** Declined. */
  DECLINE,
  /** Approved, as often as it is asked for: the provider forgets what it has done. */
  FORGETFUL;

  /**
   * A token that says it all.
   *
   * @param run what can be healed at once; letters and digits
   * @param payer letters and digits
   * @param modes of the calls for this order, one after the other; all others are clear
   */
  public String token(String run, String payer, List<Mode> modes) {
    return String.join(
        ".",
        "tok",
        name(),
        run,
        payer,
        modes.stream().map(Mode::name).collect(Collectors.joining("-")));
  }
}
