import type { SnippetInput } from '../../types';

const WORDS = {
  rejected: 'was rejected: look at the reasons before anybody deploys it',
  unsigned: 'is not signed',
  indeterminate: 'could not be decided on',
} as const;

/** What to know of the version that a text names: empty when it is verified. */
export function versionNotes({ version }: SnippetInput): string[] {
  if (version === null || version.status === 'verified') {
    return [];
  }
  return [
    `The version named here, ${version.version}, ${
      WORDS[version.status]
    }. The text would pin it all the same.`,
  ];
}
