/** The templates, as CloudFormation would get them. */
@NullMarked
package io.storefront.infra;

import org.jspecify.annotations.NullMarked;
