package io.orchestrator4j.product;

/** How long texts may be. */
final class Texts {

  private Texts() {}

  static String atMost(int length, String what, String text) {
    if (text.length() > length) {
      throw new IllegalArgumentException(
          "The %s has %d letters, and at most %d are kept; shorten it"
              .formatted(what, text.length(), length));
    }
    return text;
  }
}
