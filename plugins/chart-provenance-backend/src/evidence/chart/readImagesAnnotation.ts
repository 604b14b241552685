import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { plainText } from '../json/members';

/** Hostile text of this length costs the library some tens of milliseconds. */
const MAX_CHARACTERS = 16 * 1024;
const MAX_IMAGES = 100;

const annotationSchema = z.array(z.object({ image: z.string().max(500) }));

/**
 * The images that a chart's annotation `artifacthub.io/images` names. The publisher's word, shown and no more: whatever is not written as
 * Artifact Hub asks for has none.
 *
 * @see https://artifacthub.io/docs/topics/annotations/helm/
 */
export function readImagesAnnotation(annotation: unknown): string[] {
  if (typeof annotation !== 'string' || annotation.length > MAX_CHARACTERS) {
    return [];
  }
  try {
    const yaml = load(annotation, { schema: FAILSAFE_SCHEMA });
    const listed = annotationSchema.parse(yaml);
    const images = listed.map(({ image }) => plainText(image));
    return [...new Set(images)].filter(Boolean).slice(0, MAX_IMAGES);
  } catch {
    return [];
  }
}
