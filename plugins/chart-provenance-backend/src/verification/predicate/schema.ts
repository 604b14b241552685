import { z } from 'zod';

/** Shown, never judged: bounded plain text, or nothing. */
const text = z
  .string()
  .transform(value => value.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 500))
  .optional()
  .catch(undefined);

const list = z.array(z.unknown()).optional().catch(undefined);

/** @see https://cyclonedx.org/docs/1.6/json/ */
export const cycloneDxSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: text,
  components: list,
});

/** @see https://spdx.github.io/spdx-spec/v2.3/ */
export const spdxSchema = z.object({ spdxVersion: text, packages: list });

/** @see https://slsa.dev/spec/v1.0/provenance */
export const slsaV1Schema = z.object({
  buildDefinition: z.object({
    buildType: text,
    externalParameters: z
      .object({
        workflow: z
          .object({ repository: text, ref: text })
          .optional()
          .catch(undefined),
      })
      .optional()
      .catch(undefined),
    resolvedDependencies: z
      .array(z.object({ uri: text }))
      .optional()
      .catch(undefined),
  }),
  runDetails: z
    .object({ builder: z.object({ id: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** @see https://slsa.dev/spec/v0.2/provenance */
export const slsaV02Schema = z.object({
  builder: z.object({ id: text }).optional().catch(undefined),
  buildType: text,
  invocation: z
    .object({
      configSource: z.object({ uri: text }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
