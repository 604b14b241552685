import { z } from 'zod';

/** Control characters and those that reorder text on screen are taken out; the rest is cut, never refused. */
const plainText = (max: number) =>
  z
    .string()
    .transform(text =>
      text
        .slice(0, max * 2)
        .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
        .trim()
        .slice(0, max),
    )
    .pipe(z.string().min(1));

const optionalText = (max: number) =>
  plainText(max).nullable().catch(null).default(null);

/** Entries that do not parse are left out; so is everything after `max`. */
const boundedList = <T>(entry: z.ZodType<T>, max: number) =>
  z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform(entries =>
      entries.slice(0, max).flatMap(candidate => {
        const parsed = entry.safeParse(candidate);
        return parsed.success ? [parsed.data] : [];
      }),
    );

const maintainerSchema = z.object({
  name: plainText(200),
  email: plainText(200).optional().catch(undefined),
  url: plainText(500).optional().catch(undefined),
});

const dependencySchema = z.object({
  name: plainText(250),
  version: plainText(250).catch(''),
  repository: optionalText(500),
});

/**
 * Chart.yaml as JSON, as Helm writes it into the config. Name and version are what a verdict compares: strict. Everything else
 * is shown and no more: loose and bounded.
 *
 * @see https://helm.sh/docs/topics/charts/#the-chartyaml-file
 */
export const chartConfigSchema = z.object({
  name: z
    .string()
    .max(250)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  version: z
    .string()
    .max(250)
    .regex(/^[0-9A-Za-z][0-9A-Za-z.+_-]*$/),
  appVersion: z
    .union([plainText(250), z.number().transform(String)])
    .nullable()
    .catch(null)
    .default(null),
  description: optionalText(2000),
  home: optionalText(500),
  kubeVersion: optionalText(250),
  deprecated: z.boolean().catch(false).default(false),
  sources: boundedList(plainText(500), 20),
  keywords: boundedList(plainText(100), 50),
  maintainers: boundedList(maintainerSchema, 20),
  dependencies: boundedList(dependencySchema, 100),
  annotations: z
    .object({ 'artifacthub.io/images': z.unknown().optional() })
    .optional()
    .catch(undefined),
});
