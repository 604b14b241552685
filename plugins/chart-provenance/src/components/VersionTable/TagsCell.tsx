import { makeStyles } from '@material-ui/core';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  isFloatingTag,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { SameVersion } from '../../format/sameVersion';
import { Aside, Nothing } from './marks';

const useStyles = makeStyles(theme => ({
  alarm: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontSize: '0.75rem',
    fontWeight: 600,
    '& svg': { fontSize: 14, color: theme.palette.warning.main },
  },
  tags: { overflow: 'hidden', textOverflow: 'ellipsis' },
}));

const ALARM: Record<SameVersion, { words: string; title: string }> = {
  changed: {
    words: 'chart changed',
    title:
      'Another chart was published under this version before. Open it to see when.',
  },
  replaced: {
    words: 'replaced',
    title: 'Another chart is published under this version now.',
  },
};

const Moves = ({ tag, moves }: VersionRow['tags'][number]) => {
  const times = moves === 1 ? 'once' : `${moves} times`;
  const title = isFloatingTag(tag)
    ? `${tag} moved ${times}`
    : `${tag} moved ${times}, though it reads as one version. Open it to see where it pointed before.`;
  return (
    <Aside title={title}>
      <span aria-hidden="true">↺{moves}</span>
    </Aside>
  );
};

/**
 * Tags that point here, how often each pointed elsewhere before, and whether the version's name stood for another chart.
 *
 * @internal
 */
export const TagsCell = ({
  tags,
  sameVersion,
}: Pick<VersionRow, 'tags'> & { sameVersion?: SameVersion }) => {
  const classes = useStyles();
  const alarm = sameVersion && ALARM[sameVersion];
  return (
    <>
      <div
        className={classes.tags}
        title={tags.map(({ tag }) => tag).join(', ')}
      >
        {tags.length === 0 && !alarm && (
          <Nothing>No tag points here any more</Nothing>
        )}
        {tags.map(({ tag, moves }, index) => (
          <span key={tag}>
            {index > 0 && ', '}
            <bdi>{tag}</bdi>
            {moves > 0 && <Moves tag={tag} moves={moves} />}
          </span>
        ))}
      </div>
      {alarm && (
        <div className={classes.alarm} title={alarm.title}>
          <WarningIcon aria-hidden="true" />
          {alarm.words}
        </div>
      )}
    </>
  );
};
