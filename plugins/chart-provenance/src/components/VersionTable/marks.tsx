import { ReactNode } from 'react';
import { useTableStyles } from './useTableStyles';

/**
 * An empty cell that says why it is empty.
 *
 * @internal
 */
export const Nothing = ({ children }: { children: string }) => {
  const classes = useTableStyles();
  return (
    <span
      className={classes.nothing}
      role="img"
      title={children}
      aria-label={children}
    >
      –
    </span>
  );
};

/**
 * A small mark beside a value; `title` says what it means, on hover and to screen readers.
 *
 * @internal
 */
export const Aside = ({
  title,
  children,
}: {
  title: string;
  children: ReactNode;
}) => {
  const classes = useTableStyles();
  return (
    <span className={classes.aside} title={title}>
      {children}
    </span>
  );
};
