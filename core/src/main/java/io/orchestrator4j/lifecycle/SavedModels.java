package io.orchestrator4j.lifecycle;

import io.orchestrator4j.subscription.SaveUnit;
import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.SharedWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What a step did to its domain models, as work for its commit. */
record SavedModels(SaveUnit unit) implements SharedWork {

  @Override
  public void apply(Connection connection) throws SQLException {
    unit.apply(connection);
  }

  @Override
  public Set<UUID> touched() {
    return unit.touched();
  }

  @Override
  public boolean isShareable() {
    return unit.isSimple();
  }

  @Override
  public CommitWork together(List<SharedWork> others) {
    List<SaveUnit> units = Stream.concat(
            Stream.of(this), others.stream().map(SavedModels.class::cast))
        .map(SavedModels::unit)
        .toList();
    return connection -> SaveUnit.together(units, connection);
  }
}
