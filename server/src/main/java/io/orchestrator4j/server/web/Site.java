package io.orchestrator4j.server.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page comes from, or which server it calls: a host in lower case and a port. The scheme is left out, since a
 * proxy in front may speak https to the browser and http to us.
 */
record Site(String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Only this: no user, no path. */
  private static final Pattern ORIGIN =
      Pattern.compile("([a-z][a-z0-9+.-]*)://(\\[[0-9a-f:.]+]|[^\\[\\]:/?#@\\s]+)(?::(\\d{1,5}))?");

  /** The site of an {@code Origin} header; null for {@code null}, {@code *} and whatever else is no origin. */
  static @Nullable Site ofOrigin(String origin) {
    Matcher parts = ORIGIN.matcher(origin.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return null;
    }
    String port = parts.group(3);
    if (port != null) {
      return new Site(parts.group(2), Integer.parseInt(port));
    }
    return new Site(parts.group(2), parts.group(1).equals("https") ? HTTPS : HTTP);
  }

  /** The site of a {@code Host} header; null for one that names no host. */
  static @Nullable Site ofHost(String host, String scheme) {
    return ofOrigin(scheme + "://" + host);
  }

  /** Whether a page of this site is our own page, called under the other one's host. */
  boolean isSameAs(Site other) {
    return host.equals(other.host) && (port == other.port || (isUsual() && other.isUsual()));
  }

  /** The host as a name or a plain address, without the brackets of IPv6. */
  String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private boolean isUsual() {
    return port == HTTP || port == HTTPS;
  }
}
