// Runs the migration as a task, and fails the roll-out when it fails or does not end in time.
const {
  ECSClient, RunTaskCommand, DescribeTasksCommand, StopTaskCommand,
} = require('@aws-sdk/client-ecs');
const ecs = new ECSClient();
const seconds = (count) => new Promise((done) => setTimeout(done, count * 1000));
// To stop the task and to say so: a function that is ended itself tells CloudFormation nothing.
const SPARE = 60_000;

exports.handler = async (event, context) => {
  const id = { PhysicalResourceId: 'migration' };
  if (event.RequestType === 'Delete') return id;
  const { cluster, task, subnets, groups } = event.ResourceProperties;
  const started = await ecs.send(new RunTaskCommand({
    cluster,
    taskDefinition: task,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: {
      subnets, securityGroups: groups, assignPublicIp: 'DISABLED' } },
  }));
  if (started.failures?.length) throw new Error(JSON.stringify(started.failures));
  const tasks = [started.tasks[0].taskArn];
  while (context.getRemainingTimeInMillis() > SPARE) {
    await seconds(5);
    const { tasks: [now] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks }));
    if (now?.lastStatus !== 'STOPPED') continue;
    const code = now.containers[0].exitCode;
    if (code === 0) return id;
    throw new Error(`migration ended with ${code}: ${now.stoppedReason}; its log tells why`);
  }
  const reason = 'migration takes too long';
  await ecs.send(new StopTaskCommand({ cluster, task: tasks[0], reason }));
  throw new Error(`${reason} and was stopped; its log tells how far it came`);
};
