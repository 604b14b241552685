import { z } from 'zod';

/** Read one by one: a document has thousands, and one that is odd must not hide the others. */
const members = z.array(z.unknown()).optional();

/** @see https://cyclonedx.org/docs/1.6/json/ */
export const cycloneDxSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string().regex(/^1\.\d{1,2}$/),
  metadata: z.unknown().optional(),
  components: members,
});
/** The envelope of a CycloneDX document. */
export type CycloneDx = z.infer<typeof cycloneDxSchema>;

/** @see https://spdx.github.io/spdx-spec/v2.3/ */
export const spdxSchema = z.object({
  spdxVersion: z.string().regex(/^SPDX-2\.\d{1,2}$/),
  creationInfo: z.unknown().optional(),
  packages: members,
  relationships: members,
  documentDescribes: members,
  hasExtractedLicensingInfos: members,
});
/** The envelope of an SPDX document. */
export type Spdx = z.infer<typeof spdxSchema>;
