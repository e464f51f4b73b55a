import { accounts } from '../support/accounts';
import { expect, test } from '../support/test';
import { Api } from '../support/api';

test('a booking that was answered survives kill -9, and so does the session', async ({ playwright, ownServer }) => {
  const api = new Api(await playwright.request.newContext(), ownServer.url);
  await api.signIn(accounts.client);
  for (let round = 0; round < 3; round++) {
    const booking = await api.book(await api.freeTime({ skip: round }));
    await ownServer.kill();
    await ownServer.start();
    expect(await api.myBookings()).toContainEqual(expect.objectContaining({ id: booking.id, status: 'confirmed' }));
  }
});
