/** Whether the engine has kept its promises: evidence from the database and the system outside, rules, violations. */
@NullMarked
package io.orchestrator4j.chaos.check;

import org.jspecify.annotations.NullMarked;
