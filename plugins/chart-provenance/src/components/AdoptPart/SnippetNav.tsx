import { Link } from '@backstage/core-components';
import { SnippetHead } from 'backstage-plugin-chart-provenance-common';
import { KeyboardEvent } from 'react';
import { groupSnippets } from './snippetGroups';
import { useNavStyles } from './useNavStyles';

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys, Home and End go from link to link, so that forty of them are no forty times Tab. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex(link => link === document.activeElement);
  const last = links.length - 1;
  const target =
    { Home: 0, End: last }[event.key] ??
    (event.key in STEP && at >= 0 ? at + STEP[event.key] : undefined);
  const link = target === undefined ? undefined : links[target];
  if (link) {
    event.preventDefault();
    link.focus();
  }
}

const Item = ({
  item,
  present,
  to,
}: {
  item: SnippetHead;
  present: boolean;
  to: string;
}) => {
  const classes = useNavStyles();
  const { id, title, unavailable } = item;
  const reasonId = `chart-provenance-unavailable-${id}`;
  return (
    <li>
      <Link
        to={to}
        underline="none"
        className={[
          classes.link,
          present ? classes.present : '',
          unavailable ? classes.unavailable : '',
        ].join(' ')}
        aria-current={present ? 'true' : undefined}
        aria-describedby={unavailable ? reasonId : undefined}
        title={unavailable ?? undefined}
        // One stop for Tab: from there on, the arrows.
        tabIndex={present ? 0 : -1}
      >
        <bdi>{title}</bdi>
        {unavailable && (
          <span id={reasonId} className={classes.reason}>
            Not here: <bdi>{unavailable}</bdi>
          </span>
        )}
      </Link>
    </li>
  );
};

/**
 * What there is to choose from, by group. What cannot be made for this chart is greyed and says why.
 *
 * @internal
 */
export const SnippetNav = ({
  items,
  present,
  searchOf,
}: {
  items: readonly SnippetHead[];
  /** Id of the one that is shown; it must be among them. */
  present: string;
  searchOf: (snippet: string) => string;
}) => {
  const classes = useNavStyles();
  return (
    // The keys are for the links in it, each of which takes the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      aria-label="Texts for this chart"
      className={classes.root}
      onKeyDown={moveFocus}
    >
      {groupSnippets(items).map(([title, own]) => (
        <section key={title} aria-label={title}>
          <h4 className={classes.group}>{title}</h4>
          <ul className={classes.list}>
            {own.map(item => (
              <Item
                key={item.id}
                item={item}
                present={item.id === present}
                to={searchOf(item.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
};
