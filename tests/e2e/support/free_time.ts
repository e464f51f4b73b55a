// A time that can be booked, and the words in which the portal speaks of it.
import { DateTime } from 'luxon';

type Named = { id: string; name: string };

export class FreeTime {
  readonly start: DateTime;
  readonly end: DateTime;

  constructor(
    readonly service: Named & { duration_minutes: number },
    readonly performer: Named,
    readonly room: string,
    readonly startsAt: number,
    zone: string,
  ) {
    this.start = DateTime.fromSeconds(startsAt, { zone }).setLocale('en-GB');
    this.end = this.start.plus({ minutes: service.duration_minutes });
  }

  get holdRequest() {
    return { service_id: this.service.id, person_id: this.performer.id, starts_at: this.startsAt };
  }

  /** The same where the performer takes another time for it than the service says. */
  lasting(minutes: number) {
    const service = { ...this.service, duration_minutes: minutes };
    return new FreeTime(service, this.performer, this.room, this.startsAt, this.start.zoneName!);
  }

  /** "10:30" */
  get clock() {
    return this.start.toFormat('HH:mm');
  }

  /** "Saturday 24 October" */
  get day() {
    return this.start.toFormat('cccc d LLLL');
  }

  /** "October 2026" */
  get month() {
    return this.start.toFormat('LLLL yyyy');
  }

  /** "2026-10-24" */
  get date() {
    return this.start.toISODate()!;
  }
}
