package io.storefront.app.resource;

import io.storefront.app.access.Scope;
import io.storefront.app.answers.Answer;
import io.storefront.app.answers.KeyedRequest;
import io.storefront.app.answers.Replays;
import io.storefront.app.answers.Replies;
import io.storefront.app.json.Findings;
import io.storefront.app.json.JsonObject;
import io.storefront.app.json.StrictJson;
import io.storefront.app.port.CustomerHomes;
import io.storefront.app.view.Views;
import io.storefront.customers.Address;
import io.storefront.customers.Customer;
import io.storefront.customers.CustomerId;
import io.storefront.customers.Receipt;
import io.storefront.customers.StorefrontId;
import io.storefront.customers.port.Customers;
import io.storefront.customers.usecase.ChangeCustomer;
import io.storefront.customers.usecase.RegisterCustomer;
import io.storefront.customers.usecase.RegisterCustomer.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Customers. */
public final class CustomersResource {
  private static final String CUSTOMER = "/v1/customers/{customerId}";
  private static final Pattern ID =
      Pattern.compile("cus_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final RegisterCustomer register;
  private final ChangeCustomer change;
  private final Customers customers;
  private final CustomerHomes homes;
  private final StorefrontChoice storefronts;
  private final Replays replays;

  private record Wanted(String name, String email, Optional<Address> address) {}

  /** With what it needs. */
  public CustomersResource(
      RegisterCustomer register,
      ChangeCustomer change,
      Customers customers,
      CustomerHomes homes,
      StorefrontChoice storefronts,
      Replays replays) {
    this.register = register;
    this.change = change;
    this.customers = customers;
    this.homes = homes;
    this.storefronts = storefronts;
    this.replays = replays;
  }

  /** What it offers. */
  public List<Route> routes() {
    return List.of(
        Route.post("/v1/customers", Scope.CUSTOMERS_WRITE, this::register),
        Route.get(CUSTOMER, Scope.CUSTOMERS_READ, this::get),
        Route.patch(CUSTOMER, Scope.CUSTOMERS_WRITE, this::change));
  }

  private Answer register(Call call) {
    call.query().allow("storefront");
    String storefront = storefronts.named(call);
    Findings findings = new Findings();
    Wanted wanted = StrictJson.read(call.body(), findings, CustomersResource::read);
    KeyedRequest request = call.keyedRequest(storefront);
    return replays.once(
        request,
        () -> {
          StorefrontId home = new StorefrontId(storefronts.existing(storefront).id().value());
          findings.refuseInvalid();
          return registered(home, wanted, request);
        });
  }

  private Optional<Answer> registered(StorefrontId home, Wanted wanted, KeyedRequest request) {
    Outcome outcome =
        register.register(
            new RegisterCustomer.Command(
                home,
                wanted.name(),
                wanted.email(),
                wanted.address(),
                registered -> request.answered(answer(registered))));
    return switch (outcome) {
      case Outcome.Registered registered -> Optional.of(answer(registered));
      case Outcome.RequestTaken no -> Optional.empty();
    };
  }

  private static Answer answer(Outcome.Registered registered) {
    return Replies.with(
        answer(201, registered.customer()),
        "Location",
        "/v1/customers/" + registered.customer().id());
  }

  private Answer get(Call call) {
    call.query().allow();
    Customer customer = find(call);
    return call.alreadyHas(customer.version())
        ? Etags.unchanged(customer.version())
        : answer(200, customer);
  }

  private Answer change(Call call) {
    call.query().allow();
    Findings findings = new Findings();
    CustomerPatch patch = StrictJson.readPatch(call.body(), findings, CustomerPatch::read);
    Customer customer = find(call);
    patch.requireWholeAddress(customer, findings);
    findings.refuseInvalid();
    call.requireVersion(customer.version());
    return switch (change.change(
        new ChangeCustomer.Command(
            customer.storefront(),
            customer.id(),
            customer.version(),
            patch.changes(customer),
            Receipt.none()))) {
      case ChangeCustomer.Outcome.Changed(Customer changed) -> answer(200, changed);
      case ChangeCustomer.Outcome.Stale(long current) -> throw Call.versionConflict(current);
      case ChangeCustomer.Outcome.NotFound no -> throw Call.notFound("customer");
      case ChangeCustomer.Outcome.RequestTaken no ->
          throw new IllegalStateException("a change without a receipt cannot be taken");
    };
  }

  private Customer find(Call call) {
    String text = call.variable("customerId");
    return Optional.of(text)
        .filter(id -> ID.matcher(id).matches())
        .map(CustomerId::new)
        .flatMap(
            id ->
                call.caller()
                    .storefront()
                    .map(own -> new StorefrontId(own.value()))
                    .or(() -> homes.storefrontOf(id))
                    .flatMap(storefront -> customers.find(storefront, id)))
        .orElseThrow(() -> Call.notFound("customer"));
  }

  private static Answer answer(int status, Customer customer) {
    return Replies.json(status, Views.of(customer), customer.version());
  }

  private static Wanted read(JsonObject body) {
    return new Wanted(
        body.required("name").text(Customer.MAX_NAME),
        CustomerPatch.email(body.required("email")),
        Addresses.ofCustomer(
            body.optional("defaultAddress").map(value -> value.object(Addresses::read))));
  }
}
