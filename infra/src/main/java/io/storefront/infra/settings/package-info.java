/** What a deployment may choose, read from the context flags of the CDK. */
@NullMarked
package io.storefront.infra.settings;

import org.jspecify.annotations.NullMarked;
