import { ReactNode, useState } from 'react';
import { useTreeStyles } from './useTreeStyles';

/**
 * A branch of the tree that opens and closes. What is below it is drawn only while it is open.
 *
 * @internal
 */
export const TreeFold = ({
  label,
  count,
  startsOpen = false,
  children,
}: {
  label: string;
  /** How much is below, in words. */
  count: string;
  startsOpen?: boolean;
  children: () => ReactNode;
}) => {
  const classes = useTreeStyles();
  const [open, setOpen] = useState(startsOpen);
  return (
    <li className={classes.item}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> <bdi>{label}</bdi>
        <span className={classes.count}>{count}</span>
      </button>
      {open && <ul className={classes.list}>{children()}</ul>}
    </li>
  );
};
