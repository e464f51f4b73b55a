// What we are measured against, from npm: installed into the cache, bundled as its makers would, never committed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const cache =
  process.env.LOGGIA_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'loggia');

/** The folder of the packages that package-lock.json names; the first time this needs the network. */
function installed() {
  const lock = fileURLToPath(new URL('package-lock.json', import.meta.url));
  const digest = createHash('sha256').update(readFileSync(lock)).digest('hex').slice(0, 16);
  const folder = join(cache, 'bench', digest);
  if (existsSync(join(folder, 'complete'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(fileURLToPath(new URL(file, import.meta.url)), join(folder, file));
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', '--prefer-offline'];
  execFileSync('npm', ['ci', ...quiet, '--cache', join(cache, 'npm')], { cwd: folder, stdio: 'ignore' });
  writeFileSync(join(folder, 'complete'), '');
  return folder;
}

/** One module with all that it imports, minified. `besides` is left out of it. Returns { js, css }, texts. */
export async function bundled(source, besides = []) {
  const folder = installed();
  const { build } = createRequire(join(folder, 'package.json'))('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder, loader: 'jsx' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    outfile: '/bundle.js',
    external: besides,
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff': 'empty', '.woff2': 'empty' },
    logLevel: 'error',
  });
  const text = (end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { js: text('.js'), css: text('.css') };
}

export const brotli = (text) => brotliCompressSync(Buffer.from(text)).length;
