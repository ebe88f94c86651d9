package io.orchestrator4j.server.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/** All settings, read: the table of what can be set, and the values that hold in this start. Immutable. */
public final class Settings {

  public static final Setting<String> WEB_ADDRESS = Setting.text(
      "orchestrator.web.address",
      "127.0.0.1",
      "Address to listen on. Anything but loopback needs orchestrator.web.insecure-remote-access");
  public static final Setting<Integer> WEB_PORT =
      Setting.number("orchestrator.web.port", 8080, "Port to listen on; 0 takes any free one");
  public static final Setting<Boolean> WEB_INSECURE_REMOTE_ACCESS = Setting.yesOrNo(
      "orchestrator.web.insecure-remote-access",
      false,
      "true allows an address that others can reach, although everybody who reaches it may do everything");
  public static final Setting<List<String>> WEB_ALLOWED_HOSTS = Setting.texts(
      "orchestrator.web.allowed-hosts",
      "Names besides loopback under which this server is called, as in https://<name>/, without port");
  public static final Setting<List<String>> WEB_ALLOWED_ORIGINS = Setting.texts(
      "orchestrator.web.allowed-origins",
      "Origins of other sites whose pages may call this server, such as https://portal.example.org");
  public static final Setting<DataSize> LIMITS_BODY =
      Setting.size("orchestrator.limits.body", "20MB", "Largest request body; above it a 413");

  private static final List<Setting<?>> TABLE = List.of(
      WEB_ADDRESS,
      WEB_PORT,
      WEB_INSECURE_REMOTE_ACCESS,
      WEB_ALLOWED_HOSTS,
      WEB_ALLOWED_ORIGINS,
      LIMITS_BODY);

  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** Every setting there is, in the order of the documentation. */
  public static List<Setting<?>> table() {
    return TABLE;
  }

  /**
   * The settings of an environment.
   *
   * @throws WrongSettings if it has {@code orchestrator.*} keys that do not exist, or values of another type
   */
  public static Settings read(ConfigurableEnvironment environment) {
    List<String> complaints = new ArrayList<>(new UnknownKeys(TABLE).in(environment));
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    Binder binder = Binder.get(environment);
    for (Setting<?> setting : TABLE) {
      try {
        values.put(setting, bound(binder, setting));
      } catch (BindException e) {
        complaints.add(complaint(setting, e));
      }
    }
    if (!complaints.isEmpty()) {
      throw new WrongSettings(complaints);
    }
    return new Settings(values);
  }

  /** The value of a setting. */
  @SuppressWarnings("unchecked") // read() bound each setting as its own type
  public <T> T value(Setting<T> setting) {
    @Nullable Object value = values.get(setting);
    if (value == null) {
      throw new IllegalArgumentException(setting.name() + " is not in the table of settings");
    }
    return (T) value;
  }

  private static <T> Object bound(Binder binder, Setting<T> setting) {
    return binder.bind(setting.name(), setting.type()).orElseGet(setting::standardValue);
  }

  private static String complaint(Setting<?> setting, BindException e) {
    @Nullable ConfigurationProperty property = e.getProperty();
    if (property == null) {
      return "%s cannot be read: expected %s".formatted(setting.name(), setting.kind());
    }
    return "%s is \"%s\"%s: expected %s"
        .formatted(setting.name(), property.getValue(), Place.of(property), setting.kind());
  }
}
