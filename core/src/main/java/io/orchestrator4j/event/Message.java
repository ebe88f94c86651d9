package io.orchestrator4j.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Events on their way to other nodes, as one short text: the sender, then a word per event.
 *
 * @param sender whose events they are, by which a node knows its own
 */
record Message(UUID sender, Set<Event> events) {

  // PostgreSQL carries up to 7,999 bytes; an id takes 38
  private static final int MOST_EVENTS = 190;

  Message {
    events = Set.copyOf(events);
  }

  static Message of(UUID sender, Collection<Event> events) {
    Set<Event> distinct = new LinkedHashSet<>(events);
    if (distinct.size() > MOST_EVENTS) {
      distinct.removeIf(event ->
          event instanceof Event.ProcessChanged || event instanceof Event.SubscriptionChanged);
      distinct.add(new Event.ManyChanged());
    }
    return new Message(sender, distinct);
  }

  String toText() {
    return sender + " " + events.stream().map(Message::word).collect(Collectors.joining(" "));
  }

  static Message parse(String text) {
    String[] words = text.split(" ", -1);
    List<Event> events = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      events.add(event(words[i]));
    }
    return new Message(UUID.fromString(words[0]), new LinkedHashSet<>(events));
  }

  private static String word(Event event) {
    return switch (event) {
      case Event.ProcessChanged(UUID processId) -> "p" + processId;
      case Event.RequestMade(UUID processId) -> "r" + processId;
      case Event.SubscriptionChanged(UUID subscriptionId) -> "s" + subscriptionId;
      case Event.ManyChanged() -> "m";
      case Event.CountsChanged() -> "c";
      case Event.WorkQueued() -> "w";
      case Event.EngineChanged() -> "e";
    };
  }

  // a newer node may say what this one does not know: then all is read again
  private static Event event(String word) {
    return switch (word.charAt(0)) {
      case 'p' -> new Event.ProcessChanged(UUID.fromString(word.substring(1)));
      case 'r' -> new Event.RequestMade(UUID.fromString(word.substring(1)));
      case 's' -> new Event.SubscriptionChanged(UUID.fromString(word.substring(1)));
      case 'c' -> new Event.CountsChanged();
      case 'w' -> new Event.WorkQueued();
      case 'e' -> new Event.EngineChanged();
      default -> new Event.ManyChanged();
    };
  }
}
