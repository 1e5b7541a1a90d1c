package io.storefront.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.factory.UuidFactory;
import io.storefront.orders.CapturePolicy;
import io.storefront.orders.StorefrontId;
import io.storefront.orders.port.Payments;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DomainsTest {
  private static final int MANY = 20_000;

  @Test
  void two_applications_in_one_state_of_the_process_never_give_the_same_id() {
    UuidFactory one = Domains.uuids();
    UuidFactory other = Domains.uuids();
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      ids.add(one.create());
      ids.add(other.create());
    }
    assertThat(ids).hasSize(2 * MANY).allMatch(id -> id.version() == 7);
  }

  @Test
  void ids_of_one_application_rise() {
    List<String> ids =
        Stream.generate(Domains.uuids()::create).limit(MANY).map(UUID::toString).toList();
    assertThat(ids).isSorted();
  }

  @Test
  void money_is_not_taken_in_parts_with_a_provider_that_takes_it_once() {
    Payments once = new Provider(false);

    assertThatThrownBy(() -> Domains.requireFit(CapturePolicy.ON_EACH_SHIPMENT, once))
        .isInstanceOf(ConfigRefused.class)
        .hasMessageContaining("CAPTURE_POLICY");
    assertThatCode(() -> Domains.requireFit(CapturePolicy.ON_FIRST_SHIPMENT, once))
        .doesNotThrowAnyException();
    assertThatCode(() -> Domains.requireFit(CapturePolicy.ON_EACH_SHIPMENT, new Provider(true)))
        .doesNotThrowAnyException();
  }

  private record Provider(boolean capturesInParts) implements Payments {
    @Override
    public Answer send(Instruction instruction, Duration within) {
      return new NotSent();
    }

    @Override
    public Answer ask(Instruction instruction, Duration within) {
      return new NotSent();
    }

    @Override
    public Capabilities capabilities(StorefrontId storefront) {
      return new Capabilities(capturesInParts);
    }
  }
}
