// The server's own pages: how large they are, how long one takes to write.
import { Agent, get } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Server } from '../e2e/support/server.mjs';
import { heading, percentile, row } from './table.mjs';

const rounds = 200;
const kilobytes = (bytes) => `${(bytes.length / 1024).toFixed(1)} KB`;

const server = await Server.launch();
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function ask(path) {
  return new Promise((done, fail) => {
    const began = process.hrtime.bigint();
    get({ host: 'localhost', port: server.port, path, agent }, (response) => {
      const parts = [];
      response.on('data', (bytes) => parts.push(bytes));
      response.on('end', () => {
        const milliseconds = Number(process.hrtime.bigint() - began) / 1e6;
        if (response.statusCode !== 200) fail(new Error(`${path}: ${response.statusCode}`));
        else done({ milliseconds, page: Buffer.concat(parts) });
      });
    }).on('error', fail);
  });
}

heading('Pages');
for (const path of ['/', '/book/127', '/sign-in']) {
  const answers = [];
  for (let round = 0; round < rounds; round++) answers.push(await ask(path));
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const { page } = answers.at(-1);
  const packed = `gzip ${kilobytes(gzipSync(page))}, brotli ${kilobytes(brotliCompressSync(page))}`;
  row(`${path} as HTML`, kilobytes(page), packed);
  const slowest = `p99 ${percentile(times, 0.99).toFixed(2)} ms`;
  row(`${path} written and sent, p50`, `${percentile(times, 0.5).toFixed(2)} ms`, slowest);
}

agent.destroy();
await server.stop();
