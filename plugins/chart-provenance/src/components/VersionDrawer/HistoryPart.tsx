import { makeStyles } from '@material-ui/core';
import { TagHistory } from 'backstage-plugin-chart-provenance-common';
import { TagSentence, tagSentences } from '../../format/tagSentence';
import { Digest, RelativeTime } from '../atoms';
import { DrawerPart } from './DrawerPart';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  alarming: { fontWeight: 600 },
}));

const Sentence = ({
  tag,
  sentence,
}: {
  tag: string;
  sentence: TagSentence;
}) => {
  const classes = useStyles();
  const { verb, digest, version, bound, at, then, alarming } = sentence;
  return (
    <>
      <code>
        <bdi>{tag}</bdi>
      </code>{' '}
      {verb} <Digest digest={digest} />
      {version && (
        <>
          {' ('}
          <bdi>{version}</bdi>)
        </>
      )}
      {bound} <RelativeTime at={at} />
      {then && (
        <span className={alarming ? classes.alarming : undefined}>
          ; <bdi>{then}</bdi>
        </span>
      )}
    </>
  );
};

/**
 * What each tag of this version pointed at, in words.
 *
 * @internal
 */
export const HistoryPart = ({ tags }: { tags: TagHistory[] }) => {
  const classes = useStyles();
  return (
    <DrawerPart id="history" title="History of its tags">
      {tags.length === 0 && 'No tag was ever seen pointing here.'}
      <ul className={classes.list}>
        {tags.flatMap(history =>
          tagSentences(history).map((sentence, index) => (
            <li key={`${history.tag} ${index}`}>
              <Sentence tag={history.tag} sentence={sentence} />
            </li>
          )),
        )}
      </ul>
    </DrawerPart>
  );
};
