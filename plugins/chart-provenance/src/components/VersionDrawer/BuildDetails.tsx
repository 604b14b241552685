import {
  BuildFacts,
  PredicateFacts,
} from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { shortDigest } from '../../format/shortDigest';
import { predicateSourceHref } from '../../format/sourceLinks';
import { Fold, RelativeTime, SafeLink } from '../atoms';
import { Fact, FactList } from './FactList';
import { useListStyles } from './useListStyles';

const text = (value: string | undefined) => value && <bdi>{value}</bdi>;

const Times = ({ startedAt, finishedAt }: BuildFacts) => (
  <>
    {startedAt && (
      <>
        started <RelativeTime at={startedAt} />
      </>
    )}
    {startedAt && finishedAt && ', '}
    {finishedAt && (
      <>
        finished <RelativeTime at={finishedAt} />
      </>
    )}
    , says the builder
  </>
);

const Parameters = ({ parameters }: BuildFacts) => {
  const classes = useListStyles();
  return (
    <Fold summary={countWords(parameters.length, 'parameter')}>
      <table className={classes.table} aria-label="Build parameters">
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, value }, index) => (
            <tr key={index}>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td>
                <bdi>{value}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fold>
  );
};

const Materials = ({ materials }: BuildFacts) => {
  const classes = useListStyles();
  return (
    <Fold summary={countWords(materials.length, 'material')}>
      <ul className={classes.plain}>
        {materials.map(({ uri, digest }, index) => (
          <li key={index} className={classes.item}>
            <SafeLink href={predicateSourceHref(uri, digest)}>
              <bdi>{uri}</bdi>
            </SafeLink>
            {digest && (
              <>
                {' '}
                <code title={digest}>{shortDigest(digest)}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
};

function factsOf({
  builderId,
  buildType,
  source,
  build,
}: PredicateFacts): Fact[] {
  const run = build?.invocationId;
  return [
    ['Builder', text(builderId)],
    ['Build type', text(buildType)],
    [
      'Source',
      source && (
        <SafeLink href={predicateSourceHref(source, build?.sourceDigest)}>
          <bdi>{source}</bdi>
        </SafeLink>
      ),
    ],
    ['Source digest', text(build?.sourceDigest)],
    [
      'Invocation',
      run && (
        <SafeLink href={run}>
          <bdi>{run}</bdi>
        </SafeLink>
      ),
    ],
    ['Built', (build?.startedAt || build?.finishedAt) && <Times {...build} />],
    [
      'Parameters',
      build && build.parameters.length > 0 && <Parameters {...build} />,
    ],
    [
      'Materials',
      build && build.materials.length > 0 && <Materials {...build} />,
    ],
  ];
}

/**
 * How it was built, by the word of whoever signed the statement.
 *
 * @internal
 */
export const BuildDetails = ({ predicate }: { predicate: PredicateFacts }) => {
  const classes = useListStyles();
  return (
    <>
      <FactList facts={factsOf(predicate)} />
      {predicate.build?.cut && (
        <div className={classes.quiet}>
          It names more parameters or materials than are kept here; the raw
          bytes in Evidence have them all.
        </div>
      )}
    </>
  );
};
