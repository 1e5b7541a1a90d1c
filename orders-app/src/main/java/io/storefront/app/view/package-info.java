/**
 * What answers show: one record for each JSON object, its components in the order of its fields.
 */
@NullMarked
package io.storefront.app.view;

import org.jspecify.annotations.NullMarked;
