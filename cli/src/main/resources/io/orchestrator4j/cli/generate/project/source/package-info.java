/** What we sell, and the workflows that change it. */
@NullMarked
package @package@;

import org.jspecify.annotations.NullMarked;
