package io.storefront.reliability.life;

import io.storefront.orders.Refusal;
import io.storefront.orders.usecase.ActOnOrder.Outcome;

/** What an act came to, in a word or two, so that a prediction can be held against it. */
final class Said {
  static final String DONE = "done";
  static final String UNCHANGED = "unchanged";
  static final String NOT_FOUND = "not-found";
  static final String DELETED = "deleted";
  static final String VERSION = "version-conflict";

  private Said() {}

  static String of(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> done -> DONE;
      case Outcome.Unchanged<?> same -> UNCHANGED;
      case Outcome.NotFound<?> no -> NOT_FOUND;
      case Outcome.Deleted<?> no -> DELETED;
      case Outcome.VersionConflict<?> no -> VERSION;
      case Outcome.RequestTaken<?> no -> "request-taken";
      case Outcome.Refused<?>(Refusal.Blocked no) -> no.code() + " " + no.blockedBy().getFirst();
      case Outcome.Refused<?>(Refusal refusal) -> refusal.code();
    };
  }
}
