import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ChartIdentity } from '../../../evidence';

const FIXTURES = join(__dirname, '..', '__fixtures__');

const wordSchema = z.object({ ok: z.boolean(), said: z.string().optional() });

const casesSchema = z.object({
  at: z.iso.datetime(),
  chart: z.string(),
  cases: z.array(
    z.object({
      name: z.string(),
      ring: z.string(),
      version: z.string(),
      chartLayerDigest: z.string(),
      expected: z.string(),
      differs: z.string().optional(),
      helm: z.record(
        z.string(),
        z.object({ verify: wordSchema, pull: wordSchema }),
      ),
    }),
  ),
});

/** A provenance file by a real tool, and what Helm 4 and Helm 3 said of it. */
export type HelmCase = z.infer<typeof casesSchema>['cases'][number];

const written = casesSchema.parse(
  JSON.parse(readFileSync(join(FIXTURES, 'cases.json'), 'utf8')),
);

/** Made by `packages/interop/src/provenance`. */
export const helmCases: HelmCase[] = written.cases;

/** When Helm was asked. */
export const ASKED_AT = new Date(written.at);

/** What the chart in the case says it is. */
export function chartOf({
  version,
  chartLayerDigest,
}: HelmCase): ChartIdentity {
  return { name: written.chart, version, chartLayerDigest };
}

/** The provenance file, byte for byte. */
export function provOf(name: string): Buffer {
  return readFileSync(join(FIXTURES, `${name}.prov`));
}

/** A public keyring, armoured. */
export function ringOf(name: string): string {
  return readFileSync(join(FIXTURES, `${name}.asc`), 'utf8');
}
