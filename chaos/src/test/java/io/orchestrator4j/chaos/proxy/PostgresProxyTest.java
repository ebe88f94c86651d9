package io.orchestrator4j.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.chaos.proxy.Point.Moment;
import io.orchestrator4j.embedded.EmbeddedOptions;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver of real nodes says to a real server, and what becomes of it in between. */
final class PostgresProxyTest {

  private static final String INSERT = "insert into process_steps values (?)";

  @TempDir
  private static Path folder;

  private static EmbeddedPostgres postgres;

  private PostgresProxy proxy;

  @BeforeAll
  static void startPostgres() {
    postgres = EmbeddedPostgres.start(folder, EmbeddedOptions.DEFAULT.withDurable(false));
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void setUp() throws IOException, SQLException {
    proxy = new PostgresProxy(
        "node", () -> new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), postgres.port()));
    try (Connection direct = connect(postgres.port())) {
      execute(direct, "drop table if exists process_steps");
      execute(direct, "create table process_steps (number integer)");
    }
  }

  @AfterEach
  void tearDown() {
    proxy.close();
  }

  @Test
  void carriesWhatIsSaidAndAnswered() throws SQLException {
    try (Connection connection = connect(proxy.port())) {
      for (int i = 0; i < 20; i++) {
        insert(connection, i);
      }
      connection.setAutoCommit(false);
      insert(connection, 20);
      connection.commit();
      insert(connection, 21);
      connection.rollback();
    }

    assertThat(rows()).isEqualTo(21);
  }

  @Test
  void aCommitThatIsCaughtBeforeNeverHappens() throws Exception {
    Trap trap = lay(Moment.BEFORE_COMMIT, 0);
    try (Connection connection = connect(proxy.port())) {
      assertThatThrownBy(() -> insert(connection, 1)).isInstanceOf(SQLException.class);
    }

    assertThat(trap.await(1_000)).isEqualTo("node");
    assertThat(rows()).isZero();
  }

  @Test
  void aCommitWhoseAnswerIsCaughtHasHappenedAndNobodyIsTold() throws Exception {
    Trap trap = lay(Moment.BEFORE_ANSWER, 0);
    try (Connection connection = connect(proxy.port())) {
      assertThatThrownBy(() -> insert(connection, 1)).isInstanceOf(SQLException.class);
    }

    assertThat(trap.await(1_000)).isEqualTo("node");
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aTransactionIsCaughtAtItsCommitAndNotEarlier() throws Exception {
    Trap trap = lay(Moment.BEFORE_COMMIT, 0);
    try (Connection connection = connect(proxy.port())) {
      connection.setAutoCommit(false);
      insert(connection, 1);
      insert(connection, 2);
      assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
    }

    assertThat(trap.await(1_000)).isEqualTo("node");
    assertThat(rows()).isZero();
  }

  @Test
  void whatIsRolledBackOrAboutSomethingElseIsNoSuchCommit() throws Exception {
    Trap trap = lay(Moment.BEFORE_COMMIT, 0);
    try (Connection connection = connect(proxy.port())) {
      connection.setAutoCommit(false);
      insert(connection, 1);
      connection.rollback();
      execute(connection, "select count(*) from process_steps");
      connection.commit();
    }

    assertThat(trap.await(10)).isNull();
  }

  @Test
  void someMayPassBeforeOneIsCaught() throws Exception {
    lay(Moment.BEFORE_COMMIT, 7);
    try (Connection connection = connect(proxy.port())) {
      for (int i = 0; i < 7; i++) {
        insert(connection, i);
      }
      assertThatThrownBy(() -> insert(connection, 7)).isInstanceOf(SQLException.class);
    }

    assertThat(rows()).isEqualTo(7);
  }

  @Test
  void aCommitThatFailsIsNotTheOneThatWasWaitedFor() throws Exception {
    Trap trap = lay(Moment.BEFORE_ANSWER, 0);
    try (Connection connection = connect(proxy.port())) {
      assertThatThrownBy(() -> execute(connection, "insert into process_steps values (1 / 0)"))
          .hasMessageContaining("division by zero");
      assertThatThrownBy(() -> insert(connection, 1)).isInstanceOf(SQLException.class);
    }

    assertThat(trap.await(1_000)).isEqualTo("node");
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aCaughtConnectionMayGoOnAfterwards() throws Exception {
    Trap trap =
        new Trap(new Point(Kind.CHECKPOINT, Moment.BEFORE_ANSWER), 0, _ -> Trap.Fate.GOES_ON);
    proxy.lay(trap);
    try (Connection connection = connect(proxy.port())) {
      insert(connection, 1);
      insert(connection, 2);
    }

    assertThat(trap.await(1_000)).isEqualTo("node");
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void aCommitMayArriveAfterItsConnectionWasCut() throws Exception {
    Trap trap =
        new Trap(new Point(Kind.CHECKPOINT, Moment.BEFORE_COMMIT), 0, _ -> Trap.Fate.ARRIVES_LATE);
    proxy.lay(trap);
    try (Connection connection = connect(proxy.port())) {
      assertThatThrownBy(() -> insert(connection, 1)).isInstanceOf(SQLException.class);
    }
    assertThat(rows()).isZero();

    try (Connection direct = connect(postgres.port())) {
      // waits for the transaction that is still open
      direct.setAutoCommit(false);
      execute(direct, "lock table process_steps in share mode");
      direct.commit();
    }
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void connectionsCanBeCut() throws SQLException {
    try (Connection connection = connect(proxy.port())) {
      assertThat(proxy.cut()).isEqualTo(1);

      assertThatThrownBy(() -> insert(connection, 1)).isInstanceOf(SQLException.class);
    }
    try (Connection connection = connect(proxy.port())) {
      insert(connection, 1);
    }
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void nothingPassesWhileTheyAreStalled() throws Exception {
    try (Connection connection = connect(proxy.port())) {
      proxy.stall();
      CompletableFuture<Void> inserting = CompletableFuture.runAsync(() -> {
        try {
          insert(connection, 1);
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      });

      assertThatThrownBy(() -> inserting.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      proxy.flow();
      inserting.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
    assertThat(rows()).isEqualTo(1);
  }

  private Trap lay(Moment moment, int toPass) {
    Trap trap = new Trap(new Point(Kind.CHECKPOINT, moment), toPass, _ -> Trap.Fate.IS_CUT);
    proxy.lay(trap);
    return trap;
  }

  private static long rows() throws SQLException {
    try (Connection direct = connect(postgres.port());
        var statement = direct.createStatement();
        var rows = statement.executeQuery("select count(*) from process_steps")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void insert(Connection connection, int number) throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      statement.setInt(1, number);
      statement.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/orchestrator?sslmode=disable&gssEncMode=disable"
            .formatted(port),
        postgres.user(),
        postgres.password());
  }
}
