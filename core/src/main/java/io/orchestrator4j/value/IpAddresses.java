package io.orchestrator4j.value;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** IP addresses as text: never a name that would have to be looked up, and those of version 6 in their short form. */
public final class IpAddresses {

  private static final int GROUPS = 8;

  private IpAddresses() {}

  /** The text of an address, as RFC 5952 has it. */
  public static String text(InetAddress address) {
    if (address instanceof Inet4Address) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
    }
    return shortened(groups);
  }

  private static String shortened(int[] groups) {
    int start = 0;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(groups, i);
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    // a single group of zeros is written out
    if (length < 2) {
      return joined(groups, 0, GROUPS);
    }
    return joined(groups, 0, start) + "::" + joined(groups, start + length, GROUPS);
  }

  private static int zerosFrom(int[] groups, int start) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static String joined(int[] groups, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }

  static void addTo(SimpleModule module) {
    module.addSerializer(InetAddress.class, new Writing());
    module.addDeserializer(
        InetAddress.class, new Reading<>(InetAddress.class, InetAddress::ofLiteral));
    module.addDeserializer(
        Inet4Address.class, new Reading<>(Inet4Address.class, Inet4Address::ofLiteral));
    module.addDeserializer(
        Inet6Address.class, new Reading<>(Inet6Address.class, IpAddresses::version6));
  }

  private static Inet6Address version6(String text) {
    // one that stands for an address of version 4 becomes such an object in Java
    if (Inet6Address.ofLiteral(text) instanceof Inet6Address address) {
      return address;
    }
    throw new IllegalArgumentException("it stands for an address of version 4");
  }

  private static final class Writing extends StdSerializer<InetAddress> {

    Writing() {
      super(InetAddress.class);
    }

    @Override
    public void serialize(
        InetAddress address, JsonGenerator generator, SerializationContext context) {
      generator.writeString(text(address));
    }
  }

  private static final class Reading<A extends InetAddress> extends StdDeserializer<A> {

    private final Function<String, A> parse;

    Reading(Class<A> type, Function<String, A> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings(
        "unchecked") // what it throws or gives back is of the class that it was made for
    public A deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString("");
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException _) {
        return (A)
            context.handleWeirdStringValue(handledType(), text, "it is no address of this kind");
      }
    }
  }
}
