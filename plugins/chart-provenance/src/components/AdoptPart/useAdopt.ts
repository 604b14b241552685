import { useMemo } from 'react';
import { Address, useAddress } from '../../hooks/useAddress';

const OPTION = 'opt.';

/**
 * Which text the address names, for which version, with which options, and whose manifest is to be shown with it.
 *
 * @internal
 */
export interface Adopt extends Pick<Address, 'search' | 'select'> {
  snippet: string | null;
  /** Manifest digest. */
  version: string | null;
  /** Id of a consumer. */
  consumer: string | null;
  /** Option → value, as far as the address says. */
  options: Readonly<Record<string, string>>;
  /** The query string of another text: its options start anew, version and consumer stay. */
  searchOf(snippet: string): string;
  choose(option: string, value: string): void;
  /** Leaves the choice of version and options to the backend. */
  startOver(): void;
}

/**
 * Reads and writes the Adopt part's own parameters: `snippet`, `version`, `consumer`, and `opt.<name>` for each option.
 *
 * @internal
 */
export function useAdopt(): Adopt {
  const { params, search, select } = useAddress();
  return useMemo(() => {
    const version = params.get('version');
    const named = [...params.keys()].filter(key => key.startsWith(OPTION));
    const cleared = Object.fromEntries(named.map(key => [key, null]));
    return {
      snippet: params.get('snippet'),
      version: isDigest(version) ? version : null,
      consumer: params.get('consumer'),
      options: Object.fromEntries(
        named.map(key => [key.slice(OPTION.length), params.get(key) ?? '']),
      ),
      searchOf: snippet => search({ ...cleared, snippet }),
      choose: (option, value) =>
        select({ [OPTION + option]: value }, { replace: true }),
      startOver: () => select({ ...cleared, version: null }, { replace: true }),
      search,
      select,
    };
  }, [params, search, select]);
}

/** A mistyped one, from a cut-off link, is as none. */
function isDigest(text: string | null): boolean {
  return /^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(text ?? '');
}
