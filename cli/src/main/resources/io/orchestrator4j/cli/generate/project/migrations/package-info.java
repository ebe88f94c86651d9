/** How products and workflows come into a database that others look after: {@code db upgrade heads}. */
@NullMarked
package @package@.migrations;

import org.jspecify.annotations.NullMarked;
