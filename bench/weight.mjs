// Measures starts and pages: node bench/weight.mjs [--screenshots FOLDER] -- COMMAND THAT STARTS THE SERVER
// The server gets a data folder of its own, a free port, an owner and an environment like the sample. Talks to Chromium by its
// debugging protocol; bytes are those on the wire, heads included, and the frames of the WebSocket.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EMAIL = 'ana@example.org';
const PASSWORD = 'a long password for ana';
const TOKEN = 'us_0123456789abcdef0123456789abcdef';

/** In bytes: what the pages may weigh. */
const LIMITS = { 'editor, full cache': 60_000, 'editor, empty cache': 350_000 };

/** A page is there when nothing has come for so long. */
const QUIET_MS = 1500;
const STARTS = Number(process.env.WEIGHT_STARTS ?? 3);

const split = process.argv.indexOf('--');
const command = process.argv.slice(split + 1);
const asked = process.argv.indexOf('--screenshots');
const screenshots = asked > 0 && asked < split ? process.argv[asked + 1] : undefined;

const folder = mkdtempSync(join(tmpdir(), 'understudy-weight-'));
const port = await freePort();
const base = `http://localhost:${port}`;
let server;
let browser;
try {
  const starts = [];
  for (let count = 0; count < STARTS; count++) {
    if (server) await stop(server);
    const begin = performance.now();
    server = start();
    await answers(`${base}/login`);
    starts.push(`${((performance.now() - begin) / 1000).toFixed(1)} s (${processorSeconds(server.pid)} s of processor)`);
  }
  console.log(`start until /login answers: ${starts[0]} with a new data folder, then ${starts.slice(1).join(', ')}`);
  const made = await fetch(`${base}/api/v1/environments`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    body: readFileSync('src/main/resources/samples/coffee-shop.json')
  });
  const editor = `${base}/environments/${(await made.json()).id}`;

  browser = await openBrowser();
  const rows = [];
  rows.push(await measure('sign-in, empty cache', `${base}/login`));
  rows.push(await measure('sign-in, full cache', `${base}/login`));
  await signIn();
  rows.push(await measure('list, full cache', `${base}/`));
  await browser.send('Network.clearBrowserCache');
  rows.push(await measure('editor, empty cache', editor));
  rows.push(await measure('editor, full cache', editor));
  console.table(Object.fromEntries(rows.map(({ name, kinds, total, requests }) => [name, { requests, ...kinds, total }])));
  if (process.env.WEIGHT_DETAILS) rows.forEach(({ name, parts }) => console.log(name, parts.map((part) => part.join(' ')).join('\n  ')));
  if (screenshots) await skeletons(editor);
  const heavy = rows.filter(({ name, total }) => total > (LIMITS[name] ?? Infinity));
  heavy.forEach(({ name, total }) => console.error(`${name}: ${total} bytes, ${LIMITS[name]} at most`));
  process.exitCode = heavy.length === 0 ? 0 : 1;
} finally {
  if (browser) browser.close();
  if (server) await stop(server);
  rmSync(folder, { recursive: true, force: true });
}

function start() {
  return spawn(command[0], command.slice(1), {
    stdio: ['ignore', process.env.WEIGHT_DETAILS ? 'inherit' : 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: port,
      UNDERSTUDY_DATA: join(folder, 'data'),
      UNDERSTUDY_SAMPLE: 'false',
      UNDERSTUDY_OWNER_EMAIL: EMAIL,
      UNDERSTUDY_OWNER_PASSWORD: PASSWORD,
      UNDERSTUDY_OWNER_TOKEN: TOKEN,
      UNDERSTUDY_LISTENER_PORTS: `${port + 1 > 60000 ? port - 200 : port + 1}-${port + 1 > 60000 ? port - 100 : port + 100}`
    }
  });
}

/** What a process has used so far, where the system tells it. */
function processorSeconds(pid) {
  try {
    const [user, kernel] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number);
    return ((user + kernel) / 100).toFixed(1);
  } catch {
    return '?';
  }
}

function stop(process_) {
  return new Promise((resolve) => {
    if (process_.exitCode !== null) return resolve();
    process_.once('exit', resolve);
    process_.kill('SIGTERM');
  });
}

async function answers(address) {
  for (const begin = Date.now(); Date.now() - begin < 180_000; await pause(20)) {
    if (server.exitCode !== null) throw new Error('the server ended');
    const ok = await fetch(address).then((answer) => answer.arrayBuffer().then(() => answer.ok), () => false);
    if (ok) return;
  }
  throw new Error(`${address} does not answer`);
}

