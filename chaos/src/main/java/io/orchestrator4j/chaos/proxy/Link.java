package io.orchestrator4j.chaos.proxy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection of a client, and the one to the server that stands for it. */
final class Link implements AutoCloseable {

  private static final int SSL_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;
  private static final char READY = 'Z';
  private static final char ERROR = 'E';

  private final PostgresProxy proxy;
  private final Socket client;
  private final Socket server;
  private final Transaction transaction = new Transaction();

  // set by the client's thread before the commit goes out, read by the server's when the answer
  // comes
  private volatile @Nullable Trap answer;
  private volatile boolean late;

  Link(PostgresProxy proxy, Socket client, Socket server) {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
  }

  /** Carries the client's messages to the server until one of them ends. */
  void carryToServer() {
    try (this;
        DataInputStream in = in(client)) {
      // never closed by itself: that would send what is held back
      DataOutputStream out = out(server);
      begin(in, out);
      List<Frame> unit = new ArrayList<>();
      Frame frame = Frame.read(in);
      while (frame != null && proxy.lets(this)) {
        unit.add(frame);
        if (!frame.isPartOfUnit()) {
          if (!passes(unit, out)) {
            return;
          }
          unit.clear();
        }
        frame = Frame.read(in);
      }
    } catch (IOException _) {
      // one of them is gone, which the other sees by our closing
    }
  }

  private void begin(DataInputStream in, DataOutputStream out) throws IOException {
    Frame first = Frame.readFirst(in);
    while (first.code() == SSL_REQUEST || first.code() == GSS_REQUEST) {
      client.getOutputStream().write('N');
      first = Frame.readFirst(in);
    }
    first.write(out);
    out.flush();
  }

  /** Hands a unit of messages on, of which the last makes the server act; false if the connection is to be cut. */
  private boolean passes(List<Frame> unit, DataOutputStream out) throws IOException {
    boolean commits = false;
    for (Frame each : unit) {
      commits |= transaction.commitsWith(each);
    }
    Trap trap = commits ? proxy.trapFor(transaction) : null;
    boolean caughtBefore = trap != null && trap.moment() == Point.Moment.BEFORE_COMMIT;
    boolean runsFirst = caughtBefore && !transaction.isExplicit();
    if (runsFirst) {
      // of a single statement all but its commit is done, so that its locks are held
      write(unit.subList(0, unit.size() - 1), out);
      Frame.FLUSH.write(out);
      out.flush();
    }
    transaction.next(unit.getLast());
    if (trap != null && caughtBefore && !caught(trap)) {
      return false;
    }
    if (trap != null && !caughtBefore) {
      answer = trap;
    }
    write(runsFirst ? unit.subList(unit.size() - 1, unit.size()) : unit, out);
    out.flush();
    return true;
  }

  private static void write(List<Frame> frames, DataOutputStream out) throws IOException {
    for (Frame each : frames) {
      each.write(out);
    }
  }

  private boolean caught(Trap trap) throws IOException {
    return switch (trap.spring(proxy)) {
      case GOES_ON -> true;
      case IS_CUT -> false;
      case ARRIVES_LATE -> {
        late = true;
        client.close();
        yield proxy.awaitLateness();
      }
    };
  }

  /** Carries the server's messages to the client until one of them ends. */
  void carryToClient() {
    try (this;
        DataInputStream in = in(server);
        DataOutputStream out = out(client)) {
      Frame frame = answered(Frame.read(in), in, out);
      while (frame != null && proxy.lets(this)) {
        handOn(frame, out, in.available() == 0);
        frame = answered(Frame.read(in), in, out);
      }
    } catch (IOException _) {
      // as above
    }
  }

  /**
   * What is to be handed on next: the frame itself, or, where it begins the answer to a caught commit, the last frame of
   * that answer, which is held until it is whole; null if there is nothing more.
   */
  private @Nullable Frame answered(@Nullable Frame frame, DataInputStream in, DataOutputStream out)
      throws IOException {
    Trap trap = answer;
    if (trap == null || frame == null) {
      return frame;
    }
    List<Frame> held = new ArrayList<>();
    boolean failed = false;
    Frame last = frame;
    while (last != null && last.type() != READY) {
      held.add(last);
      failed |= last.type() == ERROR;
      last = Frame.read(in);
    }
    answer = null;
    if (last == null || failed) {
      trap.reset();
    }
    boolean goesOn = last != null && (failed || trap.spring(proxy) == Trap.Fate.GOES_ON);
    if (!goesOn) {
      return null;
    }
    for (Frame each : held) {
      each.write(out);
    }
    return last;
  }

  // nobody is there any more to hear what comes of a commit that arrives late
  private void handOn(Frame frame, DataOutputStream out, boolean isLast) throws IOException {
    if (!late) {
      frame.write(out);
      if (isLast) {
        out.flush();
      }
    }
  }

  private static DataInputStream in(Socket socket) throws IOException {
    return new DataInputStream(new BufferedInputStream(socket.getInputStream(), 16_384));
  }

  private static DataOutputStream out(Socket socket) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 16_384));
  }

  @Override
  public void close() throws IOException {
    proxy.isClosed(this);
    client.close();
    server.close();
  }
}
