package io.orchestrator4j.examples.beginner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.examples.beginner.DirectoryEntries.Entry;
import io.orchestrator4j.workflow.ApiUnavailable;
import io.orchestrator4j.workflow.ProcessFailure;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The directory and its clients, over HTTP. */
final class DirectoryTest {

  private final DirectoryServer server = DirectoryServer.start();
  private final DirectoryClient client = new DirectoryClient(server.url());
  private final GroupDirectory groups = new GroupDirectory(client);
  private final UserDirectory users = new UserDirectory(client);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsCreatedTwiceIsThereOnce() {
    int first = groups.create("ops & dev/night");
    int second = groups.create("ops & dev/night");

    assertThat(second).isEqualTo(first);
    assertThat(server.groups().all()).containsExactly(new Entry(first, "ops & dev/night", ""));
  }

  @Test
  void aUserIsRenamedAndMoved() {
    int ops = groups.create("ops");
    int sales = groups.create("sales");
    int ann = users.create("ann", ops);

    users.rename(ann, "anna");
    users.move(ann, sales);

    assertThat(server.users().find(ann)).isEqualTo(new Entry(ann, "anna", "2"));
  }

  @Test
  void whatIsDeletedTwiceIsGone() {
    int ops = groups.create("ops");

    groups.delete(ops);
    groups.delete(ops);

    assertThat(server.groups().all()).isEmpty();
  }

  @Test
  void whatIsNotThereCannotBeRenamed() {
    assertThatThrownBy(() -> groups.rename(7, "ops"))
        .isInstanceOf(ProcessFailure.class)
        .hasMessageContaining("404");
  }

  @Test
  void aDirectoryThatIsDownIsToldApart() {
    server.setDown(true);

    assertThatThrownBy(() -> groups.create("ops")).isInstanceOf(ApiUnavailable.class);
  }

  @Test
  void aDirectoryThatIsNotThereIsToldApart() {
    GroupDirectory nowhere =
        new GroupDirectory(new DirectoryClient(URI.create("http://127.0.0.1:1")));

    assertThatThrownBy(() -> nowhere.create("ops")).isInstanceOf(ApiUnavailable.class);
  }
}