function freePort() {
  return new Promise((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = socket.address();
      socket.close(() => resolve(free));
    });
  });
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A browser with one page: `send` a command to it, `on` hears its events. */
async function openBrowser() {
  const program = spawn(process.env.UNDERSTUDY_CHROMIUM, [
    '--headless=new', '--no-sandbox', '--remote-debugging-port=0', '--window-size=1280,800', '--disable-background-networking',
    '--disable-component-update', '--no-first-run', `--user-data-dir=${join(folder, 'browser')}`, 'about:blank'
  ], { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    program.stderr.on('data', (bytes) => {
      said += bytes;
      const found = /ws:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    program.once('exit', () => reject(new Error(`the browser ended: ${said}`)));
  });
  const pages = await (await fetch(`http://${new URL(address).host}/json/list`)).json();
  const socket = new WebSocket(pages.find(({ type }) => type === 'page').webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  let last = 0;
  const waiting = new Map();
  const listeners = new Set();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.id) {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else listeners.forEach((listener) => listener(message));
  });
  const send = (method, params = {}) => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  await send('Network.enable');
  await send('Page.enable');
  return { send, on: (listener) => (listeners.add(listener), () => listeners.delete(listener)), close: () => program.kill() };
}

/** Opens a page and adds up what comes until nothing comes any more. */
async function measure(name, address) {
  const kinds = { page: 0, scripts: 0, styles: 0, data: 0, frames: 0 };
  const asked = new Map();
  const parts = [];
  let latest = Date.now();
  let open = 0;
  const silence = browser.on(({ method, params }) => {
    if (!method.startsWith('Network.')) return;
    latest = Date.now();
    if (method === 'Network.requestWillBeSent') {
      if (!asked.has(params.requestId)) open++;
      asked.set(params.requestId, { type: params.type, url: params.request.url });
    } else if (method === 'Network.loadingFinished' && asked.has(params.requestId)) {
      open--;
      const { type, url } = asked.get(params.requestId);
      // What is part of a style sheet came with it.
      if (url.startsWith('data:')) return;
      kinds[{ Document: 'page', Script: 'scripts', Stylesheet: 'styles' }[type] ?? 'data'] += params.encodedDataLength;
      parts.push([params.encodedDataLength, url.slice(base.length, base.length + 100)]);
    } else if (method === 'Network.loadingFailed') open--;
    else if (method === 'Network.webSocketFrameReceived') kinds.frames += params.response.payloadData.length;
  });
  await browser.send('Page.navigate', { url: address });
  while (open > 0 ? Date.now() - latest < 20_000 : Date.now() - latest < QUIET_MS) await pause(100);
  silence();
  const total = Object.values(kinds).reduce((sum, bytes) => sum + bytes, 0);
  return { name, kinds, total, requests: parts.filter(([bytes]) => bytes > 0).length, parts: parts.sort((a, b) => b[0] - a[0]) };
}

async function signIn() {
  const expression = `(() => {
    const form = document.querySelector('vaadin-login-form');
    form.querySelector('[name=username]').value = ${JSON.stringify(EMAIL)};
    form.querySelector('[name=password]').value = ${JSON.stringify(PASSWORD)};
    form.querySelector('[slot=submit]').click();
  })()`;
  const loaded = new Promise((resolve) => {
    const silence = browser.on(({ method }) => method === 'Page.loadEventFired' && (silence(), resolve()));
  });
  const { exceptionDetails } = await browser.send('Runtime.evaluate', { expression });
  if (exceptionDetails) throw new Error(exceptionDetails.exception.description);
  await loaded;
  await pause(QUIET_MS);
  const { result } = await browser.send('Runtime.evaluate', { expression: 'location.pathname' });
  if (result.value === '/login') throw new Error('the browser is not signed in');
}

/** What is to be seen before any script has run. */
async function skeletons(editor) {
  await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
  for (const [name, url] of Object.entries({ 'sign-in': `${base}/login`, list: `${base}/`, editor })) {
    for (const scheme of ['light', 'dark']) {
      for (const width of [1280, 390]) {
        await browser.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
        await browser.send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: width < 500 });
        await browser.send('Page.navigate', { url });
        await pause(1200);
        const { data } = await browser.send('Page.captureScreenshot', { format: 'png' });
        writeFileSync(join(screenshots, `skeleton-${name}-${scheme}-${width}.png`), Buffer.from(data, 'base64'));
      }
    }
  }
}
