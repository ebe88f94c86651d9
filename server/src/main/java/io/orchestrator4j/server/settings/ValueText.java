package io.orchestrator4j.server.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

/** The value of a setting as somebody would write it. */
final class ValueText {

  private ValueText() {}

  static String of(Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(","));
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case Duration duration ->
        duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
      case DataSize size -> size(size);
      default -> value.toString();
    };
  }

  private static String size(DataSize size) {
    long bytes = size.toBytes();
    if (bytes % DataSize.of(1, DataUnit.MEGABYTES).toBytes() == 0) {
      return size.toMegabytes() + "MB";
    }
    return bytes % DataSize.of(1, DataUnit.KILOBYTES).toBytes() == 0
        ? size.toKilobytes() + "KB"
        : bytes + "B";
  }
}
