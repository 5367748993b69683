// The same calls in plain Node: changes come by POST, are put in order, committed in groups to PostgreSQL and streamed
// to everybody. Without rights, merging, limits, undo or a second process: what the design costs at least.
import { createServer } from 'node:http';
import pg from 'pg';

// Where the database is and how to get in say PGHOST, PGPORT and so on.
const database = new pg.Client();
await database.connect();
await database.query(`
  drop table if exists floor_change, floor_node;
  create table floor_change (revision bigint primary key, client text, seq bigint, edits jsonb);
  create table floor_node (id text primary key, fields jsonb)`);

const document = new Map();
const streams = new Set();
let waiting = [];
let committing = false;
let revision = 0;

const COMMIT = `
  with log as (
    insert into floor_change select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::jsonb[]))
  insert into floor_node select * from unnest($5::text[], $6::jsonb[])
  on conflict (id) do update set fields = excluded.fields`;

async function commitWhatWaits() {
  committing = true;
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    const touched = new Map();
    for (const { change } of batch) {
      change.revision = ++revision;
      for (const { node, field, value } of change.edits) {
        document.set(node, { ...document.get(node), [field]: value });
        touched.set(node, document.get(node));
      }
    }
    const changes = batch.map((entry) => entry.change);
    const edits = changes.map((change) => JSON.stringify(change.edits));
    await database.query({
      name: 'commit',
      text: COMMIT,
      values: [
        changes.map((change) => change.revision),
        changes.map((change) => change.client),
        changes.map((change) => change.seq),
        edits,
        [...touched.keys()],
        [...touched.values()].map((fields) => JSON.stringify(fields)),
      ],
    });
    const events = changes.map((change) => `event: change\nid: ${change.revision}\ndata: ${JSON.stringify(change)}\n\n`);
    const all = Buffer.from(events.join(''));
    streams.forEach((stream) => stream.write(all));
    batch.forEach(({ change, response }) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ revision: change.revision, outcome: 'committed', effective: change.edits }));
    });
  }
  committing = false;
}

function follow(request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(': still here\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

function submit(request, response) {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    waiting.push({ change: JSON.parse(Buffer.concat(parts).toString()), response });
    if (!committing) {
      commitWhatWaits();
    }
  });
}

createServer((request, response) => (request.method === 'POST' ? submit : follow)(request, response))
  .listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
