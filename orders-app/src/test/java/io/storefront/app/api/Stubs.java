package io.storefront.app.api;

import io.storefront.app.access.ApiKey;
import io.storefront.app.access.ApiKeyText;
import io.storefront.app.access.Scope;
import io.storefront.app.port.ApiKeys;
import io.storefront.orders.Enclosure;
import io.storefront.orders.PortUnavailable;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** An application with one key, and nothing behind it but failures. */
final class Stubs {
  static final ApiKeyText KEY = ApiKeyText.create("test", new SecureRandom());

  RuntimeException storage = new PortUnavailable("Orders", new RuntimeException("gone"));
  boolean isReady = true;
  Admission admission = Admission.unlimited();

  ApiDependencies dependencies() {
    return new ApiDependencies(
        broken(ApiDependencies.Ordering.class),
        broken(ApiDependencies.Inventory.class),
        broken(ApiDependencies.CustomerCare.class),
        new ApiDependencies.Platform(
            new OneKey(),
            failing(io.storefront.app.port.Storefronts.class),
            failing(io.storefront.app.port.Answers.class),
            name -> new byte[32],
            () -> isReady),
        admission,
        io.storefront.app.port.Measurements.NONE,
        InstantSource.system(),
        new SecureRandom(),
        ApiSettings.TEST);
  }

  /** A record all of whose components fail when they are called. */
  private <R extends Record> R broken(Class<R> type) {
    try {
      Object[] parts =
          Arrays.stream(type.getRecordComponents())
              .map(component -> (Object) failing(component.getType()))
              .toArray();
      return type.cast(type.getDeclaredConstructors()[0].newInstance(parts));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private <P> P failing(Class<P> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (method.getName().equals("carriesStock")) {
                return true;
              }
              throw storage;
            }));
  }

  private static final class OneKey implements ApiKeys {
    @Override
    public Optional<ApiKey> find(String id) {
      return Optional.of(
          new ApiKey(
              KEY.id(),
              Optional.empty(),
              "test",
              KEY.secretHash(),
              EnumSet.allOf(Scope.class),
              Instant.EPOCH,
              Optional.empty(),
              Optional.empty()));
    }

    @Override
    public boolean add(ApiKey key, Enclosure enclosure) {
      return false;
    }

    @Override
    public boolean revoke(String id, Instant at) {
      return false;
    }

    @Override
    public List<ApiKey> page(Optional<String> after, int limit) {
      return List.of();
    }
  }
}
