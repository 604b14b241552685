import { countWords } from '../../format/countWords';
import { EntityName } from '../atoms';
import { ConsumerLine } from './groupConsumers';
import { LINE_HEIGHT, useConsumerTableStyles } from './useConsumerTableStyles';

const OwnerText = ({ owner }: { owner: string | null }) =>
  owner ? <EntityName entityRef={owner} /> : <>Owner not known</>;

/**
 * The heading of an environment or, under it, of an owner.
 *
 * @internal
 */
export const ConsumerHeading = ({
  line,
  rowIndex,
  top,
  columns,
}: {
  line: Exclude<ConsumerLine, { kind: 'consumer' }>;
  rowIndex: number;
  top: number;
  columns: number;
}) => {
  const classes = useConsumerTableStyles();
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={`${classes.heading} ${classes[line.kind]}`}
      style={{ top, height: LINE_HEIGHT[line.kind] }}
    >
      <div role="gridcell" aria-colspan={columns}>
        {line.kind === 'environment' ? (
          <bdi>{line.name ?? 'In no configured environment'}</bdi>
        ) : (
          <OwnerText owner={line.owner} />
        )}
        <span className={classes.count}>
          {countWords(line.count, 'consumer')}
        </span>
      </div>
    </div>
  );
};
