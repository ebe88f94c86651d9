package @package@;

import io.orchestrator4j.cli.OrchestratorApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: a server, and the commands of its operators. */
@SpringBootApplication
public class @main@ {

  public static void main(String[] arguments) {
    OrchestratorApplication.run(@main@.class, arguments);
  }
}
