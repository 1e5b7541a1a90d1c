package io.storefront.wiring.sample;

import software.amazon.awssdk.services.sqs.SqsClient;

/** Wiring that asks a queue itself. */
public record UsesSqs(SqsClient used) {}
