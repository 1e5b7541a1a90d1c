package io.storefront.orders;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of what an act leaves behind: the kind's prefix and a UUID in lower case. */
public record RecordId(Kind kind, UUID uuid) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** What has such an id. */
  public enum Kind {
    /** Units that were called off. */
    CANCELLATION("can_"),
    /** Units that have left. */
    SHIPMENT("shp_"),
    /** Money that was taken because somebody asked for it. */
    CAPTURE("cap_"),
    /** Money that is given back. */
    REFUND("ref_"),
    /** Units that come back. */
    RETURN("ret_");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** The id that a text is; empty where it is not one of this kind, and so an unknown id. */
  public static Optional<RecordId> parse(Kind kind, String text) {
    boolean known =
        text.startsWith(kind.prefix)
            && FORM.matcher(text.substring(kind.prefix.length())).matches();
    return known
        ? Optional.of(new RecordId(kind, UUID.fromString(text.substring(kind.prefix.length()))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return kind.prefix + uuid;
  }
}
