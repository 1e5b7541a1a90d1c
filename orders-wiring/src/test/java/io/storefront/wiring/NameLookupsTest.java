package io.storefront.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NameLookupsTest {
  private static final String SECONDS_KEPT = "networkaddress.cache.ttl";

  @Test
  void addresses_are_kept_for_5_seconds_unless_the_jvm_was_told_otherwise() {
    NameLookups.keepBriefly();
    assertThat(Security.getProperty(SECONDS_KEPT)).isEqualTo("5");

    Security.setProperty(SECONDS_KEPT, "30");
    NameLookups.keepBriefly();
    assertThat(Security.getProperty(SECONDS_KEPT)).isEqualTo("30");
    Security.setProperty(SECONDS_KEPT, "5");
  }
}
