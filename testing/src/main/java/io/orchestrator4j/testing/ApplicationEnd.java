package io.orchestrator4j.testing;

import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Ends the application with the class of tests that it was started for. */
final class ApplicationEnd implements TestExecutionListener {

  @Override
  public void afterTestClass(TestContext testContext) {
    if (testContext.getTestClass().getEnclosingClass() == null
        && testContext.hasApplicationContext()) {
      testContext.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }
  }
}
