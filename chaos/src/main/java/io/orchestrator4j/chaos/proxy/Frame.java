package io.orchestrator4j.chaos.proxy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A message of PostgreSQL's protocol, version 3. */
final class Frame {

  /** Asks the server for its answers so far, without an end of the transaction. */
  static final Frame FLUSH = new Frame('H', new byte[0]);

  private static final int LENGTH = 4;
  private static final String PARTS_OF_UNITS = "PBDEC";

  private final int type;
  private final byte[] body;

  /**
   * A message.
   *
   * @param type its first byte; 0 for the first message of a client, which has none
   */
  Frame(int type, byte[] body) {
    this.type = type;
    this.body = body;
  }

  int type() {
    return type;
  }

  /** The first message of a client. */
  static Frame readFirst(DataInputStream in) throws IOException {
    return new Frame(0, body(in));
  }

  /** The next message; null at the end. */
  static @Nullable Frame read(DataInputStream in) throws IOException {
    int type = in.read();
    return type < 0 ? null : new Frame(type, body(in));
  }

  private static byte[] body(DataInputStream in) throws IOException {
    int length = in.readInt() - LENGTH;
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("The connection ended in the middle of a message");
    }
    return body;
  }

  /** Whether it is one of those that a client sends together, with a last one that asks for answers. */
  boolean isPartOfUnit() {
    return PARTS_OF_UNITS.indexOf(type) >= 0;
  }

  void write(DataOutputStream out) throws IOException {
    if (type != 0) {
      out.write(type);
    }
    out.writeInt(body.length + LENGTH);
    out.write(body);
  }

  /** The n-th of the zero-terminated texts with which the body begins. */
  String text(int n) {
    int begin = 0;
    int end = end(begin);
    for (int i = 0; i < n; i++) {
      begin = end + 1;
      end = end(begin);
    }
    return new String(body, begin, end - begin, StandardCharsets.UTF_8);
  }

  private int end(int begin) {
    int end = begin;
    while (end < body.length && body[end] != 0) {
      end++;
    }
    return end;
  }

  /** The integer with which the body begins. */
  int code() {
    return body.length < LENGTH ? 0 : ByteBuffer.wrap(body).getInt();
  }
}
