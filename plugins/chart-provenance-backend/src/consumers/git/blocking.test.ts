import { readDocuments } from './readDocuments';

// Parsing is work, and the machine may have other work too.
jest.setTimeout(60_000);

const MANIFEST = (n: number) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: app-${n}
  namespace: shop
  labels: {app.kubernetes.io/name: app-${n}}
spec:
  interval: 5m
  chart:
    spec:
      chart: payments
      version: 1.8.${n}
      sourceRef: {kind: HelmRepository, name: acme, namespace: flux-system}
  values:
    replicas: 3
    image: {tag: x${n}}
`;

const SOURCE = `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: acme, namespace: flux-system}
spec: {type: oci, url: oci://ghcr.io/acme/charts}
`;

it('reads 5,000 documents, and lets others have their turn meanwhile', async () => {
  const files = Array.from({ length: 500 }, (_, file) => ({
    path: `clusters/c${file % 12}/apps-${file}.yaml`,
    text: Array.from({ length: 10 }, (__, n) => MANIFEST(file * 10 + n)).join(
      '---\n',
    ),
  }));
  files.push({ path: 'clusters/sources.yaml', text: SOURCE });
  const between: number[] = [];
  let last = performance.now();
  let reading = true;
  const others = (async () => {
    while (reading) {
      await new Promise(resolve => {
        setImmediate(resolve);
      });
      const now = performance.now();
      between.push(now - last);
      last = now;
    }
  })();
  const { consumers, problems, truncated } = await readDocuments(
    files,
    new AbortController().signal,
  );
  reading = false;
  await others;
  expect(consumers).toHaveLength(5_000);
  expect([problems, truncated]).toEqual([[], false]);
  // A turn takes 20 ms and one document; a busy machine stops anybody for a while now and then, but not as a rule.
  expect(between.length).toBeGreaterThan(50);
  expect(
    between.sort((a, b) => a - b)[Math.floor(between.length * 0.9)],
  ).toBeLessThan(50);
});
