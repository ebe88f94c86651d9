package io.orchestrator4j.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.store.Database;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is published on one node and heard on another, over a real connection. */
final class EventsTest {

  private final Database database =
      new Database(TestingDatabase.dataSource(), TestingDatabase.freshSchema(), 4);

  /** A node that only speaks and hears. */
  private static final class Node implements AutoCloseable {

    private final Events events = new Events();
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final Notifier notifier;
    private final Listener listener;

    Node(Database database) {
      UUID self = UUID.randomUUID();
      events.subscribe(heard::add);
      notifier = Notifier.start(database, events, self);
      listener = Listener.start(database, events, self);
    }

    Event next() throws InterruptedException {
      Event event = heard.poll(10, TimeUnit.SECONDS);
      assertThat(event).as("heard within 10 s").isNotNull();
      return event;
    }

    /** What a listener says when it begins, and after each gap: look at everything again. */
    void begins() throws InterruptedException {
      assertThat(List.of(next(), next(), next()))
          .containsExactly(
              new Event.ManyChanged(), new Event.EngineChanged(), new Event.WorkQueued());
    }

    @Override
    public void close() {
      notifier.close();
      listener.close();
    }
  }

  @Test
  void eachNodeHearsItsOwnAtOnceAndOthersOverTheDatabaseOnlyOnce() throws Exception {
    try (Node one = new Node(database);
        Node other = new Node(database)) {
      one.begins();
      other.begins();
      Event event = new Event.ProcessChanged(UUID.randomUUID());
      Event last = new Event.CountsChanged();

      one.events.publish(event);
      one.events.publish(event);
      assertThat(one.heard).containsExactly(event, event);
      assertThat(other.next()).isEqualTo(event);
      one.events.publish(last);
      Event heard = other.next();
      assertThat(heard.equals(event) ? other.next() : heard).isEqualTo(last);
      assertThat(one.heard).containsExactly(event, event, last);
    }
  }

  @Test
  void tooManyToListMeanThatEverythingIsReadAgain() {
    List<Event> many = IntStream.range(0, 500)
        .<Event>mapToObj(i -> i % 2 == 0
            ? new Event.ProcessChanged(UUID.randomUUID())
            : new Event.SubscriptionChanged(UUID.randomUUID()))
        .toList();

    Message message = Message.of(UUID.randomUUID(), many);

    assertThat(message.events()).containsExactly(new Event.ManyChanged());
    assertThat(Message.of(UUID.randomUUID(), many.subList(0, 190)).toText().length())
        .isLessThan(8000);
  }

  @Test
  void everyEventSurvivesItsWay() {
    List<Event> all = List.of(
        new Event.ProcessChanged(UUID.randomUUID()),
        new Event.RequestMade(UUID.randomUUID()),
        new Event.SubscriptionChanged(UUID.randomUUID()),
        new Event.ManyChanged(),
        new Event.CountsChanged(),
        new Event.WorkQueued(),
        new Event.EngineChanged());
    Message message = Message.of(UUID.randomUUID(), all);

    assertThat(Message.parse(message.toText())).isEqualTo(message);
    assertThat(Message.parse(UUID.randomUUID() + " zfuture").events())
        .containsExactly(new Event.ManyChanged());
  }

  @Test
  void afterABrokenConnectionEverythingIsReadAgain() throws Exception {
    try (Node node = new Node(database)) {
      node.begins();
      Jdbi.create(TestingDatabase.dataSource())
          .useHandle(handle -> handle
              .createQuery("""
              select pg_terminate_backend(pid)
              from pg_stat_activity
              where backend_type = 'client backend'
              and pid <> pg_backend_pid()
              and query in (:listening, 'select 1', '')
              """)
              .bind("listening", "listen " + database.channel())
              .mapTo(Boolean.class)
              .list());

      node.begins();
    }
  }

  @Test
  void aListenerThatThrowsHarmsNobodyElse() {
    Events events = new Events();
    BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    events.subscribe(_ -> {
      throw new IllegalStateException("broken");
    });
    Events.Subscription second = events.subscribe(heard::add);

    events.publish(new Event.WorkQueued());
    second.close();
    events.publish(new Event.WorkQueued());

    assertThat(heard).hasSize(1);
  }
}
