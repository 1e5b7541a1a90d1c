/** The reasons for which a finding of the checks is no fault. */
@NullMarked
package io.storefront.infra.nag;

import org.jspecify.annotations.NullMarked;
