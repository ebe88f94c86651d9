package io.orchestrator4j.chaos.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one node takes for PostgreSQL. Its connections can be cut, stalled, and caught at named points. Thread-safe. */
public final class PostgresProxy implements AutoCloseable {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int LATENESS_MILLIS = 1_500;

  private final String name;
  private final Supplier<InetSocketAddress> target;
  private final ServerSocket listener;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final Set<Trap> traps = ConcurrentHashMap.newKeySet();
  private final Valve valve = new Valve();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean closed;

  /**
   * A proxy that listens on a free port of the loopback interface.
   *
   * @param name the node's
   * @param target where PostgreSQL is at the moment; asked at each connection
   */
  public PostgresProxy(String name, Supplier<InetSocketAddress> target) throws IOException {
    this.name = name;
    this.target = target;
    this.listener = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
    threads.execute(this::accept);
  }

  /** The node's name. */
  public String name() {
    return name;
  }

  /** Where the node connects to. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Cuts all connections; new ones can be made. */
  public int cut() {
    int count = links.size();
    links.forEach(PostgresProxy::close);
    return count;
  }

  /** Lets no byte through in either direction, without closing anything. */
  public void stall() {
    valve.set(false);
  }

  /** Lets bytes through again. */
  public void flow() {
    valve.set(true);
  }

  /** Lays a trap for the next commit that comes by. */
  public void lay(Trap trap) {
    traps.add(trap);
  }

  /** Takes a trap away. */
  public void remove(Trap trap) {
    traps.remove(trap);
  }

  @Nullable
  Trap trapFor(Transaction transaction) {
    for (Trap trap : traps) {
      if (trap.catches(transaction)) {
        return trap;
      }
    }
    return null;
  }

  /** Waits while the connections are stalled; false if this one is cut. */
  boolean lets(Link link) {
    try {
      valve.awaitOpen();
      return links.contains(link);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits until what is late arrives; false if the proxy is closed before. */
  boolean awaitLateness() {
    try {
      return !end.await(LATENESS_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void isClosed(Link link) {
    links.remove(link);
  }

  private void accept() {
    while (!closed) {
      try {
        Socket client = listener.accept();
        threads.execute(() -> connect(client));
      } catch (IOException e) {
        if (!closed) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    try {
      valve.awaitOpen();
      server.connect(target.get(), CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Link link = new Link(this, client, server);
      links.add(link);
      threads.execute(link::carryToClient);
      link.carryToServer();
    } catch (IOException | InterruptedException _) {
      close(client);
      close(server);
    }
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception _) {
      // it is gone anyway
    }
  }

  @Override
  public void close() {
    closed = true;
    end.countDown();
    close(listener);
    valve.set(true);
    cut();
    threads.shutdownNow();
  }
}
