package io.storefront.orders;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an order stands.
 *
 * @param version 1 when it is first stored, one more with each commit; 0 before
 * @param lastEvent the sequence of its newest event
 * @param cancelRequest who asked to cancel it while it was pending
 * @param rejection why it was rejected
 * @param hold why it waits for a person
 * @param deletedAt when it was softly deleted
 */
public record Standing(
    Lifecycle status,
    long version,
    int lastEvent,
    Instant updatedAt,
    Optional<CancelRequest> cancelRequest,
    Optional<Rejection> rejection,
    Optional<Hold> hold,
    Optional<Instant> deletedAt) {
  static Standing placed(Instant now) {
    return new Standing(
        Lifecycle.PENDING,
        0,
        1,
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Standing become(Lifecycle next, Instant now, Optional<Rejection> why) {
    if (!status.mayBecome(next)) {
      throw new IllegalStateException("an order that is " + status + " cannot become " + next);
    }
    return new Standing(next, version, lastEvent + 1, now, cancelRequest, why, hold, deletedAt);
  }

  Standing held(Optional<Hold> by, Instant now) {
    return new Standing(
        status, version, lastEvent + 1, now, cancelRequest, rejection, by, deletedAt);
  }

  Standing cancelRequested(CancelRequest request) {
    return new Standing(
        status, version, lastEvent, request.at(), Optional.of(request), rejection, hold, deletedAt);
  }

  /** One event more. */
  Standing told(Instant now) {
    return new Standing(
        status, version, lastEvent + 1, now, cancelRequest, rejection, hold, deletedAt);
  }

  Standing deleted(Optional<Instant> at, Instant now) {
    return new Standing(status, version, lastEvent + 1, now, cancelRequest, rejection, hold, at);
  }

  Standing touched(Instant now) {
    return new Standing(status, version, lastEvent, now, cancelRequest, rejection, hold, deletedAt);
  }

  Standing atVersion(long next) {
    return new Standing(
        status, next, lastEvent, updatedAt, cancelRequest, rejection, hold, deletedAt);
  }
}
