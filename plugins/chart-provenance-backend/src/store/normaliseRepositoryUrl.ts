import { normaliseLegacyUrl } from 'backstage-plugin-chart-provenance-common/consumers';

/** One spelling for one legacy repository: see `normaliseLegacyUrl`. What is no URL of one stays as it is. */
export function normaliseRepositoryUrl(text: string): string {
  return normaliseLegacyUrl(text) ?? text;
}
