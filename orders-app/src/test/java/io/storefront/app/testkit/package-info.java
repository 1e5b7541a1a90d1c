/** For whoever hosts the API: the contract that every door keeps, and the tools to speak to one. */
@NullMarked
package io.storefront.app.testkit;

import org.jspecify.annotations.NullMarked;
