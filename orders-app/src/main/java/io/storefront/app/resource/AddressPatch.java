package io.storefront.app.resource;

import io.storefront.app.json.JsonObject;
import io.storefront.app.json.JsonValue;
import io.storefront.customers.Address;
import io.storefront.customers.AddressChange;
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
    readers.put("name", value -> value.text(Address.MAX_NAME));
    readers.put("line1", value -> value.text(Address.MAX_LINE));
    readers.put("line2", value -> value.text(Address.MAX_LINE));
    readers.put("city", value -> value.text(Address.MAX_CITY));
    readers.put("region", value -> value.text(Address.MAX_REGION));
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

  /** What the patched address would lack. */
  List<String> missing(Optional<Address> current) {
    Map<String, String> merged = merged(current);
    return isRemoval
        ? List.of()
        : REQUIRED.stream().filter(name -> !merged.containsKey(name)).toList();
  }

  AddressChange applied(Optional<Address> current) {
    if (isRemoval) {
      return new AddressChange.Remove();
    }
    Map<String, String> merged = merged(current);
    Function<String, Optional<String>> get = name -> Optional.ofNullable(merged.get(name));
    return new AddressChange.Set(
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
