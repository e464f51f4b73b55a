// The server as the portal talks to it, for setting a scene and for looking at the plain truth.
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import { DateTime } from 'luxon';
import { randomUUID } from 'node:crypto';
import { password } from './accounts';
import { FreeTime } from './free_time';

export type Booking = Record<string, unknown> & {
  id: string; service_id: string; person_id: string; starts_at: number; status: string;
};

type Wish = { service?: string; performer?: string; notBefore?: DateTime; skip?: number };

export class Api {
  constructor(private readonly requests: APIRequestContext, readonly url: string) {}

  async get<Answer = any>(path: string): Promise<Answer> {
    const response = await this.requests.get(this.url + path);
    expect(response.status(), `GET ${path}: ${await response.text()}`).toBe(200);
    return response.json();
  }

  async status(path: string) {
    return (await this.requests.get(this.url + path)).status();
  }

  /** Whatever comes back. `body` may be text or bytes that are no JSON at all. */
  async post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<APIResponse> {
    return this.requests.post(this.url + path, {
      data: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        'Sec-Fetch-Site': 'same-origin',
        'Idempotency-Key': randomUUID(),
        ...headers,
      },
    });
  }

  /** What must succeed. */
  async change<Answer = any>(path: string, body: unknown = {}): Promise<Answer> {
    const response = await this.post(path, body);
    expect(response.ok(), `POST ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return response.json();
  }

  signIn(email: string) {
    return this.change('/api/sessions', { email, password });
  }

  session() {
    return this.get('/api/session');
  }

  /** The first free time at least two days ahead, so that it can still be cancelled free of charge. */
  async freeTime(wish: Wish = {}): Promise<FreeTime> {
    return (await this.freeTimes(wish))[wish.skip ?? 0];
  }

  async freeTimes({ service = 'Piano lesson', performer, notBefore }: Wish = {}): Promise<FreeTime[]> {
    const business = await this.get('/api/business');
    const { services } = await this.get('/api/services');
    const { staff } = await this.get('/api/staff');
    const wanted = services.find((candidate: any) => candidate.name === service);
    const from = notBefore ?? DateTime.now().setZone(business.zone).plus({ days: 2 });
    const query = new URLSearchParams({
      service_id: wanted.id, from: from.toISODate()!, to: from.plus({ days: 21 }).toISODate()!,
    });
    if (performer) query.set('person_id', staff.find((person: any) => person.name === performer).id);
    const { times } = await this.get(`/api/free-times?${query}`);
    expect(times.length, `free times for ${service} with ${performer ?? 'anyone'}`).toBeGreaterThan(0);
    return times.map((time: any) => {
      const who = staff.find((person: any) => person.id === time.person_id);
      return new FreeTime(wanted, who, time.room_name, time.starts_at, business.zone);
    });
  }

  hold(time: FreeTime) {
    return this.change('/api/holds', time.holdRequest);
  }

  /** For whoever is signed in, or for one of their dependents. */
  async book(time: FreeTime, forPerson?: string): Promise<Booking> {
    const hold = await this.hold(time);
    const request = { hold_id: hold.id, secret: hold.secret };
    return this.change('/api/bookings', forPerson ? { ...request, for_person_id: forPerson } : request);
  }

  async myBookings(): Promise<Booking[]> {
    return (await this.get('/api/my/bookings')).bookings;
  }

  async calendar(from: DateTime, to: DateTime): Promise<Booking[]> {
    return (await this.get(`/api/calendar?from=${from.toISODate()}&to=${to.toISODate()}`)).bookings;
  }
}
