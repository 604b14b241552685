import { ReactNode, useState } from 'react';
import { usePanelStyles } from './usePanelStyles';

let panels = 0;

/**
 * A part of a page under a heading.
 *
 * @internal
 */
export const Panel = ({
  title,
  aside,
  children,
}: {
  title: string;
  /** Beside the heading: a fact or a button. */
  aside?: ReactNode;
  children: ReactNode;
}) => {
  const classes = usePanelStyles();
  const [id] = useState(() => `chart-provenance-panel-${(panels += 1)}`);
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <div className={classes.heading}>
        <h3 id={id} className={classes.title}>
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
};
