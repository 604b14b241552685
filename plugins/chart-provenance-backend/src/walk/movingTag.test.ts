import { ChartRepository } from './__testUtils__/ChartRepository';
import { nothingKnown } from './__testUtils__/known';
import { walkRepository } from './walkRepository';

/** CVE-2022-47633: what was checked and what was used were two answers to one question. */
it('a tag that points elsewhere whenever it is asked is read as one version, with its own evidence', async () => {
  const charts = new ChartRepository();
  const good = await charts.chart('1.0.0');
  const evil = await charts.chart('1.0.0', {
    tag: null,
    config: { name: 'payments', version: '1.0.0', description: 'evil' },
  });
  await charts.attachBundle(good);
  const { store } = charts;
  const fetchManifest = store.fetchManifest.bind(store);
  const resolve = store.resolve.bind(store);
  let asked = 0;
  const move = () => store.tag(++asked % 2 ? evil : good, '1.0.0');
  jest.spyOn(store, 'fetchManifest').mockImplementation(async (...args) => {
    const manifest = await fetchManifest(...args);
    await move();
    return manifest;
  });
  jest.spyOn(store, 'resolve').mockImplementation(async (...args) => {
    const descriptor = await resolve(...args);
    await move();
    return descriptor;
  });
  const { tags, versions, evidence, referrers } = await walkRepository(
    store,
    nothingKnown(),
    { now: () => new Date('2026-11-22T12:00:00Z') },
  );
  expect(asked).toBeGreaterThan(0);
  expect(tags).toEqual([
    { tag: '1.0.0', digest: good.digest, resolvedNow: true },
  ]);
  expect(versions.map(({ digest }) => digest)).toEqual([good.digest]);
  expect(versions[0].facts.description).toBeNull();
  expect(evidence.map(each => each.evidence.subject)).toEqual([good.digest]);
  expect(referrers.map(({ subject }) => subject)).toEqual([good.digest]);
});
