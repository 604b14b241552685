import { makeStyles } from '@material-ui/core';
import { Snippet } from 'backstage-plugin-chart-provenance-common';
import { ChartKey } from '../../api';
import { SafeLink } from '../atoms';
import { Choice } from '../SbomPart/Choice';
import { TextFile } from '../TextFile';
import { ConsumerDiffs } from './ConsumerDiffs';
import { PullRequestLink } from './PullRequestLink';
import { Sentence } from './Sentence';
import { Adopt } from './useAdopt';

const useStyles = makeStyles(theme => ({
  prose: { fontSize: '0.875rem', maxWidth: 820 },
  guarantees: { margin: 0 },
  list: {
    margin: theme.spacing(0.5, 0, 1),
    paddingLeft: theme.spacing(2.5),
    '& > li': { marginBottom: theme.spacing(0.25) },
  },
  cannot: { color: theme.palette.text.secondary },
  options: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(1, 0),
    fontSize: '0.875rem',
  },
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    color: theme.palette.text.secondary,
  },
  links: { margin: theme.spacing(1, 0), fontSize: '0.875rem' },
}));

const Worth = ({ guarantees, cannot }: Snippet) => {
  const classes = useStyles();
  return (
    <div className={classes.prose}>
      <p className={classes.guarantees}>
        <bdi>{guarantees}</bdi>
      </p>
      {cannot.length > 0 && (
        <ul
          className={`${classes.list} ${classes.cannot}`}
          aria-label="What it cannot do"
        >
          {cannot.map(sentence => (
            <li key={sentence}>
              <Sentence text={sentence} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

const Options = ({ snippet, adopt }: { snippet: Snippet; adopt: Adopt }) => {
  const classes = useStyles();
  return (
    <div className={classes.options}>
      {snippet.options.map(({ name, title, values, value }) => (
        <span key={name} className={classes.label}>
          {title}
          <Choice
            label={title}
            chosen={value}
            options={values.map(one => [one.value, one.title])}
            onChoose={chosen => chosen && adopt.choose(name, chosen)}
          />
        </span>
      ))}
    </div>
  );
};

const Notes = ({ notes, links }: Snippet) => {
  const classes = useStyles();
  return (
    <>
      {notes.length > 0 && (
        <ul
          className={`${classes.list} ${classes.prose}`}
          aria-label="Before you use it"
        >
          {notes.map(note => (
            <li key={note}>
              <Sentence text={note} />
            </li>
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <div className={classes.links}>
          Read more:{' '}
          {links.map(({ title, href }, index) => (
            <span key={href}>
              {index > 0 && ' · '}
              <SafeLink href={href}>{title}</SafeLink>
            </span>
          ))}
        </div>
      )}
    </>
  );
};

/**
 * A generated text: what it is worth first, then its choices, what to know, the files, and the same as a change to what consumers have.
 *
 * @internal
 */
export const SnippetText = ({
  chart,
  reference,
  snippet,
  adopt,
}: {
  chart: ChartKey;
  reference: string;
  snippet: Snippet;
  adopt: Adopt;
}) => (
  <>
    <Worth {...snippet} />
    {snippet.options.length > 0 && <Options snippet={snippet} adopt={adopt} />}
    <PullRequestLink
      chart={chart}
      reference={reference}
      snippetId={snippet.id}
    />
    <ConsumerDiffs diffs={snippet.diffs} consumer={adopt.consumer} />
    <Notes {...snippet} />
    {snippet.files.map(({ path, text }) => (
      <TextFile key={path} path={path} text={text} />
    ))}
  </>
);
