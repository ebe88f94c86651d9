package io.orchestrator4j.server.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/** All settings, read: the table of what can be set, and the values that hold in this start. Immutable. */
public final class Settings {

  public static final Setting<String> WEB_ADDRESS = Setting.text(
      "orchestrator.web.address",
      "127.0.0.1",
      "Address to listen on. Anything but loopback needs orchestrator.web.insecure-remote-access");
  public static final Setting<Integer> WEB_PORT =
      Setting.port("orchestrator.web.port", 8080, "Port to listen on; 0 takes any free one");
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
  public static final Setting<String> DATABASE_URL = Setting.shaped(
      Setting.text(
          "orchestrator.database.url",
          "",
          "JDBC URL of a PostgreSQL 14 or newer, such as jdbc:postgresql://host:5432/name; without it, PostgreSQL is run in orchestrator.database.folder"),
      "a JDBC URL such as jdbc:postgresql://host:5432/name",
      "|jdbc:postgresql:.+");
  public static final Setting<String> DATABASE_USER =
      Setting.text("orchestrator.database.user", "", "User of that database");
  public static final Setting<String> DATABASE_PASSWORD =
      Setting.secret("orchestrator.database.password", "Password of that user");
  public static final Setting<String> DATABASE_FOLDER = Setting.text(
      "orchestrator.database.folder",
      ".orchestrator/data",
      "Folder of the embedded PostgreSQL; below the working directory unless absolute");
  public static final Setting<Integer> DATABASE_CONNECTIONS = Setting.count(
      "orchestrator.database.connections",
      10,
      "How many connections processes and requests share; the server itself needs eight more");
  public static final Setting<String> DATABASE_SCHEMA = Setting.shaped(
      Setting.text(
          "orchestrator.database.schema",
          "orchestrator",
          "The database schema that has all tables"),
      "at most 49 lower-case letters, digits and underscores, no digit first",
      "[a-z_][a-z0-9_]{0,48}");
  public static final Setting<String> SCHEMA = Setting.shaped(
      Setting.text(
          "orchestrator.schema",
          "",
          "At start, bring the schema up to date (migrate), or refuse to start if it is not (verify); if not set, migrate on the embedded PostgreSQL and verify on another"),
      "migrate or verify",
      "|migrate|verify");
  public static final Setting<String> CATALOGUE = Setting.shaped(
      Setting.text(
          "orchestrator.catalogue",
          "",
          "At start, write the rows that products and workflows lack (sync), or refuse to start if they lack any (verify); if not set, sync on the embedded PostgreSQL and verify on another"),
      "sync or verify",
      "|sync|verify");
  public static final Setting<String> NODE_NAME = Setting.text(
      "orchestrator.node.name", "", "What operators call this server; its host's name if not set");
  public static final Setting<String> NODE_ROLES = Setting.shaped(
      Setting.text(
          "orchestrator.node.roles",
          "api,worker",
          "What this server does: answer the API, run processes, or both"),
      "api, worker, or both with a comma",
      "api|worker|api,worker|worker,api");
  public static final Setting<Duration> NODE_LEASE = Setting.leastDuration(
      "orchestrator.node.lease",
      "15s",
      Duration.ofSeconds(1),
      "How long this server may be silent before others take it for dead and go on with its processes");
  public static final Setting<String> NODE_FOLDER = Setting.text(
      "orchestrator.node.folder",
      ".orchestrator/nodes",
      "Folder with a small file by which this server, started again after a crash, knows at once that its predecessor is dead");
  public static final Setting<Integer> CAPACITY_RUNNING = Setting.count(
      "orchestrator.capacity.running", 12_000, "How many processes this server runs at once");
  public static final Setting<Integer> CAPACITY_RESERVED = Setting.count(
      "orchestrator.capacity.reserved",
      1_000,
      "How many of them are kept for what a person started");
  public static final Setting<List<String>> CAPACITY_QUEUES = Setting.texts(
      "orchestrator.capacity.queues",
      "How many processes of a target this server runs at once, as in validate=20, system=50");
  public static final Setting<Duration> SHUTDOWN_GRACE = Setting.duration(
      "orchestrator.shutdown.grace",
      "30s",
      "How long running steps may go on when the server stops; what is not done then is run again by another");
  public static final Setting<DataSize> LIMITS_BODY =
      Setting.size("orchestrator.limits.body", "20MB", "Largest request body; above it a 413");
  public static final Setting<DataSize> LIMITS_STATE = Setting.size(
      "orchestrator.limits.state",
      "16MB",
      "Largest state of a process; a step that exceeds it fails");

