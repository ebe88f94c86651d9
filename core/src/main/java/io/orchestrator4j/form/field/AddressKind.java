package io.orchestrator4j.form.field;

import io.orchestrator4j.value.IpAddresses;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** An IP address. */
public record AddressKind(Version version) implements FieldKind {

  private static final Pattern WHOLE =
      Pattern.compile("\\d+(\\.\\d+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** Which addresses. */
  public enum Version {
    FOUR("ipv4", "ip_v4_address", "Input is not a valid IPv4 address"),
    SIX("ipv6", "ip_v6_address", "Input is not a valid IPv6 address"),
    ANY("ipvanyaddress", "ip_any_address", "value is not a valid IPv4 or IPv6 address");

    private final String format;
    private final String error;
    private final String message;

    Version(String format, String error, String message) {
      this.format = format;
      this.error = error;
      this.message = message;
    }

    private boolean has(InetAddress address) {
      return switch (this) {
        case FOUR -> address instanceof Inet4Address;
        case SIX -> address instanceof Inet6Address;
        case ANY -> true;
      };
    }
  }

  @Override
  public Converted convert(JsonNode sent) {
    try {
      String text = sent.isString() ? sent.stringValue().strip() : "";
      // Java also takes parts of addresses, and names of interfaces
      if (WHOLE.matcher(text).matches()) {
        InetAddress address = InetAddress.ofLiteral(text);
        if (version.has(address)) {
          return Converted.value(IpAddresses.text(address));
        }
      }
    } catch (IllegalArgumentException _) {
      // as below
    }
    return Converted.wrong(version.error, version.message, sent);
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.ofType("string", version.format);
  }
}
