// The real server on a database of its own: fresh, filled with the demo business, on a port nobody else has.
// Plain JavaScript, because the journeys and tests/bench share it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
export const binary = resolve(checkout, process.env.LOGGIA_BINARY ?? 'build/release/src/server/loggia');
export const site = resolve(checkout, process.env.LOGGIA_SITE ?? 'build/web/site');

const patience = 20_000;

export class Server {
  #directory;
  #options;
  #process = null;
  #log = '';

  /** 0 until the first start; the same from then on. */
  port = 0;

  constructor(directory, options) {
    this.#directory = directory;
    this.#options = options;
    this.database = `sqlite:${join(directory, 'loggia.db')}`;
  }

  /** Made, filled with a demo business and running. `options` are further flags of `loggia serve`. */
  static async launch(options = [], demo = 'studio') {
    const directory = await mkdtemp(join(tmpdir(), 'loggia-'));
    const server = new Server(directory, options);
    await server.#run(['init', '--database', server.database, '--demo', demo]);
    await server.start();
    return server;
  }

  get url() {
    return `http://localhost:${this.port}`;
  }

  get log() {
    return this.#log;
  }

  get pid() {
    return this.#process.pid;
  }

  /** On the same file and port as before, with this portal. Returns once it answers. */
  async start(portal = site) {
    this.#spawn(['serve', '--database', this.database, '--site', portal, '--port', String(this.port),
      ...this.#options]);
    const deadline = Date.now() + patience;
    while (!(await this.#answers())) {
      if (this.#process === null) throw this.#trouble('The server ended while it started.');
      if (Date.now() > deadline) throw this.#trouble('The server did not answer /healthz.');
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  async stop() {
    await this.#end('SIGTERM');
    await rm(this.#directory, { recursive: true, force: true });
  }

  /** As a power cut would: no goodbye, nothing flushed. */
  async kill() {
    await this.#end('SIGKILL');
  }

  async #answers() {
    const [, port] = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(this.#log) ?? [];
    if (port === undefined) return false;
    this.port = Number(port);
    try {
      return (await fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(1000) })).ok;
    } catch {
      return false;
    }
  }

  #spawn(parameters) {
    const child = spawn(binary, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    const listen = (bytes) => (this.#log += bytes);
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (error) => (this.#log += `${error.message}\n`));
    child.ended = new Promise((done) => child.once('close', (code, signal) => done(signal ?? code)));
    child.ended.then(() => {
      if (this.#process === child) this.#process = null;
    });
    this.#process = child;
    return child;
  }

  async #run(parameters) {
    const code = await this.#spawn(parameters).ended;
    if (code !== 0) throw this.#trouble(`loggia ${parameters[0]} ended with ${code}.`);
  }

  async #end(signal) {
    const child = this.#process;
    if (child === null) return;
    child.kill(signal);
    const forced = setTimeout(() => {
      this.#log += `No end after ${signal}.\n`;
      child.kill('SIGKILL');
    }, patience);
    await child.ended;
    clearTimeout(forced);
  }

  #trouble(what) {
    return new Error(`${what} (${binary})\n--- its log ---\n${this.#log}`);
  }
}
