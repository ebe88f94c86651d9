package io.orchestrator4j.form;

import java.util.stream.Stream;

/** Every widget of the guide's table. */
final class Widgets {

  private Widgets() {}

  static Stream<Widget> all() {
    return Stream.of(ValueWidgets.all(), ChoiceWidgets.all(), OtherWidgets.all())
        .flatMap(rows -> rows);
  }
}
