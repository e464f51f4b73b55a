// Who the demo business knows.
export const password = 'harbour-demo-2026';

export const accounts = {
  client: 'mara@example.org',
  limitedStaff: 'ben@harbour.example',
  staff: 'mia@harbour.example',
  performer: 'ana@harbour.example',
  manager: 'petra@harbour.example',
  owner: 'helena@harbour.example',
} as const;

/** Somebody the business has never heard of. */
export function newcomer(name: string) {
  const mailbox = `${name.toLowerCase().replaceAll(' ', '.')}.${Date.now().toString(36)}`;
  return { name, email: `${mailbox}@example.org`, phone: '+386 40 555 010', password: 'seven quiet pianos' };
}
