// Whatever is sent: a 4xx that names the fault, never a 5xx, and nothing changes. Walks every POST row of the table.
import { accounts } from '../support/accounts';
import type { Api } from '../support/api';
import { body, bodyFields, endpoints, illFormed, type Endpoint } from '../support/endpoint_table';
import { expect, test } from '../support/test';

const posts = endpoints.filter((endpoint) => endpoint.method === 'POST');

test('the table of endpoints was read', () => {
  expect(posts.length).toBeGreaterThanOrEqual(8);
  expect(posts.flatMap(bodyFields).length).toBeGreaterThan(10);
});

type Bad = { what: string; sent: string | Buffer; status?: number; field?: string };

const text = (value: unknown) => JSON.stringify(value);

function badBodies(endpoint: Endpoint): Bad[] {
  const fields = bodyFields(endpoint);
  const sound = body(fields);
  const start = text({ ...sound, surprise: 1 }).slice(0, -'1}'.length);
  const broken = Buffer.concat([Buffer.from(`${start}"`), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
  const all: Bad[] = [
    { what: 'cut off', sent: text({ ...sound, cut: 'here' }).slice(0, -3) },
    { what: 'a list', sent: '[]' },
    { what: 'null', sent: 'null' },
    { what: 'a text', sent: '"text"' },
    { what: 'two objects', sent: text(sound) + text(sound) },
    { what: 'a comment', sent: `${text(sound)} // comment` },
    { what: 'not UTF-8', sent: broken },
    { what: 'a lone surrogate', sent: `${start}"\\ud800"}` },
    { what: 'NUL bytes', sent: Buffer.alloc(64) },
    { what: 'a thousand levels', sent: `${start}${'['.repeat(1000)}${']'.repeat(1000)}}` },
    { what: 'an unknown field', sent: `${start}1}`, field: 'surprise' },
    { what: 'too long', sent: `${start}"${'x'.repeat(64 * 1024)}"}`, status: 413 },
  ];
  for (const { name, type, optional } of fields) {
    for (const value of illFormed(type))
      all.push({ what: `${name} = ${text(value).slice(0, 40)}`, sent: text({ ...sound, [name]: value }), field: name });
    if (optional) continue;
    const { [name]: _, ...rest } = sound;
    all.push({ what: `no ${name}`, sent: text(rest), field: name });
    const twice = `${text(sound).slice(0, -1)},${text(name)}:${text(sound[name])}}`;
    all.push({ what: `${name} twice`, sent: twice, field: name });
  }
  return all;
}

/** Signs in as somebody who may: a client, else the owner. */
async function signInFor(endpoint: Endpoint, api: Api) {
  await api.signIn(accounts.client);
  const anywhere = endpoint.path.replace(/\{\w+\}/, '1');
  if ((await api.post(anywhere, '{"surprise":1}')).status() === 403) await api.signIn(accounts.owner);
}

/** A custom role that nobody holds. */
async function someRole(api: Api) {
  const draft = { version: 0, name: `Nobody's ${Date.now()}`, made_from: 'staff', adjustments: [], reason: 'To try.' };
  return (await api.post('/api/roles', draft)).json();
}

/** The same path with records that exist and are within the asker's reach, so that only the body can be at fault. */
async function reachable(endpoint: Endpoint, api: Api) {
  let path = endpoint.path;
  if (path.includes('{hold_id}')) path = path.replace('{hold_id}', (await api.hold(await api.freeTime())).id);
  if (path.includes('{booking_id}')) {
    const booking = await api.book(await api.freeTime());
    path = path.replace('{booking_id}', booking.id);
  }
  if (path.includes('{person_id}')) path = path.replace('{person_id}', (await api.session()).person.id);
  if (path.includes('{role_id}')) path = path.replace('{role_id}', (await someRole(api)).id);
  expect(path, 'bad_bodies.spec.ts knows a record for each placeholder').not.toContain('{');
  return path;
}

for (const endpoint of posts) {
  test(`a bad body for ${endpoint.name} is refused with its fault and changes nothing`, async ({ api }) => {
    if (endpoint.permission !== 'register_client') await signInFor(endpoint, api);
    const path = await reachable(endpoint, api);
    const before = (await api.session()).seq;
    for (const bad of badBodies(endpoint)) {
      const response = await api.post(path, bad.sent);
      const answer = await response.text();
      const said = `${bad.what} → ${response.status()} ${answer.slice(0, 200)}`;
      expect.soft(response.status(), said).toBe(bad.status ?? 400);
      const { code, message, field } = JSON.parse(answer);
      expect.soft(code, said).toBe('invalid_input');
      expect.soft(message, said).toBeTruthy();
      if (bad.field) expect.soft(field, said).toBe(bad.field);
    }
    expect((await api.session()).seq).toBe(before);
    const [, role] = /^\/api\/roles\/(\d+)\/remove$/.exec(path) ?? [];
    if (role) expect((await api.post(path, { version: 1, reason: 'Tried.' })).ok()).toBe(true);
  });
}

const envelopes: { what: string; headers: Record<string, string>; status: number }[] = [
  { what: 'from another site', headers: { 'Sec-Fetch-Site': 'cross-site' }, status: 403 },
  { what: 'as a form', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, status: 415 },
  { what: 'without an idempotency key', headers: { 'Idempotency-Key': '' }, status: 400 },
  { what: 'with an endless idempotency key', headers: { 'Idempotency-Key': 'k'.repeat(4000) }, status: 400 },
];

for (const { what, headers, status } of envelopes) {
  test(`a change sent ${what} is refused`, async ({ api }) => {
    const time = await api.freeTime();
    const before = (await api.session()).seq;
    const response = await api.post('/api/holds', time.holdRequest, headers);
    expect(response.status(), await response.text()).toBe(status);
    expect((await response.json()).message).toBeTruthy();
    expect((await api.session()).seq).toBe(before);
  });
}

test('a query that cannot be read is refused with its fault', async ({ api, request }) => {
  const { service } = await api.freeTime();
  const sound = `service_id=${service.id}&from=2026-10-01&to=2026-10-02`;
  const queries: [string, string][] = [
    ['', 'service_id'],
    [`${sound}&surprise=1`, 'surprise'],
    [`${sound}&to=2026-10-03`, 'to'],
    [`service_id=one&from=2026-10-01&to=2026-10-02`, 'service_id'],
    [`service_id=${service.id}&from=2026-02-30&to=2026-10-02`, 'from'],
    [`service_id=${service.id}&from=2026-10-02&to=2026-10-01`, 'to'],
    [`service_id=${service.id}&from=2026-10-01&to=2028-10-01`, 'to'],
  ];
  for (const [query, field] of queries) {
    const response = await request.get(`/api/free-times?${query}`);
    expect.soft(response.status(), query).toBe(400);
    expect.soft((await response.json()).field, query).toBe(field);
  }
});
