// What every answer carries, whatever was asked.
import { accounts } from '../support/accounts';
import { expect, test } from '../support/test';

const everywhere: Record<string, string | RegExp> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': /camera=\(\)/,
};

const contentSecurity = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'",
  "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
];

for (const path of ['/', '/api/business', '/api/no-such-thing', '/no-such-file.js', '/healthz']) {
  test(`${path} answers with the security headers`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    for (const [name, value] of Object.entries(everywhere)) expect.soft(headers[name], name).toMatch(value);
    const policy = (headers['content-security-policy'] ?? '').split(';').map((directive) => directive.trim());
    expect(policy).toEqual(expect.arrayContaining(contentSecurity));
    expect(policy.join()).not.toContain("'unsafe-");
  });
}

test('records are never stored by caches', async ({ request }) => {
  expect((await request.get('/api/business')).headers()['cache-control']).toBe('no-store');
});

test('the session cookie is out of the reach of scripts and other sites', async ({ signedIn, context }) => {
  await signedIn(accounts.client);
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  expect(cookie.value.length).toBeGreaterThanOrEqual(32);
});

test('a wrong password and an unknown address get the same answer', async ({ api }) => {
  const wrong = await api.post('/api/sessions', { email: accounts.client, password: 'not the password' });
  const unknown = await api.post('/api/sessions', { email: 'nobody@example.org', password: 'not the password' });
  expect(wrong.status()).toBe(401);
  expect(unknown.status()).toBe(401);
  expect(await wrong.json()).toEqual(await unknown.json());
});
