import { InputBase } from '@material-ui/core';
import { SbomPage } from 'backstage-plugin-chart-provenance-common';
import { useCallback } from 'react';
import { countWords } from '../../format/countWords';
import { KIND_WORD, SBOM_KINDS } from '../../format/sbomWords';
import { useFilterText } from '../../hooks/useFilterText';
import { Sbom } from '../../hooks/useSbom';
import {
  SbomSelection,
  SelectionChanges,
  useSelection,
} from '../../hooks/useSelection';
import { Choice } from './Choice';
import { useSbomStyles } from './useSbomStyles';

/** Stands for the components that say no licence; no licence is named by a blank. */
const NONE_SAID = ' ';

/** The filter box of the drawer: the list behind it has its own. */
function useComponentText(filter: string): [string, (text: string) => void] {
  const { select } = useSelection();
  const write = useCallback(
    (changes: SelectionChanges, options?: { replace?: boolean }) =>
      select({ component: changes.filter }, options),
    [select],
  );
  return useFilterText({ filter, select: write });
}

/**
 * Search, licence and kind, and how much is left.
 *
 * @internal
 */
export const SbomToolbar = ({
  page,
  selection,
  sbom,
}: {
  page: SbomPage;
  selection: SbomSelection;
  sbom: Sbom;
}) => {
  const classes = useSbomStyles();
  const { select } = useSelection();
  const [text, setText] = useComponentText(selection.filter ?? '');
  return (
    <div className={classes.choices}>
      <InputBase
        className={classes.filter}
        type="search"
        value={text}
        placeholder="Search components"
        inputProps={{ 'aria-label': 'Search components', maxLength: 200 }}
        onChange={event => setText(event.target.value)}
      />
      <Choice
        label="Licence"
        narrow
        chosen={selection.licence === '' ? NONE_SAID : selection.licence ?? ''}
        options={licenceOptions(page, selection.licence)}
        onChoose={licence =>
          select(
            { licence: licence === NONE_SAID ? '' : licence },
            { replace: true },
          )
        }
      />
      <Choice
        label="Kind"
        chosen={selection.kind ?? ''}
        options={[
          ['', 'all kinds'],
          ...SBOM_KINDS.filter(
            kind => page.kinds[kind] > 0 || kind === selection.kind,
          ).map((kind): [string, string] => [
            kind,
            `${KIND_WORD[kind]} (${page.kinds[kind]})`,
          ]),
        ]}
        onChoose={kind => select({ kind }, { replace: true })}
      />
      <span className={classes.quiet} role="status">
        {sbom.changing
          ? 'Reading…'
          : shownWords(sbom.rows.length, page, selection)}
      </span>
    </div>
  );
};

/** Removed components stand in the list, and are none of this version: without a word the numbers would not agree. */
function shownWords(
  shown: number,
  { total, changes }: SbomPage,
  { change }: SbomSelection,
): string {
  return changes && changes.removed > 0 && !change
    ? `${shown} of ${total}, with removed`
    : `${shown} of ${countWords(total, 'component')}`;
}

/** A chosen licence stays on offer though it is not among the most frequent. */
function licenceOptions(
  { licences }: SbomPage,
  chosen: string | undefined,
): [value: string, words: string][] {
  const silent = licences.find(({ licence }) => licence === null)?.count ?? 0;
  const named = licences.flatMap(({ licence, count }): [string, string][] =>
    licence?.trim() ? [[licence, `${licence} (${count})`]] : [],
  );
  const offered = chosen && !named.some(([licence]) => licence === chosen);
  return [
    ['', 'all licences'],
    ...(silent > 0 || chosen === ''
      ? [[NONE_SAID, `none said (${silent})`] satisfies [string, string]]
      : []),
    ...named,
    ...(offered ? [[chosen, chosen] satisfies [string, string]] : []),
  ];
}
