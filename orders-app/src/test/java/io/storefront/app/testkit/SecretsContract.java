package io.storefront.app.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.storefront.app.port.Secrets;
import io.storefront.orders.testkit.Racing;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Secrets} promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public interface SecretsContract {
  /** What is tested; each call may give another instance of the same storage. */
  Secrets secrets();

  @Test
  default void a_secret_is_made_once_and_every_instance_gets_the_same() {
    String name = Fresh.name("secret");
    List<byte[]> made = Racing.all(8, racer -> secrets().get(name));

    assertThat(made).allSatisfy(secret -> assertThat(secret).hasSize(32).isEqualTo(made.get(0)));
    assertThat(secrets().get(name)).isEqualTo(made.get(0));
    assertThat(secrets().get(Fresh.name("secret"))).isNotEqualTo(made.get(0));
  }
}
