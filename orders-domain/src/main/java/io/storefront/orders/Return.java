package io.storefront.orders;

import java.time.Instant;

/**
 * Shipped units that somebody wants to send back, or has.
 *
 * @param units wanted back
 * @param restocked of those, received and fit to be sold again
 * @param writtenOff of those, received and not
 * @param reason why, as a code or in words; 1 to 100 characters
 */
public record Return(
    RecordId id,
    Units units,
    Units restocked,
    Units writtenOff,
    String reason,
    State state,
    Instant requestedAt,
    Actor by) {
  /** How far it is. */
  public enum State {
    /** Somebody asked. */
    REQUESTED,
    /** The goods may come. */
    APPROVED,
    /** Some of them came. */
    RECEIVED,
    /** All of them came. */
    CLOSED,
    /** They may not come. */
    DENIED
  }

  /** Refuses a return of nothing, and more received than wanted back. */
  public Return {
    if (units.isEmpty()) {
      throw new IllegalArgumentException("a return has units");
    }
    restocked
        .plus(writtenOff)
        .byLine()
        .forEach(
            (line, count) -> {
              if (count > units.of(line)) {
                throw new IllegalArgumentException("more came back than was announced");
              }
            });
    Texts.require("return reason", reason, 100);
  }

  /** Whether units are still to come. */
  public boolean isOpen() {
    return state != State.CLOSED && state != State.DENIED;
  }

  /** All that came. */
  public Units received() {
    return restocked.plus(writtenOff);
  }

  /** The same, decided upon. */
  public Return decided(boolean approved) {
    return with(restocked, writtenOff, approved ? State.APPROVED : State.DENIED);
  }

  /** The same, and these came. */
  public Return received(Units sound, Units spoilt) {
    Units good = restocked.plus(sound);
    Units bad = writtenOff.plus(spoilt);
    boolean all = good.plus(bad).equals(units);
    return with(good, bad, all ? State.CLOSED : State.RECEIVED);
  }

  private Return with(Units good, Units bad, State next) {
    return new Return(id, units, good, bad, reason, next, requestedAt, by);
  }
}
