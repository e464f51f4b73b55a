// The endpoint table and its structs, read from the headers that make the server, so that a new row is tested unasked.
import { readFileSync } from 'node:fs';

function header(name: string) {
  const text = readFileSync(new URL(`../../../src/core/api/${name}`, import.meta.url), 'utf8');
  return text.replace(/\/\/.*$/gm, '');
}

export type Field = { name: string; type: string; optional: boolean };
export type Endpoint = { name: string; method: string; path: string; permission: string; fields: Field[] };

const structs = new Map<string, Field[]>();
const messages = ['role_messages.h', 'booking_messages.h', 'series_messages.h', 'messages.h'].map(header).join('');
for (const [, name, body] of messages.matchAll(/struct (\w+) \{([\s\S]*?)bool operator==/g)) {
  const fields = [...body.matchAll(/^\s*([\w:<>]+) (\w+)(?: = [^;]+|\{\})?;/gm)].map(([, type, name]) => {
    const inner = /^std::optional<(.+)>$/.exec(type);
    return { name, type: inner ? inner[1] : type, optional: inner !== null };
  });
  structs.set(name, fields);
}

const row = /Endpoint<\s*"(\w+)",\s*(\w+),\s*"([^"]+)",\s*(\w+),\s*(\w+),\s*\w+\s*>/g;
export const endpoints: Endpoint[] = [...header('endpoints.h').matchAll(row)].map(
  ([, name, method, path, permission, request]) => ({
    name, method, path, permission, fields: structs.get(request) ?? [],
  }));

/** The fields that travel in the body: all that are not in the path. */
export function bodyFields(endpoint: Endpoint) {
  return endpoint.fields.filter((field) => !endpoint.path.includes(`{${field.name}}`));
}

/** A value that reads as the type, whatever it means. */
export function wellFormed(type: string): unknown {
  if (type.endsWith('Id')) return '1';
  if (type.startsWith('std::vector')) return [];
  const known: Record<string, unknown> = {
    'std::string': 'text', 'std::int64_t': 1, Instant: 2_000_000_000, Date: '2030-01-01', bool: true,
    'policy::Role': 'owner', 'policy::Switch': 'messaging', 'policy::Permission': 'take_attendance',
    'policy::Reach': 'own',
  };
  if (type in known) return known[type];
  const fields = structs.get(type);
  if (!fields) throw new Error(`endpoint_table.ts does not know how to write a ${type}`);
  return body(fields);
}

/** Values that do not. */
export function illFormed(type: string): unknown[] {
  if (type.endsWith('Id')) return [1, 'one', '', '-1', '99999999999999999999', null, {}];
  if (type.startsWith('std::vector')) return ['text', {}, null];
  const known: Record<string, unknown[]> = {
    'std::string': [7, null, [], 'x'.repeat(2001), 'bell\u0007'],
    'std::int64_t': ['1', 1.5, null, 1e30],
    Instant: ['soon', 1.5, null, -1e30],
    Date: ['2030-02-30', '2030-1-1', 20300101, '', null],
    bool: ['true', 1, null],
  };
  return known[type] ?? ['text', 7, null, []];
}

export function body(fields: Field[]): Record<string, unknown> {
  const required = fields.filter((field) => !field.optional);
  return Object.fromEntries(required.map((field) => [field.name, wellFormed(field.type)]));
}
