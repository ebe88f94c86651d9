package io.orchestrator4j.value;

/**
 * The names that Java members have outside Java: words split before capitals, never before digits ({@code groupName}
 * is {@code group_name}, {@code primaryIp4} is {@code primary_ip4}, {@code customerID} is {@code customer_id}).
 */
public final class SnakeCase {

  private SnakeCase() {}

  /** The snake-case form of a Java name; a name that has it already comes back as it is. */
  public static String of(String name) {
    StringBuilder snake = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (Character.isUpperCase(letter) && startsWord(name, i)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(letter));
    }
    return snake.toString();
  }

  /** Whether a name is this one, written so or in the camel case of Java, and not otherwise. */
  public static boolean isOf(String snake, String name) {
    return name.equals(snake)
        || (of(name).equals(snake) && name.indexOf('_') < 0 && !startsWithCapital(name));
  }

  private static boolean startsWithCapital(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
  }

  private static boolean startsWord(String name, int i) {
    if (i == 0 || name.charAt(i - 1) == '_') {
      return false;
    }
    boolean afterCapital = Character.isUpperCase(name.charAt(i - 1));
    boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return !afterCapital || beforeSmall;
  }
}
