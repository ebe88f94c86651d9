package io.orchestrator4j.server.web;

import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.server.settings.WrongSettings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Under which hosts this server answers and whose pages may call it. Without authentication the address is the only
 * lock there is, so everything beyond loopback has to be said in so many words.
 */
final class Neighbourhood {

  private final Set<String> hosts;
  private final Set<String> origins;

  private Neighbourhood(Set<String> hosts, Set<String> origins) {
    this.hosts = hosts;
    this.origins = origins;
  }

  /**
   * As the settings have it.
   *
   * @param address where the server will listen; null is everywhere
   * @throws WrongSettings if they open more than they say
   */
  static Neighbourhood of(Settings settings, @Nullable InetAddress address) {
    List<String> complaints = new ArrayList<>();
    if (reachesOut(address) && !settings.value(Settings.WEB_INSECURE_REMOTE_ACCESS)) {
      complaints.add(tooOpen(address));
    }
    for (String origin : settings.value(Settings.WEB_ALLOWED_ORIGINS)) {
      if (Site.ofOrigin(origin) == null) {
        complaints.add("%s has \"%s\": expected an origin such as https://portal.example.org"
            .formatted(Settings.WEB_ALLOWED_ORIGINS.name(), origin));
      }
    }
    if (!complaints.isEmpty()) {
      throw new WrongSettings(complaints);
    }
    Set<String> hosts = lower(settings.value(Settings.WEB_ALLOWED_HOSTS));
    return new Neighbourhood(hosts, lower(settings.value(Settings.WEB_ALLOWED_ORIGINS)));
  }

  /**
   * Whether a request for this host was meant for us. A page can make its own name point at this machine, but neither
   * "localhost" nor a plain address.
   *
   * @param localAddress the address at which the request came in
   */
  boolean answersFor(@Nullable Site host, String localAddress) {
    if (host == null) {
      return false;
    }
    String name = host.bareHost();
    return name.equals("localhost") || hosts.contains(name) || isOurs(name, localAddress);
  }

  /** Whether pages of this origin may call us although they are another site's. */
  boolean invites(String origin) {
    return origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  private static boolean reachesOut(@Nullable InetAddress address) {
    return address == null || !address.isLoopbackAddress();
  }

  private static String tooOpen(@Nullable InetAddress address) {
    String where = address == null || address.isAnyLocalAddress()
        ? "all addresses of this machine"
        : address.getHostAddress();
    return "The server would listen on %s, and as there is no authentication yet, everybody who reaches it could do everything. Keep %s on 127.0.0.1, or set %s=true if another lock stands before it"
        .formatted(where, Settings.WEB_ADDRESS.name(), Settings.WEB_INSECURE_REMOTE_ACCESS.name());
  }

  private static boolean isOurs(String host, String localAddress) {
    boolean plainAddress = host.contains(":") || host.matches("[0-9.]+");
    if (!plainAddress) {
      return false;
    }
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      return address.isLoopbackAddress() || address.equals(InetAddress.ofLiteral(localAddress));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Set<String> lower(List<String> texts) {
    return texts.stream()
        .map(text -> text.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
