/** For wiring: queues on Amazon SQS, or on whatever speaks its protocol. */
@NullMarked
package io.storefront.adapters.sqs;

import org.jspecify.annotations.NullMarked;
