package io.orchestrator4j.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

final class SettingsTest {

  @Test
  void whatNobodySetsIsTheDefault() {
    Settings settings = Settings.read(with(Map.of(), Map.of()));

    assertThat(settings.value(Settings.WEB_ADDRESS)).isEqualTo("127.0.0.1");
    assertThat(settings.value(Settings.WEB_PORT)).isEqualTo(8080);
    assertThat(settings.value(Settings.LIMITS_BODY)).isEqualTo(DataSize.ofMegabytes(20));
    assertThat(settings.value(Settings.WEB_ALLOWED_HOSTS)).isEmpty();
  }

  @Test
  void eachSettingIsInTheTable() throws IllegalAccessException {
    List<Object> constants = new ArrayList<>();
    for (var field : Settings.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        constants.add(field.get(null));
      }
    }

    assertThat(Settings.table())
        .containsExactlyElementsOf(
            constants.stream().<Setting<?>>map(c -> (Setting<?>) c).toList());
  }

  @Test
  void eachSettingCanBeSetByAnEnvironmentVariable() {
    Settings settings = Settings.read(with(
        Map.of(),
        Map.of(
            "ORCHESTRATOR_WEB_PORT", "1",
            "ORCHESTRATOR_WEB_ALLOWED_HOSTS", "a,b",
            "ORCHESTRATOR_WEB_ALLOWEDORIGINS_0", "https://c",
            "ORCHESTRATOR_LIMITS_BODY", "1KB")));

    assertThat(settings.value(Settings.WEB_PORT)).isEqualTo(1);
    assertThat(settings.value(Settings.WEB_ALLOWED_HOSTS)).containsExactly("a", "b");
    assertThat(settings.value(Settings.WEB_ALLOWED_ORIGINS)).containsExactly("https://c");
    assertThat(settings.value(Settings.LIMITS_BODY)).isEqualTo(DataSize.ofKilobytes(1));
  }

  @Test
  void otherSpellingsOfAKeyAreRead() {
    Settings settings = Settings.read(with(
        Map.of("orchestrator.web.allowedHosts[0]", "a", "orchestrator.limits.BODY", "2KB"),
        Map.of()));

    assertThat(settings.value(Settings.WEB_ALLOWED_HOSTS)).containsExactly("a");
    assertThat(settings.value(Settings.LIMITS_BODY)).isEqualTo(DataSize.ofKilobytes(2));
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearestRightOne() {
    assertThatThrownBy(() -> Settings.read(with(Map.of("orchestrator.web.prot", "1"), Map.of())))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("orchestrator.web.prot")
        .hasMessageContaining("is no setting; the nearest is orchestrator.web.port");
  }

  @Test
  void aKeyBelowASettingIsUnknown() {
    assertThatThrownBy(
            () -> Settings.read(with(Map.of("orchestrator.web.port.number", "1"), Map.of())))
        .hasMessageContaining("orchestrator.web.port.number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ORCHESTRATOR_WEB_PROT", "orchestrator_web_prot", "ORCHESTRATOR_WEB_PORT_0"})
  void anUnknownVariableIsNamedWithTheNearestRightOne(String variable) {
    assertThatThrownBy(() -> Settings.read(with(Map.of(), Map.of(variable, "1"))))
        .hasMessage(
            "The environment variable %s is no setting; the nearest is ORCHESTRATOR_WEB_PORT"
                .formatted(variable));
  }

  @Test
  void variablesThatKubernetesSetsAreNoneOfOurs() {
    Settings settings = Settings.read(with(
        Map.of(),
        Map.of(
            "ORCHESTRATOR_SERVICE_HOST", "10.0.0.1",
            "ORCHESTRATOR_SERVICE_PORT_HTTP", "80",
            "ORCHESTRATOR_PORT", "tcp://10.0.0.1:80",
            "ORCHESTRATOR_PORT_80_TCP_ADDR", "10.0.0.1")));

    assertThat(settings.value(Settings.WEB_PORT)).isEqualTo(8080);
  }

  @Test
  void eachWrongValueIsToldWithWhatWasExpected() {
    assertThatThrownBy(() -> Settings.read(with(
            Map.of(
                "orchestrator.web.port", "eighty",
                "orchestrator.limits.body", "much",
                "orchestrator.web.insecure-remote-access", "perhaps"),
            Map.of())))
        .hasMessageContaining("orchestrator.web.port is \"eighty\"")
        .hasMessageContaining("expected a port from 0 to 65535")
        .hasMessageContaining("orchestrator.limits.body is \"much\"")
        .hasMessageContaining("expected a size such as 20MB")
        .hasMessageContaining("expected true or false");
  }

  @ParameterizedTest
  @CsvSource({
    "orchestrator.web.port, 65536",
    "orchestrator.web.port, -1",
    "orchestrator.database.connections, 0",
    "orchestrator.database.url, postgres://host/name",
    "orchestrator.database.schema, My Schema",
    "orchestrator.shutdown.grace, -1s",
    "orchestrator.limits.state, 0"
  })
  void aValueThatMakesNoSenseIsToldLikeOneOfAnotherType(String key, String value) {
    assertThatThrownBy(() -> Settings.read(with(Map.of(key, value), Map.of())))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("%s is \"%s\"".formatted(key, value))
        .hasMessageContaining("expected ");
  }

  @Test
  void noComplaintShowsAPassword() {
    assertThatThrownBy(() -> Settings.read(
            with(Map.of("orchestrator.database.url", "http://h/?password=rose"), Map.of())))
        .hasMessageContaining("password=******")
        .hasMessageNotContaining("rose");
  }

  private static ConfigurableEnvironment with(
      Map<String, Object> properties, Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    ConfigurationPropertySources.attach(environment);
    return environment;
  }
}
