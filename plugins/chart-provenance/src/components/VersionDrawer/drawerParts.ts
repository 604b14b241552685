import { goToElement } from '../atoms/goToElement';

/**
 * The parts of the drawer in their order: the name they have in the address, and on the page.
 *
 * @internal
 */
export const DRAWER_PARTS = [
  { id: 'verdict', title: 'Verdict' },
  { id: 'signer', title: 'Signer' },
  { id: 'sbom', title: 'SBOM' },
  { id: 'provenance', title: 'Provenance' },
  { id: 'contents', title: 'Contents' },
  { id: 'history', title: 'History' },
  { id: 'evidence', title: 'Evidence' },
  { id: 'check', title: 'Check it yourself' },
] as const;

/**
 * A part of the drawer.
 *
 * @internal
 */
export type DrawerPartId = (typeof DRAWER_PARTS)[number]['id'];

/**
 * Is the text a part of the drawer? For values that come from the address bar.
 *
 * @internal
 */
export function isDrawerPart(value: string | null): value is DrawerPartId {
  return DRAWER_PARTS.some(({ id }) => id === value);
}

/**
 * Id of a part's element.
 *
 * @internal
 */
export function partElementId(part: DrawerPartId): string {
  return `chart-provenance-part-${part}`;
}

/**
 * Id of the element of a piece of evidence.
 *
 * @internal
 */
export function evidenceElementId(digest: string): string {
  return `chart-provenance-evidence-${digest}`;
}

/**
 * Goes to a part, or to a piece of evidence in it.
 *
 * @internal
 */
export function goToDrawerPart(part: DrawerPartId, evidence?: string): void {
  goToElement(partElementId(part), 'start');
  if (evidence) {
    goToElement(evidenceElementId(evidence), 'start');
  }
}
