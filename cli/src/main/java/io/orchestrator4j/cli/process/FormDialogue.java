package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.Complaints;
import io.orchestrator4j.cli.client.ServerAnswer;
import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Table;
import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in a form of several pages: sends what is there, and says what is missing and how to go on. */
final class FormDialogue {

  private final Terminal terminal;
  private final ServerOptions server;
  private final String[] command;

  /** A form that is filled in by this command, of which {@code --page} is a repeated option. */
  FormDialogue(Terminal terminal, ServerOptions server, String... command) {
    this.terminal = terminal;
    this.server = server;
    this.command = command;
  }

  /**
   * Sends pages until the server has enough; pages that ask nothing are turned by themselves.
   *
   * @throws CommandFailure if the server wants more, or does not want these
   */
  JsonNode complete(List<ObjectNode> given, Function<List<ObjectNode>, ServerAnswer> send) {
    List<ObjectNode> pages = new ArrayList<>(given);
    ServerAnswer answer = send.apply(pages);
    while (answer.asksForPage() && answer.body().path("form").path("properties").isEmpty()) {
      pages.add(Json.object());
      answer = send.apply(pages);
    }
    if (answer.asksForPage()) {
      printJson(answer.body());
      throw ask(answer.body().path("form"), pages);
    }
    if (answer.refusesPage()) {
      printJson(answer.body());
      throw refused(answer.body());
    }
    return answer.orFail();
  }

  /** Shows a page and how to fill it in. */
  CommandFailure ask(JsonNode page, List<ObjectNode> before) {
    List<PageField> fields = PageField.of(page);
    if (!server.json()) {
      terminal.line("Page %d%s asks:"
          .formatted(before.size() + 1, titled(page.path("title").asString("unknown"))));
      Table table = new Table("  ");
      fields.forEach(field -> table.row(field.name(), field.type(), field.rule(), field.title()));
      table.print(terminal);
      terminal.line();
    }
    List<String> words = new ArrayList<>(List.of(command));
    before.forEach(filled -> words.addAll(List.of("--page", Json.write(filled))));
    words.addAll(List.of("--page", Json.write(PageField.example(fields))));
    return new CommandFailure(
        ExitCode.WRONG_USAGE,
        "The form is not complete. Go on with:%n  %s"
            .formatted(server.command(words.toArray(String[]::new))));
  }

  private void printJson(JsonNode body) {
    if (server.json()) {
      terminal.json(body);
    }
  }

  private static CommandFailure refused(JsonNode body) {
    return new CommandFailure(
        ExitCode.WRONG_USAGE,
        "The input is not valid:%n%s"
            .formatted(Complaints.of(body.path("validation_errors")).indent(2).stripTrailing()));
  }

  private static String titled(String title) {
    return title.equals("unknown") ? "" : ", \"%s\",".formatted(title);
  }
}