  public static final Setting<String> CUSTOMER_ID = Setting.text(
      "orchestrator.customer.id",
      "59289a57-70fb-4ff5-9c93-10fe67b12434",
      "Id of the one customer there is, unless the application has a bean Customers");
  public static final Setting<String> CUSTOMER_FULLNAME = Setting.text(
      "orchestrator.customer.fullname",
      "Default::Orchestrator-Core Customer",
      "What people read of that customer");
  public static final Setting<String> CUSTOMER_SHORTCODE = Setting.text(
      "orchestrator.customer.shortcode",
      "default-cust",
      "What they read where there is little room");
  public static final Setting<String> LANGUAGE = Setting.shaped(
      Setting.text(
          "orchestrator.language",
          "en-GB",
          "Language of the labels in forms: those in translations/<language>.json on the class path"),
      "a language such as en-GB",
      "[a-z]+-[A-Z]+");
  public static final Setting<String> SECRETS_KEYS = Setting.secret(
      "orchestrator.secrets.keys",
      "Keys for what people enter as passwords, 32 bytes in Base64 each, with commas between: the first encrypts, all decrypt. With the embedded PostgreSQL a key is made beside its data if none is set");

  private static final List<Setting<?>> TABLE = List.of(
      WEB_ADDRESS,
      WEB_PORT,
      WEB_INSECURE_REMOTE_ACCESS,
      WEB_ALLOWED_HOSTS,
      WEB_ALLOWED_ORIGINS,
      DATABASE_URL,
      DATABASE_USER,
      DATABASE_PASSWORD,
      DATABASE_FOLDER,
      DATABASE_CONNECTIONS,
      DATABASE_SCHEMA,
      SCHEMA,
      CATALOGUE,
      NODE_NAME,
      NODE_ROLES,
      NODE_LEASE,
      NODE_FOLDER,
      CAPACITY_RUNNING,
      CAPACITY_RESERVED,
      CAPACITY_QUEUES,
      SHUTDOWN_GRACE,
      LIMITS_BODY,
      LIMITS_STATE,
      CUSTOMER_ID,
      CUSTOMER_FULLNAME,
      CUSTOMER_SHORTCODE,
      LANGUAGE,
      SECRETS_KEYS);

  private static final String MASK = "******";
  private static final Pattern URL_PASSWORD =
      Pattern.compile("((?<=[?&])\\w*password\\w*=)[^&]*", Pattern.CASE_INSENSITIVE);

  private final Map<Setting<?>, Object> values;
  private final Map<Setting<?>, String> origins;

  private Settings(Map<Setting<?>, Object> values, Map<Setting<?>, String> origins) {
    this.values = Map.copyOf(values);
    this.origins = Map.copyOf(origins);
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
    Map<Setting<?>, String> origins = new LinkedHashMap<>();
    Binder binder = Binder.get(environment);
    for (Setting<?> setting : TABLE) {
      try {
        values.put(setting, bound(binder, setting, origins));
      } catch (BindException e) {
        complaints.add(complaint(setting, e));
      }
    }
    if (!complaints.isEmpty()) {
      throw new WrongSettings(complaints);
    }
    return new Settings(values, origins);
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

  /** Where a setting was set: a file with line and column, a variable, an option; empty for a default. */
  public String origin(Setting<?> setting) {
    return origins.getOrDefault(setting, "");
  }

  /** The value of a setting as people may see it: secrets, and passwords inside a URL, are masked. */
  public String shown(Setting<?> setting) {
    return masked(setting, ValueText.of(value(setting)));
  }

  private static String masked(Setting<?> setting, String text) {
    if (setting.secret()) {
      return text.isEmpty() ? "" : MASK;
    }
    return URL_PASSWORD.matcher(text).replaceAll("$1" + MASK);
  }

  private static <T> Object bound(
      Binder binder, Setting<T> setting, Map<Setting<?>, String> origins) {
    ConfigurationPropertyName key = ConfigurationPropertyName.of(setting.name());
    BindHandler noting = new BindHandler() {
      @Override
      @SuppressWarnings("unchecked") // under the setting's own name the binder makes its own type
      public Object onSuccess(
          ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        ConfigurationProperty property = context.getConfigurationProperty();
        if (property != null) {
          origins.put(setting, Place.inWords(property));
        }
        if (name.equals(key) && !setting.rule().test((T) result)) {
          throw new IllegalArgumentException("The value is of the right type, but makes no sense");
        }
        return result;
      }
    };
    return binder.bind(key, setting.type(), noting).orElseGet(setting::standardValue);
  }

  private static String complaint(Setting<?> setting, BindException e) {
    @Nullable ConfigurationProperty property = e.getProperty();
    if (property == null) {
      return "%s cannot be read: expected %s".formatted(setting.name(), setting.kind());
    }
    return "%s is \"%s\"%s: expected %s"
        .formatted(
            setting.name(),
            masked(setting, String.valueOf(property.getValue())),
            Place.of(property),
            setting.kind());
  }
}
