package io.orchestrator4j.server.openapi;

import io.orchestrator4j.server.web.JsonBody;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** Tells springdoc what it cannot read from a handler's signature. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class OpenApiConfiguration {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "Problem";

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(JsonBody.class)
        .replaceWithSchema(JsonNode.class, new Schema<>());
  }

  @Bean
  @ConditionalOnMissingBean
  OpenAPI orchestratorOpenApi() {
    OpenAPI description = new OpenAPI()
        .info(new Info()
            .title("Orchestrator")
            .description("Start and watch workflows")
            .version("1"));
    description.schema(PROBLEM, problem());
    return description;
  }

  @Bean
  GlobalOperationCustomizer bodiesAndProblems() {
    return (operation, handler) -> {
      if (takesJson(handler)) {
        operation.requestBody(new RequestBody().required(true).content(json(new Schema<>())));
      }
      addProblem(operation);
      return operation;
    };
  }

  private static boolean takesJson(HandlerMethod handler) {
    return Stream.of(handler.getMethodParameters())
        .map(MethodParameter::getParameterType)
        .anyMatch(type -> type == JsonBody.class);
  }

  private static void addProblem(Operation operation) {
    ApiResponses responses = operation.getResponses();
    responses.putIfAbsent(
        ApiResponses.DEFAULT,
        new ApiResponse()
            .description("Refused, or failed")
            .content(json(new Schema<>().$ref(PROBLEM))));
  }

  private static Content json(Schema<?> schema) {
    return new Content().addMediaType(JSON, new MediaType().schema(schema));
  }

  private static Schema<?> problem() {
    Schema<Object> problem = new ObjectSchema();
    problem.addProperty(
        "detail", new StringSchema().description("What was found, what was expected"));
    problem.addProperty("status", new IntegerSchema());
    problem.addProperty("title", new StringSchema().description("The status in words"));
    problem.addProperty("code", new StringSchema().description("What happened, for programs"));
    problem.setRequired(List.of("detail"));
    return problem;
  }
}
