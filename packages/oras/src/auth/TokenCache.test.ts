import { TokenCache } from './TokenCache';

it('keeps no more tokens than it should, and none that have expired', async () => {
  let now = 0;
  let asked = 0;
  const cache = new TokenCache(() => now);
  const get = (key: string, expiresIn: number) =>
    cache.get(key, undefined, async () => {
      asked += 1;
      return { token: `t${asked}`, expiresIn };
    });
  await get('short', 60);
  now = 120_000;
  for (let index = 0; index < 1_500; index++) {
    await get(`scope ${index}`, 3_600);
  }
  expect(cache.size).toBe(1_000);
  // The newest are still there.
  await get('scope 1499', 3_600);
  expect(asked).toBe(1_501);
  now += 3_600_000;
  await get('another', 3_600);
  expect(cache.size).toBe(1);
});
