package io.storefront.app.testkit;

/**
 * What every door to the API keeps: the whole contract, from outside.
 *
 * <p>Implement {@link ApiContract}'s three methods, and JUnit runs the rest.
 */
public interface OrderApiContract
    extends PlacingContract,
        FrozenOrdersContract,
        PlacingMoneyContract,
        RandomCartsContract,
        DryRunContract,
        IdempotencyContract,
        RefusalsAndKeysContract,
        IdempotencyRacesContract,
        NaturalKeyContract,
        PendingPaymentContract,
        ReadingContract,
        ListingContract,
        FiltersContract,
        PagingContract,
        CursorContract,
        RefusalsContract,
        QuantitiesContract,
        AccessContract,
        ScopesContract,
        OrderOfChecksContract,
        MediaContract,
        JsonTextContract,
        UnknownFieldsContract,
        TextContract,
        MutationsContract,
        OddRequestsContract,
        ProductsContract,
        StockContract,
        CustomersContract,
        CustomerChangesContract,
        StorefrontsContract,
        ApiKeysContract,
        IsolationContract,
        OperatorContract,
        FeedContract,
        TimelineContract,
        HealthContract {}
