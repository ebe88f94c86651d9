package io.orchestrator4j.chaos.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a connection's transaction is about so far, by the frames that the client sends: of the simple and of the extended
 * protocol, with autocommit and without. Confined to the thread that reads the client.
 */
final class Transaction {

  private final Map<String, String> prepared = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private boolean explicit;
  private boolean committing;

  /** The texts of the statements since the transaction began. */
  List<String> texts() {
    return texts;
  }

  /** Takes note of a frame; returns whether it is the one that makes the transaction commit. */
  boolean commitsWith(Frame frame) {
    switch (frame.type()) {
      case 'P' -> prepared.put(frame.text(0), frame.text(1));
      case 'B' -> executes(prepared.getOrDefault(frame.text(1), ""));
      case 'Q' -> executes(frame.text(0));
      default -> {
        // no statement begins with it
      }
    }
    return (frame.type() == 'S' || frame.type() == 'Q') && (committing || !explicit);
  }

  /** Whether the client has said where it begins and will say where it ends. */
  boolean isExplicit() {
    return explicit;
  }

  /** After a unit that ended with this frame: if that was the transaction's, the next one begins. */
  void next(Frame last) {
    boolean acts = last.type() == 'S' || last.type() == 'Q';
    if (acts && (committing || !explicit)) {
      texts.clear();
      explicit = false;
      committing = false;
    }
  }

  private void executes(String text) {
    String word = text.stripLeading().toUpperCase(Locale.ROOT);
    if (word.startsWith("BEGIN") || word.startsWith("START TRANSACTION")) {
      texts.clear();
      explicit = true;
    } else if (word.startsWith("COMMIT") || word.equals("END")) {
      committing = true;
    } else if (word.startsWith("ROLLBACK") && !word.startsWith("ROLLBACK TO")) {
      texts.clear();
      committing = true;
    } else {
      texts.add(text);
    }
  }
}
