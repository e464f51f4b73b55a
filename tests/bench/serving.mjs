// The server as a whole: how fast it is there, what it holds, how soon it names the free times of a month.
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { Server } from '../e2e/support/server.mjs';
import { heading, percentile, row } from './table.mjs';

const starts = 7;
const questions = 2000;

const server = await Server.launch();
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function ask(path) {
  return new Promise((done, fail) => {
    const began = process.hrtime.bigint();
    get({ host: 'localhost', port: server.port, path, agent }, (response) => {
      let body = '';
      response.on('data', (bytes) => (body += bytes));
      response.on('end', () => {
        const milliseconds = Number(process.hrtime.bigint() - began) / 1e6;
        if (response.statusCode !== 200) fail(new Error(`${path}: ${response.statusCode} ${body}`));
        else done({ milliseconds, answer: JSON.parse(body) });
      });
    }).on('error', fail);
  });
}

const residentKilobytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]);
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

heading('Server');
const took = [];
for (let round = 0; round < starts; round++) {
  await server.kill();
  const began = performance.now();
  await server.start();
  took.push(performance.now() - began);
}
took.sort((a, b) => a - b);
row('start until /healthz answers, median', `${percentile(took, 0.5).toFixed(0)} ms`, 'to reach: at most 300 ms');
row('resident memory after the start', `${(residentKilobytes() / 1024).toFixed(1)} MB`, 'to reach: at most 40 MB');

const { services } = (await ask('/api/services')).answer;
const { staff } = (await ask('/api/staff')).answer;
const path = `/api/free-times?service_id=${services[0].id}&from=${day(1)}&to=${day(31)}`;
const answers = [];
for (let question = 0; question < questions; question++) answers.push(await ask(path));
const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
const said = `${staff.length} staff, ${answers[0].answer.times.length} times in the answer`;
row('free times of a month over HTTP, p50', `${percentile(times, 0.5).toFixed(2)} ms`, said);
row('free times of a month over HTTP, p99', `${percentile(times, 0.99).toFixed(2)} ms`,
  'to reach: at most 5 ms; Cal.com 10-25 s, Easy!Appointments 4-5 s reported');
row('resident memory after them', `${(residentKilobytes() / 1024).toFixed(1)} MB`);

agent.destroy();
await server.stop();
