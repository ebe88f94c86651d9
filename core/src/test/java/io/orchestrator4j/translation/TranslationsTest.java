package io.orchestrator4j.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.form.Field;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.FormServices;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The files of translations on the class path, and what forms make of them. */
final class TranslationsTest {

  @TempDir
  Path folder;

  private Translations translations(String... contents) throws IOException {
    URL[] places = new URL[contents.length];
    for (int i = 0; i < contents.length; i++) {
      Path place = Files.createDirectories(folder.resolve("place" + i + "/translations"));
      Files.writeString(place.resolve("nl-NL.json"), contents[i]);
      places[i] = place.getParent().toUri().toURL();
    }
    return Translations.of(new URLClassLoader(places, null));
  }

  private static final String OURS = """
      {"forms":{"fields":{"node_name":"Naam","node_name_info":"Uniek","role":"Rol","summary":{"a":"b"}}},
       "workflow":{"create_node":"Maak knooppunt"}}""";

  @Test
  void filesAreMergedAndTheFirstOneWins() throws IOException {
    Translations both = translations(
        "{\"forms\":{\"fields\":{\"role\":\"Functie\"}},\"workflow\":{\"x\":\"X\"}}", OURS);

    assertThat(both.in("nl-NL")).isEqualTo(Json.read("""
        {"forms":{"fields":{"node_name":"Naam","node_name_info":"Uniek","role":"Functie","summary":{"a":"b"}}},
         "workflow":{"create_node":"Maak knooppunt","x":"X"}}"""));
    assertThat(both.in("nl-NL")).isEqualTo(both.in("nl-NL"));
  }

  @Test
  void nothingIsSaidInOtherLanguages() throws IOException {
    assertThat(translations(OURS).in("de-DE")).isEqualTo(Json.object());
    assertThat(translations(OURS).in("../nl-NL")).isEqualTo(Json.object());
  }

  @Test
  void aBrokenFileIsNamed() throws IOException {
    assertThatThrownBy(() -> translations("{").in("nl-NL"))
        .isInstanceOf(BrokenTranslations.class)
        .hasMessageContaining("nl-NL.json cannot be read");
    assertThatThrownBy(() -> translations("[]").labels("nl-NL"))
        .hasMessageContaining("it is no JSON object");
  }

  enum Role {
    CORE
  }

  @FormPage
  record NodePage(@Field(title = "Name", help = "Help") String nodeName, Role role, int other) {}

  @Test
  void labelsWinOverWhatAuthorsWrote() throws Exception {
    FormServices services =
        FormServices.standard().withLabels(translations(OURS).labels("nl-NL"));

    FormOutcome<NodePage> page = new Forms(services).replay(TranslationsTest::ask, List.of());

    assertThat(page).isInstanceOfSatisfying(FormOutcome.NextPage.class, asked -> {
      JsonNode properties = asked.schema().path("properties");
      assertThat(properties.at("/node_name/title").asString()).isEqualTo("Naam");
      assertThat(properties.at("/node_name/description").asString()).isEqualTo("Uniek");
      assertThat(properties.at("/role/title").asString()).isEqualTo("Rol");
      assertThat(properties.at("/other/title").asString()).isEqualTo("The other");
    });
  }

  private static NodePage ask(Form form) {
    return form.ask(NodePage.class, page -> {
      page.field(NodePage::nodeName).title("At run time");
      page.field(NodePage::other).title("The other");
    });
  }
}
