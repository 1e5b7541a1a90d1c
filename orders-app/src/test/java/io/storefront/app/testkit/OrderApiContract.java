package io.storefront.app.testkit;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What every door to the API keeps: the whole contract, from outside.
 *
 * <p>Implement {@link ApiContract}'s three methods, and JUnit runs the rest, several at a time
 * where the build lets it: much of the time they wait for one another's kind.
 */
@Execution(ExecutionMode.CONCURRENT)
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
        BroughtPaymentContract,
        ActsContract,
        ActMutationsContract,
        ActHistoryContract,
        ShippingContract,
        CarrierEventsContract,
        CapturesContract,
        RefundsContract,
        CancellationsContract,
        ReturnsContract,
        TransitionsContract,
        AmendmentsContract,
        DeletionsContract,
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
