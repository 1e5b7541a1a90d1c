@NullMarked
package io.storefront.adapters.sqs;

import org.jspecify.annotations.NullMarked;
