package io.storefront.reliability.blackbox;

import io.storefront.app.testkit.ApiAnswer;
import io.storefront.app.testkit.ApiCall;
import java.util.Optional;

/** Where customers ask. Thread-safe. */
interface Door {
  /** Empty when no whole answer came: then nobody knows what has been done. */
  Optional<ApiAnswer> send(ApiCall call);

  /** The orders that are being asked for here. */
  AtWork atWork();
}
