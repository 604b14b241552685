import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { behindWords, FROM_WORD, GATE_WORD } from '../../format/consumerWords';
import { CopyButton, EntityName, ExactText, RelativeTime } from '../atoms';
import { DrawerPart } from '../VersionDrawer/DrawerPart';
import { FactList } from '../VersionDrawer/FactList';
import { RunsCell, WhereText } from './consumerCells';
import { PinMark } from './PinMark';

const RunsFact = ({ runs }: Pick<ConsumerRow, 'runs'>) =>
  runs ? (
    <>
      <RunsCell runs={runs} />
      {runs.verdict && runs.verdict.status !== 'verified' && (
        <div>{runs.verdict.reason.message}</div>
      )}
      {runs.since && (
        <div>
          deployed <RelativeTime at={runs.since} />
        </div>
      )}
    </>
  ) : (
    <>Nothing says what runs: it has no status of its own.</>
  );

const SeenFact = ({ seenAt, stale }: Pick<ConsumerRow, 'seenAt' | 'stale'>) => (
  <>
    <RelativeTime at={seenAt} />
    {stale && '; its source could not be read since, so this is from before'}
  </>
);

/**
 * What is known of a consumer, what it wrote to the letter.
 *
 * @internal
 */
export const ConsumerFacts = ({ row }: { row: ConsumerRow }) => (
  <DrawerPart title="Consumer">
    <FactList
      facts={[
        ['Where', <WhereText where={row.where} />],
        ['Namespace', row.namespace && <bdi>{row.namespace}</bdi>],
        ['Environment', row.environment ?? 'none that is configured'],
        [
          'Deployed by',
          row.entityRef ? (
            <EntityName entityRef={row.entityRef} />
          ) : (
            'nobody knows which component'
          ),
        ],
        [
          'Owner',
          row.owner ? <EntityName entityRef={row.owner} /> : 'not known',
        ],
        [
          'Wants',
          <>
            <ExactText>{row.written}</ExactText>
            <CopyButton text={row.written} label="reference as written" />
          </>,
        ],
        ['From', FROM_WORD[row.from]],
        ['Runs', <RunsFact runs={row.runs} />],
        ['Behind', behindWords(row.behind) ?? 'it cannot be told'],
        ['Pin', <PinMark row={row} />],
        [
          'Gate',
          `${GATE_WORD[row.gate.strength] ?? row.gate.strength}: ${
            row.gate.message
          }`,
        ],
        ['Last seen', <SeenFact seenAt={row.seenAt} stale={row.stale} />],
      ]}
    />
  </DrawerPart>
);
