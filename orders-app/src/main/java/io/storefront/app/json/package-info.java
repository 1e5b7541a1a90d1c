/** JSON as the API takes and gives it: read without any leniency, written in a fixed order. */
@NullMarked
package io.storefront.app.json;

import org.jspecify.annotations.NullMarked;
