package io.orchestrator4j.benchmarks.peer.flowable;

import com.zaxxer.hikari.HikariDataSource;
import io.orchestrator4j.benchmarks.contest.Contestant;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.measure.Call;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flowable.common.engine.api.async.AsyncTaskExecutor;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.impl.async.AsyncTaskExecutorConfiguration;
import org.flowable.common.engine.impl.async.DefaultAsyncTaskExecutor;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Flowable with its default history and its asynchronous executor: five service tasks, each marked
 * asynchronous, since only what stands between two of those is durable.
 */
public final class Flowable implements Contestant {

  private static final int STEPS = 5;
  private static final int THREADS = 16;
  private static final String PROCESS = process();

  private final DatabaseAddress database;
  private final HikariDataSource pool;
  private final Completions completions = new Completions();
  private final AsyncTaskExecutor threads = threads();
  private final ProcessEngine engine;

  /** Starts it on an empty database. */
  public Flowable(DatabaseAddress database) {
    this.database = database;
    // its own threads, those who start, and the acquisition of jobs
    this.pool = database.pool("flowable", 2 * THREADS);
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(pool);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setAsyncExecutorActivate(true);
    configuration.setAsyncTaskExecutor(threads);
    this.engine = configuration.buildProcessEngine();
    engine
        .getRuntimeService()
        .addEventListener(completions, FlowableEngineEventType.PROCESS_COMPLETED);
    engine
        .getRepositoryService()
        .createDeployment()
        .addString("five-steps.bpmn20.xml", PROCESS)
        .deploy();
  }

  private static AsyncTaskExecutor threads() {
    var configuration = new AsyncTaskExecutorConfiguration();
    configuration.setCorePoolSize(THREADS);
    configuration.setMaxPoolSize(THREADS);
    configuration.setQueueSize(4096);
    var threads = new DefaultAsyncTaskExecutor(configuration);
    // Flowable starts only those that it has made itself
    threads.start();
    return threads;
  }

  @Override
  public String name() {
    return "flowable";
  }

  @Override
  public DatabaseAddress database() {
    return database;
  }

  @Override
  public Call client() {
    return () -> completions.await(
        engine.getRuntimeService().startProcessInstanceByKey("five_steps").getProcessInstanceId());
  }

  @Override
  public int stepsPerUnit() {
    return STEPS;
  }

  @Override
  public long storedSteps() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("""
            select count(*)
            from act_hi_actinst a
            join act_hi_procinst p
            on p.proc_inst_id_ = a.proc_inst_id_
            where a.act_type_ = 'serviceTask'
            and a.end_time_ is not null
            and p.end_time_ is not null
            """)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void rest() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    engine.close();
    threads.shutdown();
    pool.close();
  }

  private static String process() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 1; i <= STEPS; i++) {
      tasks.append(
          """
          <serviceTask id="step%d" flowable:async="true" flowable:class="%s"/>
          <sequenceFlow id="flow%d" sourceRef="step%d" targetRef="%s"/>
          """.formatted(i, WriteTask.class.getName(), i, i, i == STEPS ? "end" : "step" + (i + 1)));
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
            targetNamespace="benchmark">
          <process id="five_steps" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="flow0" sourceRef="start" targetRef="step1"/>
            %s
            <endEvent id="end"/>
          </process>
        </definitions>
        """.formatted(tasks);
  }
}
