// Runs migrate.js (first argument) against an ECS that is made up: its task ends with the exit code
// in the second one, or never. Time passes as fast as it is waited for.
const Module = require('node:module');
const path = require('node:path');
const [, , script, code] = process.argv;
const sent = [];
let left = 15 * 60_000;
const named = (name) => class { constructor(input) { this.name = name; this.input = input; } };
const ended = { lastStatus: 'STOPPED', stoppedReason: 'ended' };
ended.containers = [{ exitCode: Number(code) }];
const answers = {
  run: { tasks: [{ taskArn: 'the-task' }] },
  look: { tasks: [code === 'never' ? { lastStatus: 'RUNNING' } : ended] },
  stop: {},
};
const sdk = {
  ECSClient: class {
    async send({ name, input }) {
      sent.push(name === 'stop' ? `${name} ${input.task}` : name);
      return answers[name];
    }
  },
  RunTaskCommand: named('run'),
  DescribeTasksCommand: named('look'),
  StopTaskCommand: named('stop'),
};
const load = Module._load;
Module._load = (name, ...rest) => (name === '@aws-sdk/client-ecs' ? sdk : load(name, ...rest));
globalThis.setTimeout = (done, millis) => { left -= millis; setImmediate(done); };

require(path.resolve(script))
  .handler(
    { RequestType: 'Update', ResourceProperties: {} },
    { getRemainingTimeInMillis: () => left },
  )
  .then((answer) => answer.PhysicalResourceId, (failure) => failure.message)
  .then((end) => console.log(`${sent.at(-1)}|${end}|${left}`));
