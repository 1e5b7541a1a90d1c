package io.storefront.app.resource;

import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.orders.Address;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A merge patch (RFC 7396) of an address: what it names is replaced or removed, the rest stays.
 *
 * @param isRemoval whether the address as a whole goes
 * @param fields what is named; empty where it goes
 */
record AddressPatch(boolean isRemoval, Map<String, Optional<String>> fields) {
  private static final List<String> REQUIRED = List.of("name", "line1", "city", "country");
  private static final Map<String, Function<JsonValue, String>> READERS = readers();

  private static Map<String, Function<JsonValue, String>> readers() {
    Map<String, Function<JsonValue, String>> readers = new LinkedHashMap<>();
    readers.put("name", value -> value.text(Address.MAX_LINE));
    readers.put("line1", value -> value.text(Address.MAX_LINE));
    readers.put("line2", value -> value.text(Address.MAX_LINE));
    readers.put("city", value -> value.text(Address.MAX_CITY));
    readers.put("region", value -> value.text(Address.MAX_CITY));
    readers.put("postalCode", value -> value.text(Address.MAX_POSTAL_CODE));
    readers.put("country", Addresses::country);
    return readers;
  }

  static AddressPatch read(JsonValue value) {
    return value.isNull()
        ? new AddressPatch(true, Map.of())
        : new AddressPatch(false, value.object(AddressPatch::fields));
  }

  private static Map<String, Optional<String>> fields(JsonObject patch) {
    Map<String, Optional<String>> fields = new HashMap<>();
    READERS.forEach(
        (name, reader) ->
            patch
                .nullable(name)
                .ifPresent(
                    value ->
                        fields.put(
                            name,
                            value.isNull() ? Optional.empty() : Optional.of(reader.apply(value)))));
    return fields;
  }

  /** Notes what the patched address would lack. */
  void requireWhole(Optional<Address> current, String pointer, Findings findings) {
    Map<String, String> merged = merged(current);
    REQUIRED.stream()
        .filter(name -> !isRemoval && !merged.containsKey(name))
        .forEach(name -> findings.invalid(pointer + "/" + name, "is required"));
  }

  /** The patched address; only to be called once nothing is missing. */
  Optional<Address> applied(Optional<Address> current) {
    if (isRemoval) {
      return Optional.empty();
    }
    Map<String, String> merged = merged(current);
    Function<String, Optional<String>> get = name -> Optional.ofNullable(merged.get(name));
    return Optional.of(
        new Address(
            get.apply("name").orElseThrow(),
            get.apply("line1").orElseThrow(),
            get.apply("line2"),
            get.apply("city").orElseThrow(),
            get.apply("region"),
            get.apply("postalCode"),
            get.apply("country").orElseThrow()));
  }

  private Map<String, String> merged(Optional<Address> current) {
    Map<String, String> merged = new HashMap<>();
    current.ifPresent(
        address -> {
          merged.put("name", address.name());
          merged.put("line1", address.line1());
          address.line2().ifPresent(text -> merged.put("line2", text));
          merged.put("city", address.city());
          address.region().ifPresent(text -> merged.put("region", text));
          address.postalCode().ifPresent(text -> merged.put("postalCode", text));
          merged.put("country", address.country());
        });
    fields.forEach(
        (name, value) ->
            value.ifPresentOrElse(text -> merged.put(name, text), () -> merged.remove(name)));
    return merged;
  }
}
